import type { Span } from "../../../domain/span.ts";
import type { TimeExpression } from "../time-expression.ts";

/** The dates that a text has told so far, for words that count from them. */
export interface Told {
  /** Takes a time, in order of the text, with the sentence it stands in. */
  add(time: TimeExpression, sentence: Span): void;
  /** The last date as exact as asked for, cut to that. */
  last(precision: "DAY" | "MONTH" | "YEAR"): string | null;
  /** The date that stands nearest to a word, in the last sentence before a position that has both. */
  of(noun: string, before: number): string | null;
}

const LENGTHS = { DAY: 10, MONTH: 7, YEAR: 4 } as const;
const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?~?$/;

/** Before a date that only says which thing is meant, “the November 27 agreement”, and tells nothing of the story's course. */
const ARTICLE = /\b(?:the|an?|his|her|its|their)\s+$/i;

/** So many dates back are looked at. */
const REMEMBERED = 30;

/** A memory of the dates of one text. */
export function createTold(text: string): Told {
  const times: {
    readonly date: string;
    readonly time: Span;
    readonly sentence: Span;
    readonly aside: boolean;
  }[] = [];
  return {
    add({ date, start, end }, sentence) {
      if (date === null || !PLAIN.test(date)) return;
      const aside =
        (ARTICLE.test(text.slice(Math.max(0, start - 8), start)) ||
          /^the\s+\d/i.test(text.slice(start, end))) &&
        /^\s+\p{Ll}/u.test(text.slice(end, end + 3));
      times.push({ date: date.replace("~", ""), time: { start, end }, sentence, aside });
      if (times.length > REMEMBERED) times.shift();
    },
    last(precision) {
      const length = LENGTHS[precision];
      return (
        times.findLast(({ date, aside }) => date.length >= length && !aside)?.date.slice(0, length) ?? null
      );
    },
    of(noun, before) {
      for (const { date, sentence } of times.toReversed()) {
        const end = Math.min(sentence.end, before);
        const at = text.slice(sentence.start, end).toLowerCase().lastIndexOf(noun.toLowerCase());
        if (at < 0) continue;
        const position = sentence.start + at;
        const beside = times
          .filter((other) => other.sentence === sentence && other.time.start < before)
          .sort(
            (one, other) => Math.abs(one.time.start - position) - Math.abs(other.time.start - position),
          )[0];
        return beside?.date ?? date;
      }
      return null;
    },
  };
}
