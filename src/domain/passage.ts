import { DatelineError } from "./errors.ts";
import { FoldedText } from "./folded-text.ts";
import type { Span } from "./span.ts";

/**
 * A stretch of a stored text, as the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model
 * describe it (https://www.w3.org/TR/annotation-model/#selectors). `start` and `end` count Unicode code points, end
 * exclusive; `prefix` and `suffix` are the `CONTEXT_LENGTH` code points before and after, fewer at the text's edges.
 */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The words to look for and, where they occur more than once, what directly precedes and follows them. */
export interface PassageQuery {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Length of a passage's prefix and of its suffix, in code points. */
export const CONTEXT_LENGTH = 32;

/** The longest passage that may be shown of an article whose text is not free to read, in code points. */
export const LONGEST_SHOWN = 300;

const LINE_END = 0x0a;

/** The rules for grapheme clusters (UAX #29) do not depend on the locale. */
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The form in which texts are stored: NFC, lines ending in `\n`. Throws INVALID_TEXT for NUL and for a surrogate
 * without its pair, neither of which a database or a UTF-8 file can hold.
 */
export function normalizeText(text: string): string {
  const nul = text.indexOf("\0");
  const at = nul >= 0 ? nul : text.search(/\p{Surrogate}/u);
  if (at >= 0) {
    const what = nul >= 0 ? "NUL" : "half of a surrogate pair";
    throw new DatelineError("INVALID_TEXT", `Character ${countBetween(text, 0, at)} is ${what}: remove it.`);
  }
  return text.replace(/\r\n?/g, "\n").normalize("NFC");
}

/** The length of a text in Unicode code points. */
export function codePointLength(text: string): number {
  return countBetween(text, 0, text.length);
}

/** The code points of a text from `start` to `end`, end exclusive; what lies outside of the text is left out. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const from = advance(text, 0, start);
  return text.slice(from, advance(text, from, end - Math.max(start, 0)));
}

/**
 * The one place in `text` (normalised, as stored) where `query` occurs. The query is normalised in the same way; its
 * prefix must directly precede the words and its suffix directly follow them, spaces included, at any length. Words
 * never match a part of a grapheme cluster: neither a letter without its combining mark nor half of a flag.
 *
 * Throws PASSAGE_NOT_FOUND, showing the nearest text there is, also for empty words; PASSAGE_AMBIGUOUS where there
 * are several places, even if they overlap; INVALID_TEXT as `normalizeText` does.
 */
export function findPassage(text: string, query: PassageQuery): Passage {
  const exact = normalizeText(query.exact);
  const prefix = normalizeText(query.prefix ?? "");
  const suffix = normalizeText(query.suffix ?? "");
  if (exact === "") throw notFound("The passage is empty: give its words as they stand in the text.");
  const places = occurrences(text, exact, prefix, suffix);
  const [only] = places;
  if (only === undefined) throw notFound(explainMissing(text, exact, prefix, suffix));
  if (places.length === 1) return passageBetween(text, only, only + exact.length);
  const advice = "Give a prefix or suffix that only one of these has:";
  const message = `${quoted(exact)} occurs ${places.length} times. ${advice}${listPlaces(text, exact, places)}`;
  throw new DatelineError("PASSAGE_AMBIGUOUS", message);
}

/**
 * The passage of a stored text from code point `start` to code point `end`, end exclusive. Throws PASSAGE_NOT_FOUND
 * unless both are whole numbers and 0 <= start < end <= length of the text.
 */
export function passageAt(text: string, start: number, end: number): Passage {
  const inOrder = isInOrder({ start, end });
  const from = advance(text, 0, inOrder ? start : 0);
  const to = advance(text, from, inOrder ? end - start : 0);
  if (!inOrder || countBetween(text, from, to) !== end - start) {
    throw outside({ start, end }, codePointLength(text));
  }
  return passageBetween(text, from, to);
}

/** Refuses, as `passageAt` does, a span that lies outside of a text, of which only the length in code points is needed. */
export function checkSpan({ start, end }: Span, length: number): void {
  if (!isInOrder({ start, end }) || end > length) throw outside({ start, end }, length);
}

function isInOrder({ start, end }: Span): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end;
}

/** Whether the offsets of `passage` give its words, directly preceded by its prefix and followed by its suffix. */
export function verifyPassage(text: string, passage: Passage): boolean {
  const { start, end, exact, prefix, suffix } = passage;
  if (!Number.isSafeInteger(start) || start < 0 || exact === "") return false;
  const from = advance(text, 0, start);
  const context = from - prefix.length;
  return (
    codePointLength(exact) === end - start &&
    context >= 0 &&
    text.startsWith(prefix + exact + suffix, context)
  );
}

/** UTF-16 index of the position `count` code points after index `from`, at most the length of the text. */
function advance(text: string, from: number, count: number): number {
  let index = from;
  for (let i = 0; i < count && index < text.length; i++) index += unitsAt(text, index);
  return index;
}

/** Code points between two UTF-16 indices. */
function countBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index += unitsAt(text, index)) count++;
  return count;
}

function unitsAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * Every place where a text, normalised as stored, has some words, in its order: whole grapheme clusters, overlapping
 * places too.
 */
export function passagesOf(text: string, exact: string): Passage[] {
  const places = occurrences(text, exact).map((from) => ({ from, to: from + exact.length }));
  return passagesBetween(text, places);
}

/** The passages between UTF-16 indices, given in the order in which they begin. */
export function passagesBetween(
  text: string,
  places: readonly { readonly from: number; readonly to: number }[],
): Passage[] {
  let [index, start] = [0, 0];
  return places.map(({ from, to }) => {
    start += countBetween(text, index, from);
    index = from;
    return passageBetween(text, from, to, start);
  });
}

function passageBetween(
  text: string,
  from: number,
  to: number,
  start = countBetween(text, 0, from),
): Passage {
  const before = text.slice(Math.max(0, from - 2 * CONTEXT_LENGTH - 1), from);
  return {
    start,
    end: start + countBetween(text, from, to),
    exact: text.slice(from, to),
    prefix: Array.from(before).slice(-CONTEXT_LENGTH).join(""),
    suffix: text.slice(to, advance(text, to, CONTEXT_LENGTH)),
  };
}

/** UTF-16 indices at which `exact` stands between `prefix` and `suffix`, made of whole grapheme clusters. */
function occurrences(text: string, exact: string, prefix = "", suffix = ""): number[] {
  const wanted = prefix + exact + suffix;
  const found: number[] = [];
  let boundary = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const start = at + prefix.length;
    const end = start + exact.length;
    boundary = boundaryBefore(text, start, boundary);
    if (boundary === start && boundaryBefore(text, end, start) === end) found.push(start);
  }
  return found;
}

/**
 * The last boundary of grapheme clusters at or before `index`, given an earlier one, in UTF-16 indices. The segmenter
 * copies its text at every call, so it sees only the stretch that decides: back to a certain boundary, and one
 * character ahead.
 */
export function boundaryBefore(text: string, index: number, known = 0): number {
  if (index === text.length) return index;
  let from = index;
  while (from > known && !isCertainBoundary(text.charCodeAt(from - 1), text.charCodeAt(from))) from--;
  if (from === index) return index;
  return from + (GRAPHEMES.segment(text.slice(from, index + 2)).containing(index - from)?.index ?? 0);
}

/** Line ends stand alone, and below U+0300 nothing combines. */
function isCertainBoundary(before: number, after: number): boolean {
  return before === LINE_END || after === LINE_END || (before < 0x300 && after < 0x300);
}

function outside({ start, end }: Span, length: number): DatelineError {
  const range = `0 <= start < end <= ${length}`;
  return notFound(`No passage from ${start} to ${end} in this text: need ${range}.`);
}

function notFound(message: string): DatelineError {
  return new DatelineError("PASSAGE_NOT_FOUND", message);
}

function explainMissing(text: string, exact: string, prefix: string, suffix: string): string {
  const context = `${prefix && ` after ${quoted(prefix)}`}${suffix && ` before ${quoted(suffix)}`}`;
  const missing = `${quoted(exact)}${context} is not in the text.`;
  const places = occurrences(text, exact);
  if (places.length > 0) {
    const rule = "prefix and suffix must touch it, spaces included";
    return `${missing} The words are, in another context (${rule}):${listPlaces(text, exact, places)}`;
  }
  if (text.includes(exact)) return `${missing} It only begins or ends inside an accented letter or emoji.`;
  const similar = findSimilar(text, exact);
  if (similar === null) return `${missing} Copy the words as they stand there.`;
  return `${missing} It has them with other quotation marks, dashes, accents, spaces or letter case. To copy:\n${similar}`;
}

/** A line for each of the first places; JSON strings can be pasted into YAML, JSON and GraphQL. */
function listPlaces(text: string, exact: string, places: readonly number[]): string {
  const lines = places.slice(0, 3).map((from) => {
    const { start, prefix, suffix } = passageBetween(text, from, from + exact.length);
    return `\n- at ${start}, prefix: ${JSON.stringify(prefix)}, suffix: ${JSON.stringify(suffix)}`;
  });
  if (places.length > lines.length) lines.push(`\n- and ${places.length - lines.length} more`);
  return lines.join("");
}

/** The first text that differs from `exact` only in typography, as it stands. */
function findSimilar(text: string, exact: string): string | null {
  const { value: place } = new FoldedText(text).places(exact).next();
  return place ? text.slice(place.from, place.to) : null;
}

function quoted(text: string): string {
  const shown = sliceCodePoints(text, 0, 120);
  return `“${shown}${shown === text ? "" : "…"}”`;
}
