import type { Span } from "../../../domain/span.ts";
import { SAID } from "../lexicon/reporting-verbs.ts";
import type { Mark } from "./marks.ts";

interface Pair {
  readonly outer: Span;
  readonly inner: Span;
}

/** What may close a quotation, by what opened it. */
const CLOSING: Readonly<Record<string, string>> = {
  "“": "”“\"''",
  "”": "”",
  "„": '“”"',
  "‟": '”"',
  "«": "»",
  "»": "«»",
  '"': '"”',
  "``": "''\"``”",
  "''": "''\"",
  "‘": "’'",
  "‚": "‘’'",
  "‛": "’'",
  "‹": "›",
  "›": "‹›",
  "'": "'’",
  "`": "'’`",
};

/** How many marks ahead the end of a quotation in single marks is looked for, so that stray ones cost little. */
const MARKS_AHEAD = 24;

/**
 * Pairs the marks of a paragraph, from left to right.
 *
 * @param next the mark at the head of the next paragraph
 * @returns `goesOn`: whether the last is left open on purpose, to go on at `next`
 */
export function pairMarks(
  text: string,
  paragraph: Span,
  marks: readonly Mark[],
  next: Mark | undefined,
): { pairs: Pair[]; goesOn: boolean } {
  const pairs: Pair[] = [];
  let index = 0;
  while (index < marks.length) {
    const open = marks[index];
    if (open === undefined) break;
    if (!open.opens) {
      index++;
      continue;
    }
    const close = open.single ? singleEnd(text, marks, index) : doubleEnd(text, marks, index);
    const closing = close === undefined ? undefined : marks[close];
    if (close !== undefined && closing !== undefined) {
      pairs.push(pairOf(open, closing.start, closing.end));
      index = close + 1;
      continue;
    }
    const following = marks.slice(index + 1, index + 2 + MARKS_AHEAD);
    const opener = following.find((mark) => mark.single === open.single && mark.opens);
    if (opener === undefined && next?.opens && next.sign === open.sign && startsSentence(text, open, next)) {
      pairs.push(pairOf(open, paragraph.end, paragraph.end));
      return { pairs, goesOn: true };
    }
    const end = open.single ? undefined : forgottenEnd(text, open, paragraph, opener);
    if (end !== undefined) pairs.push(pairOf(open, end, end));
    index++;
    while (end !== undefined && (marks[index]?.start ?? end) < end) index++;
  }
  return { pairs, goesOn: false };
}

function pairOf(open: Mark, end: number, outerEnd: number): Pair {
  return { outer: { start: open.start, end: outerEnd }, inner: { start: open.end, end } };
}

/** A quotation in single marks goes on in the next paragraph only where both begin like sentences. */
function startsSentence(text: string, open: Mark, next: Mark): boolean {
  return !open.single || (/^\p{Lu}/u.test(text.slice(open.end)) && /^\p{Lu}/u.test(text.slice(next.end)));
}

/**
 * Position of the mark that closes a double one. One that opens on the way is a quotation in a quotation if two close after
 * it; else the closing mark was forgotten.
 */
function doubleEnd(text: string, marks: readonly Mark[], from: number): number | undefined {
  const open = marks[from];
  if (open === undefined) return undefined;
  const closers = CLOSING[open.sign] ?? "";
  let nested = 0;
  for (let index = from + 1; index < marks.length; index++) {
    const mark = marks[index];
    if (mark === undefined || mark.single) continue;
    if (mark.closes && closers.includes(mark.sign)) {
      if (isMeasure(text, mark) && closesSoon(marks, index, closers)) continue;
      if (nested === 0) return index;
      nested--;
    } else if (mark.opens && mark.sign === open.sign) {
      const [first, second] = marks.slice(index + 1, index + MARKS_AHEAD).filter(({ single }) => !single);
      const closesTwice = [first, second].every(
        (following) => following?.closes && !isOpener(following) && closers.includes(following.sign),
      );
      if (!closesTwice) return undefined;
      nested++;
    }
  }
  return undefined;
}

function isOpener({ opens, closes }: Mark): boolean {
  return opens && !closes;
}

/** A mark right after a number, with the sentence going on: inches perhaps. */
function isMeasure(text: string, mark: Mark): boolean {
  return /\d/.test(text[mark.start - 1] ?? "") && /^ \p{Ll}/u.test(text.slice(mark.end, mark.end + 3));
}

function closesSoon(marks: readonly Mark[], from: number, closers: string): boolean {
  const following = marks.slice(from + 1, from + MARKS_AHEAD).find(({ single }) => !single);
  return following?.closes === true && !isOpener(following) && closers.includes(following.sign);
}

/**
 * Position of the mark that closes a single one. After an “s” it may be a possessive (the players’ union): then a later one
 * after a comma or full stop is preferred.
 */
function singleEnd(text: string, marks: readonly Mark[], from: number): number | undefined {
  const open = marks[from];
  if (open === undefined) return undefined;
  const closers = CLOSING[open.sign] ?? "";
  const last = Math.min(marks.length, from + MARKS_AHEAD);
  let possessive: number | undefined;
  let doubles = 0;
  for (let index = from + 1; index < last; index++) {
    const mark = marks[index];
    if (mark === undefined) break;
    if (!mark.single) doubles++;
    else if (isOpener(mark)) break;
    else if (mark.closes && closers.includes(mark.sign) && doubles % 2 === 0) {
      const ends = /[\p{P}]/u.test(text[mark.start - 1] ?? "");
      if (ends) return index;
      const afterS = text[mark.start - 1] === "s" && /^\s\p{L}/u.test(text.slice(mark.end, mark.end + 3));
      if (!afterS) return possessive !== undefined && !isShort(text, open, mark) ? possessive : index;
      possessive ??= index;
    }
  }
  return possessive;
}

function isShort(text: string, open: Mark, close: Mark): boolean {
  return text.slice(open.end, close.start).split(/\s+/).length <= 12;
}

const ATTRIBUTED = new RegExp(
  `[,.!?…](?=\\s+(?:(?:he|she|they|it|(?:(?:the|a|an)\\s+)?(?:[\\p{L}\\p{M}.'’-]+\\s+){0,3}[\\p{L}\\p{M}.'’-]+)\\s+(?:${SAID})\\b|(?:${SAID})\\s+\\p{Lu}))`,
  "u",
);

/** Longest stretch in which the end of a quotation without closing mark is looked for. */
const LONGEST = 2000;

/** Where a quotation ends whose closing mark was forgotten: before who said it, or with the last sentence. */
function forgottenEnd(
  text: string,
  open: Mark,
  paragraph: Span,
  opener: Mark | undefined,
): number | undefined {
  const limit = Math.min(opener?.start ?? paragraph.end, paragraph.end);
  const words = text.slice(open.end, Math.min(limit, open.end + LONGEST));
  const attributed = ATTRIBUTED.exec(words);
  if (attributed) return open.end + attributed.index + 1;
  if (opener === undefined) return paragraph.end;
  const sentences = /^[\s\S]*[.!?…](?=\s)/u.exec(words);
  return sentences ? open.end + sentences[0].length : undefined;
}
