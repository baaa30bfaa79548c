import { BODY_ACCESS, type BodyAccess } from "../../domain/model.ts";
import { codePointLength, sliceCodePoints } from "../../domain/passage.ts";
import { domainOf, normalizeUrl } from "../normalize-url.ts";
import { refuse } from "../problems.ts";
import type { ReadArticle } from "../reading.ts";
import { tidyLine, tidyText } from "./tidy-text.ts";
import { writtenDate } from "./written-date.ts";

/** An article as a format finds it: anything may be missing, empty or malformed. */
export interface GivenArticle {
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly ofFeed?: ReadArticle["ofFeed"];
  /** Whether it may have no text: it is then only cited. */
  readonly isReference?: boolean;
  readonly url?: string | undefined;
  readonly identity?: readonly string[] | undefined;
  readonly authors?: readonly string[];
  readonly sourceName?: string | undefined;
  readonly sourceDomain?: string | undefined;
  readonly syndicatedFrom?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly retrieved?: string | undefined;
  readonly access?: BodyAccess | undefined;
  readonly rights?: string | undefined;
  readonly notes?: readonly string[];
}

/** Limits in code points, those of the story format. */
const MAX_NAME = 500;
const MAX_RIGHTS = 2000;
/** The longest headline that is made from a text. */
const MADE_HEADLINE = 100;

/**
 * Checks what a format found and brings it into the form in which it is stored. What nobody can mend here (a date of
 * which one cannot tell the day, a language that is none) is left out with a note.
 *
 * @throws DatelineError INVALID_ARTICLE where there is neither text nor, for a reference, a headline
 */
export function makeArticle(given: GivenArticle, at: string): ReadArticle {
  const notes = [...(given.notes ?? [])];
  const body = tidyText(given.body ?? "");
  if (body === "" && given.isReference !== true) refuse(at, "has no text");
  const headline = tidyLine(given.headline ?? "");
  const headlineIsOurs = headline === "" || codePointLength(headline) > MAX_NAME;
  const url = given.url === undefined ? undefined : normalizeUrl(given.url);
  const domain = given.sourceDomain ?? domainOf(url);
  const name = shortText(given.sourceName);
  return {
    at,
    headline: headlineIsOurs ? madeHeadline(headline || body, at) : headline,
    headlineIsOurs,
    body: body === "" ? undefined : body,
    ofFeed: given.ofFeed,
    url,
    // Only a digest of it is kept, so that it may hold what no text can.
    identity: given.identity?.map((one) => one.normalize("NFC")),
    authors: [...new Set((given.authors ?? []).flatMap((author) => shortText(author) ?? []))],
    source: name === undefined && domain === undefined ? undefined : { name, domain },
    syndicatedFrom: shortText(given.syndicatedFrom),
    language: readLanguage(given.language, notes),
    published: readDate(given.published, notes),
    retrieved: given.retrieved,
    access: BODY_ACCESS.find((access) => access === given.access),
    rights: shortText(given.rights, MAX_RIGHTS),
    notes,
  };
}

function shortText(written: string | undefined, max = MAX_NAME): string | undefined {
  const text = tidyLine(written ?? "");
  return text === "" || codePointLength(text) > max ? undefined : text;
}

function readLanguage(written: string | undefined, notes: string[]): string | undefined {
  const tag = written?.trim().replaceAll("_", "-");
  if (tag === undefined || tag === "") return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    notes.push(`"${tag.slice(0, 40)}" is no language tag and was left out`);
    return undefined;
  }
}

function readDate(written: string | undefined, notes: string[]): string | undefined {
  if (written === undefined || written.trim() === "") return undefined;
  const date = writtenDate(written);
  if (date === undefined) {
    notes.push(`the date "${written.trim().slice(0, 60)}" cannot be read and was left out`);
  }
  return date;
}

/** The beginning of a text, cut at a word. */
function madeHeadline(text: string, at: string): string {
  const line = text.split("\n")[0] ?? "";
  if (line === "") refuse(at, "has neither headline nor text");
  if (codePointLength(line) <= MADE_HEADLINE) return line;
  const cut = sliceCodePoints(line, 0, MADE_HEADLINE - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > MADE_HEADLINE / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–—-]+$/u, "")}…`;
}
