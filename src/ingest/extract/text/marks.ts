import type { Span } from "../../../domain/span.ts";

/** A mark that may open or close a quotation, seen with the characters beside it. */
export interface Mark extends Span {
  readonly sign: string;
  readonly single: boolean;
  /** It may open one: it stands before words and not right after one. */
  readonly opens: boolean;
  /** It may close one. */
  readonly closes: boolean;
}

const SIGNS = /``|''|["“”„‟«»‘’‚‛‹›'`]/gu;
const SINGLE = "‘’‚‛‹›'`";

/** Words that begin with an apostrophe: ’em, ’til, the ’90s. */
const CLIPPED =
  /^(?:em|til|till|tis|twas|cause|cos|cuz|coz|n|bout|round|im|er|ere|ave|ad|alf|ello|ol|neath)(?![\p{L}\p{N}])|^\d{2}s?\b/iu;

/** The marks of a stretch of text, in order; apostrophes and marks of inches are not among them. */
export function marksOf(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(start, end).matchAll(SIGNS)) {
    const at = start + match.index;
    const mark = markAt(text, at, match[0], { start, end });
    if (mark.opens || mark.closes) marks.push(mark);
  }
  return marks;
}

function markAt(text: string, at: number, sign: string, within: Span): Mark {
  const after = at + sign.length;
  const before = at > within.start ? characterBefore(text, at) : " ";
  const next = after < within.end ? (text[after] ?? " ") : " ";
  const single = SINGLE.includes(sign);
  const wordBefore = isWord(before);
  const wordNext = isWord(next) || isWord(characterAt(text, after));
  const spaceBefore = /[\s([{—–-]/u.test(before);
  const spaceNext = /\s/.test(next);
  const mark = (opens: boolean, closes: boolean) => ({
    start: at,
    end: after,
    sign,
    single,
    opens: opens && !wordBefore,
    closes,
  });
  switch (sign) {
    case "„":
    case "‚":
    case "‟":
    case "``":
      return mark(true, false);
    case "“":
      return mark(!wordBefore && !(spaceNext && !spaceBefore), !spaceBefore && !wordNext);
    case "”":
      return mark(spaceBefore && !spaceNext, true);
    case "«":
    case "‹":
      return mark(spaceBefore || spaceNext, !spaceBefore && !wordNext);
    case "»":
    case "›":
      return mark(spaceBefore && wordNext, true);
    case "''":
      return mark(spaceBefore && !spaceNext, !spaceBefore || spaceNext);
    case '"':
      return isInch(text, at, within.start) ? mark(false, false) : mark(true, !(spaceBefore && !spaceNext));
    default: {
      const opens = sign !== "’" && spaceBefore && !spaceNext && !CLIPPED.test(text.slice(after, after + 8));
      return mark(opens, sign !== "‘" && !spaceBefore && !wordNext);
    }
  }
}

/** Feet and inches: 5'10". */
function isInch(text: string, at: number, from: number): boolean {
  return /\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$/.test(text.slice(Math.max(from, at - 10), at));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? " " : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const last = text[at - 1] ?? " ";
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(at - 2, at) : last;
}
