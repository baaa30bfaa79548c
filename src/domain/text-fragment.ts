import { CONTEXT_LENGTH, codePointLength, type Passage } from "./passage.ts";

/** Longer passages, in code points, are given by their first and last words. */
const LONGEST_WHOLE = 100;

/** How many words stand at each end of a long passage. */
const EDGE_WORDS = 5;

/** Browsers use the rules of UAX #29 for all languages, with dictionaries where words are not spaced. */
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The address of a passage on its page: `url` with a text directive of the WICG draft "URL Fragment Text Directives"
 * (https://wicg.github.io/scroll-to-text-fragment/), which a browser scrolls to. An element's fragment stays
 * (`#section:~:text=`); a directive that `url` already has is replaced.
 *
 * Short passages stand whole, with the rest of their line for context; several lines or more than 100 code points as
 * `textStart,textEnd`. A browser matches whole words only, so no part ends inside a word: a prefix or suffix of
 * `CONTEXT_LENGTH` code points loses its outermost word, a shorter one is taken to reach the edge of the text. A
 * passage of nothing but white space gives `url` without a directive.
 */
export function textFragmentUrl(url: string, passage: Pick<Passage, "exact" | "prefix" | "suffix">): string {
  const hash = url.indexOf("#");
  const directive = hash < 0 ? -1 : url.indexOf(":~:", hash);
  const address = directive < 0 ? url : url.slice(0, directive);
  const parts = textParts(passage);
  if (parts.length === 0) return address;
  return `${address}${hash < 0 ? "#" : ""}:~:text=${parts.join(",")}`;
}

/** The encoded parts of a text directive: prefix-, textStart, textEnd, -suffix. */
function textParts({ exact, prefix, suffix }: Pick<Passage, "exact" | "prefix" | "suffix">): string[] {
  const body = exact.trim();
  if (body === "") return [];
  const at = exact.indexOf(body);
  const before = prefix + exact.slice(0, at);
  const after = exact.slice(at + body.length) + suffix;
  // A part matches within one block, and between two blocks a page may show what the stored text does not have.
  const lineBefore = before.slice(before.lastIndexOf("\n") + 1);
  const lineAfter = after.split("\n", 1).join("");
  const lines = body.split("\n");

  if (lines.length > 1) {
    const [first = "", last = ""] = [lines[0], lines.at(-1)];
    const start = firstWords(wholeSegments(lineBefore, first, ""), EDGE_WORDS) || first;
    const end = lastWords(wholeSegments("", last, lineAfter), EDGE_WORDS) || last;
    return [encode(start), encode(end)];
  }
  if (codePointLength(body) > LONGEST_WHOLE) {
    const segments = wholeSegments(lineBefore, body, lineAfter);
    const words = Math.min(
      EDGE_WORDS,
      Math.floor(segments.filter((segment) => segment.isWordLike).length / 2),
    );
    if (words === 0) return [encode(body)];
    return [encode(firstWords(segments, words)), encode(lastWords(segments, words))];
  }
  const cutBefore = lineBefore === before && codePointLength(prefix) >= CONTEXT_LENGTH;
  const cutAfter = lineAfter === after && codePointLength(suffix) >= CONTEXT_LENGTH;
  const contextBefore = encodeContext(cutBefore ? withoutFirstWord(lineBefore) : lineBefore);
  const contextAfter = encodeContext(cutAfter ? withoutLastWord(lineAfter) : lineAfter);
  return [
    ...(contextBefore ? [`${contextBefore}-`] : []),
    encode(body),
    ...(contextAfter ? [`-${contextAfter}`] : []),
  ];
}

/** The segments of a line that do not reach into what stands before or after it. */
function wholeSegments(before: string, line: string, after: string): Intl.SegmentData[] {
  const end = before.length + line.length;
  return Array.from(WORDS.segment(before + line + after)).filter(
    ({ index, segment }) => index >= before.length && index + segment.length <= end,
  );
}

/** Text up to the end of the nth word; all of it where there are fewer. */
function firstWords(segments: readonly Intl.SegmentData[], words: number): string {
  const last = segments.filter((segment) => segment.isWordLike)[words - 1] ?? segments.at(-1);
  return joined(segments.filter(({ index }) => index <= (last?.index ?? 0)));
}

/** Text from the start of the nth word from the end; all of it where there are fewer. */
function lastWords(segments: readonly Intl.SegmentData[], words: number): string {
  const first = segments.filter((segment) => segment.isWordLike).at(-words) ?? segments[0];
  return joined(segments.filter(({ index }) => index >= (first?.index ?? 0)));
}

/** From the first space on; in a text without spaces, from the second word on. */
function withoutFirstWord(text: string): string {
  const space = text.search(/\s/);
  if (space >= 0) return text.slice(space);
  const segments = Array.from(WORDS.segment(text));
  return joined(segments.slice(segments.findIndex((segment) => segment.isWordLike) + 1));
}

function withoutLastWord(text: string): string {
  const space = text.search(/\s\S*$/);
  if (space >= 0) return text.slice(0, space);
  const segments = Array.from(WORDS.segment(text));
  return joined(
    segments.slice(
      0,
      Math.max(
        0,
        segments.findLastIndex((segment) => segment.isWordLike),
      ),
    ),
  );
}

function joined(segments: readonly Intl.SegmentData[]): string {
  return segments.map(({ segment }) => segment).join("");
}

/** Context without a letter or digit tells no places apart. */
function encodeContext(text: string): string {
  return /[\p{Letter}\p{Number}]/u.test(text) ? encode(text) : "";
}

/** Percent-encodes a part; a page shows a run of spaces as one. `-` has a meaning in a directive, as `,` and `&` have. */
function encode(part: string): string {
  return encodeURIComponent(part.trim().replace(/[ \t]+/g, " ")).replaceAll("-", "%2D");
}
