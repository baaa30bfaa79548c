import { codePointLength } from "../../domain/passage.ts";
import { refuse } from "../problems.ts";
import type { InputDocument, Reading } from "../reading.ts";
import { dateLine } from "./date-line.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type GivenArticle, makeArticle } from "./make-article.ts";
import { decodeText } from "./story/text-file.ts";
import { charsetOf, utf16Of } from "./text-encoding.ts";
import { tidyText } from "./tidy-text.ts";

/** A first line up to this long, in code points, is a headline; a longer one is a paragraph. */
const LONGEST_HEADLINE = 200;

/**
 * Reads plain text, with or without front matter. Where that gives no headline, the first line is it, if it is
 * short enough and not all there is; else one is made from the text. A line below it that is a date says when it was published.
 */
export function readText(document: InputDocument): Reading {
  const { given, body, line } = readFrontMatter(document.name, textOf(document));
  const parts = given.headline === undefined ? headlineAndBody(body) : { body };
  const published = given.published ?? dateLine(parts.body ?? "");
  return oneArticle("text", document, { ...given, published }, parts, line);
}

/**
 * The text of a document, in the form in which texts are stored: in UTF-8, in UTF-16 with a byte order mark, or in what the server
 * said that it is.
 */
export function textOf({ name, bytes, contentType }: InputDocument): string {
  const encoding = utf16Of(bytes) ?? charsetOf(contentType) ?? "utf-8";
  const decoded = decodeText(/^utf-?8$/i.test(encoding) ? bytes : asUtf8(name, bytes, encoding), name);
  if ("problem" in decoded) return refuse(decoded.problem.at, decoded.problem.message);
  return decoded.text;
}

function asUtf8(name: string, bytes: Uint8Array, encoding: string): Uint8Array {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return refuse(name, `cannot be read as ${encoding}, which it is said to be; save it as UTF-8`);
  }
}

/** Parts a text into its headline and what follows. */
export function headlineAndBody(text: string): Pick<GivenArticle, "headline" | "body"> {
  const tidy = tidyText(text);
  const end = tidy.indexOf("\n");
  const headline = end < 0 ? "" : tidy.slice(0, end);
  if (headline === "" || codePointLength(headline) > LONGEST_HEADLINE) return { body: tidy };
  return { headline, body: tidy.slice(end) };
}

/** The reading of a document that is one article. */
export function oneArticle(
  format: Reading["format"],
  document: InputDocument,
  given: GivenArticle,
  parts: Pick<GivenArticle, "headline" | "body">,
  line = 1,
): Reading {
  const fetched: GivenArticle = { url: document.url, language: document.language };
  const known = Object.entries({ ...given, ...parts }).filter(([, value]) => value !== undefined);
  const article = makeArticle({ ...fetched, ...Object.fromEntries(known) }, `${document.name}:${line}`);
  return { format, items: [{ article, events: [] }], problems: [] };
}
