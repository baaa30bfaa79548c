import { isFuzzyDate } from "../../../domain/fuzzy-date.ts";
import type { TimeExpression } from "../time-expression.ts";
import { interval } from "./arithmetic.ts";

const TO = /^\s*(?:-|–|—|to|through|thru|until|till|up to|up until|and)\s+(?:the\s+)?$|^\s*[–—-]\s*$/i;
const FROM = /\b(?:from|between|since)\s+(?:(?:about|around)\s+)?(?:the\s+)?$/i;
/** “moved the vote from 24 November to 1 December”: two dates, and no stretch of time. */
const MOVED_FROM =
  /\b(?:mov(?:e[ds]?|ing)|shift\w*|reschedul\w+|postpon\w+|delay\w*|push\w*|brought|bring\w*|chang\w+|switch\w*)\b[^,;:.]{0,40}\bfrom\s+(?:the\s+)?$/i;

/** So many characters before a time are looked at. */
const BEFORE = 60;
const SPANS = /^\s*(?:through|thru|–|—|-|to)\s*$/i;

/** Makes one time of two that are the ends of a stretch: “from 6 January to 8 January”, “Monday through Wednesday”. */
export function joinIntervals(times: readonly TimeExpression[], sentence: string): TimeExpression[] {
  const joined: TimeExpression[] = [];
  for (const time of times) {
    const previous = joined.at(-1);
    const whole = previous && join(previous, time, sentence);
    if (whole === undefined) joined.push(time);
    else joined.splice(-1, 1, whole);
  }
  return joined;
}

function join(one: TimeExpression, other: TimeExpression, sentence: string): TimeExpression | undefined {
  if (one.date === null || other.date === null || /[/[]/.test(one.date + other.date)) return undefined;
  const gap = sentence.slice(one.end, other.start);
  const before = sentence.slice(Math.max(0, one.start - BEFORE), one.start);
  if (MOVED_FROM.test(before)) return undefined;
  if (!SPANS.test(gap) && !(TO.test(gap) && FROM.test(before))) return undefined;
  if (/^\s*to\s*$/i.test(gap) && !FROM.test(before) && one.rule === "weekday") return undefined;
  if (/and/i.test(gap) && !/\bbetween\s+(?:the\s+)?$/i.test(before)) return undefined;
  const from = inYearOf(one, other, sentence);
  const date = interval(from, other.date);
  if (date === null || !isFuzzyDate(date)) return undefined;
  return { start: one.start, end: other.end, date, rule: "interval" };
}

/** The start, in the year that only the end tells: “from 28 December to 3 January 2023”. */
function inYearOf(one: TimeExpression, other: TimeExpression, sentence: string): string {
  const date = one.date ?? "";
  const end = other.date ?? "";
  const toldYear = (time: TimeExpression) => /\d{4}/.test(sentence.slice(time.start, time.end));
  const monthly = /^\d{4}-(?:0\d|1[0-2])/;
  if (toldYear(one) || !monthly.test(date) || !monthly.test(end)) return date;
  const year = end.slice(0, 4);
  const moved = `${year}${date.slice(4)}`;
  return moved <= end ? moved : `${String(Number(year) - 1).padStart(4, "0")}${date.slice(4)}`;
}
