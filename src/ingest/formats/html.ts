import { Readability } from "@mozilla/readability";
import { codePointLength } from "../../domain/passage.ts";
import { refuse } from "../problems.ts";
import type { InputDocument, Reading } from "../reading.ts";
import { decodeMarkup } from "./html/decode.ts";
import { linkedArticle } from "./html/json-ld.ts";
import { parseMarkup } from "./html/markup.ts";
import { pageMetadata } from "./html/metadata.ts";
import { paragraphText } from "./html/paragraphs.ts";
import { makeArticle } from "./make-article.ts";
import { tidyLine, tidyText } from "./tidy-text.ts";

/** A page with less text than this, in code points, has no article. */
const LEAST_TEXT = 200;
/** Of a page that says it has to be paid for, less than this is a taste of the article. */
const LEAST_PAID_TEXT = 1000;

/**
 * Reads a saved or fetched web page: its article as plain paragraphs (found by Readability), and what JSON-LD, `<meta>` and
 * other elements say of it. Nothing in the page is run, and nothing that it names is fetched.
 *
 * @throws DatelineError INVALID_ARTICLE for a page that has no article, or of a paid one only the beginning
 */
export function readHtml(document: InputDocument): Reading {
  const html = decodeMarkup(document);
  const at = `${document.name}:1`;
  const page = parseMarkup(html, at);
  const linked = linkedArticle(page);
  const metadata = pageMetadata(page, html, linked, document);
  const heading = page.querySelector("article h1, main h1, h1")?.textContent ?? "";
  const labels = labelsOf(page);

  const found = new Readability<Node>(page, { disableJSONLD: true, serializer: (node) => node }).parse();
  const shown = withoutLabels(tidyText(found?.content ? paragraphText(found.content) : ""), labels);
  const told = tidyText(linked?.body ?? "");
  // Some pages show the beginning and keep the rest in their metadata.
  const body = codePointLength(told) > 2 * codePointLength(shown) ? asParagraphs(told) : shown;
  const headline = tidyLine(metadata.headline ?? (heading.trim() || (found?.title ?? "")));

  const length = codePointLength(body);
  const mustPay = linked?.isFree === false && length < LEAST_PAID_TEXT;
  if (length < LEAST_TEXT || mustPay) refuse(at, missing(length, linked?.isFree === false));
  const article = makeArticle({ ...metadata, headline, body }, at);
  return { format: "html", items: [{ article, events: [] }], problems: [] };
}

function missing(length: number, isPaid: boolean): string {
  const found =
    length === 0 ? "no article text was found" : `only ${length} characters of article text were found`;
  return isPaid
    ? `${found}: the page says that its text has to be paid for; save it while you are signed in`
    : `${found}: the page may need a subscription or fill in its text by script; save it from a browser that shows the text`;
}

/** Where paragraphs have no blank line between, each line is one. */
function asParagraphs(text: string): string {
  return text.includes("\n\n") ? text : text.replaceAll("\n", "\n\n");
}

/** What stands beside a text and is none of it: the headline, the day, who wrote it. */
function labelsOf(page: Document): Set<string> {
  const elements = page.querySelectorAll('h1, time, address, [rel="author"], .byline, .author, .dateline');
  return new Set([...elements].map((element) => tidyLine(element.textContent ?? "")));
}

function withoutLabels(text: string, labels: ReadonlySet<string>): string {
  return text
    .split("\n\n")
    .filter((paragraph) => !labels.has(tidyLine(paragraph)))
    .join("\n\n");
}
