import type { AnnotatedText, Quotation, Sentence } from "../annotated-text.ts";
import { type Orientation, orientationAt, type Parsed, parseSentence } from "../clauses/orientation.ts";
import type { TimeExpression } from "../time-expression.ts";
import { joinIntervals } from "./intervals.ts";
import { type Now, readNow } from "./now.ts";
import { qualified } from "./qualifiers.ts";
import { CALENDAR_DATES } from "./rules/calendar-dates.ts";
import { DAYS_AROUND } from "./rules/days-around.ts";
import { DISTANCES } from "./rules/distances.ts";
import { HOLIDAYS } from "./rules/holidays.ts";
import { MONTHS } from "./rules/months.ts";
import { PERIODS } from "./rules/periods.ts";
import { TOLD_BEFORE } from "./rules/told-before.ts";
import { VAGUE } from "./rules/vague.ts";
import { WEEKDAYS } from "./rules/weekdays.ts";
import { YEARS } from "./rules/years.ts";
import type { TimeContext, TimeRule } from "./time-rule.ts";
import { createTold, type Told } from "./told.ts";

const RULES: readonly TimeRule[] = [
  ...CALENDAR_DATES,
  ...MONTHS,
  ...WEEKDAYS,
  ...DAYS_AROUND,
  ...DISTANCES,
  ...PERIODS,
  ...YEARS,
  ...TOLD_BEFORE,
  ...HOLIDAYS,
  ...VAGUE,
];

/** The words of a text that tell when, resolved against the day of publication (EDTF, or null where it is not known). */
export function findTimes(text: AnnotatedText, published: string | null): TimeExpression[] {
  const now = readNow(published);
  const told = createTold(text.text);
  const found: TimeExpression[] = [];
  for (const sentence of text.sentences) {
    const words = text.text.slice(sentence.start, sentence.end);
    if (!CUE.test(words)) continue;
    const headline = text.paragraphs[sentence.paragraph]?.kind === "HEADLINE";
    for (const time of joinIntervals(timesIn(words, sentence, headline, now, told, text.quotations), words)) {
      const moved = { ...time, start: time.start + sentence.start, end: time.end + sentence.start };
      found.push(moved);
    }
  }
  return found;
}

/** What every sentence with a time in it has. */
const CUE =
  /\d|day|tonight|tomorrow|night|week|month|year|decade|centur|quarter|morning|evening|afternoon|hour|minute|spring|summer|autumn|\bfall\b|winter|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri)(?:\b|[a-z]*(?:ary|ch|il|ne|ly|st|ber)\b)|soon|shortly|recent|late|date|time|ties\b|christmas|new year|halloween|thanksgiving|fourth|future|past/i;

/** The times of one sentence, their spans counted in it: the longest of those that begin first. */
function timesIn(
  words: string,
  sentence: Sentence,
  headline: boolean,
  now: Now | null,
  told: Told,
  quotations: readonly Quotation[],
): TimeExpression[] {
  const way = orientations(sentence, headline, quotations);
  const matches = RULES.flatMap((rule) =>
    Array.from(words.matchAll(rule.pattern), (match) => ({
      rule,
      match,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((one, other) => one.start - other.start || other.end - one.end);

  const times: TimeExpression[] = [];
  let free = 0;
  for (const { rule, match, start, end } of matches) {
    if (start < free) continue;
    const context: TimeContext = {
      now,
      words: match[0],
      before: words.slice(Math.max(0, start - CONTEXT), start),
      after: words.slice(end, end + CONTEXT),
      orientation: () => way(sentence.start + start),
      reference: (precision) => told.last(precision),
      dateOf: (noun) => told.of(noun, sentence.start + start),
    };
    const date = rule.resolve(match.groups ?? {}, context);
    if (date === undefined) continue;
    const time = qualified({ start, end, date, rule: rule.name }, words);
    times.push(time);
    told.add({ ...time, start: time.start + sentence.start, end: time.end + sentence.start }, sentence);
    free = end;
  }
  return times;
}

/** So many characters around a match are looked at. */
const CONTEXT = 60;

/** Which way the clause at a position points; words of a quotation are read with the words beside them there. */
function orientations(
  sentence: Sentence,
  headline: boolean,
  quotations: readonly Quotation[],
): (at: number) => Orientation | null {
  const parsed = new Map<number | null, Parsed>();
  return (at) => {
    const token = sentence.tokens.find(({ end }) => end > at);
    const quoted = token?.pos === "QUOTE" ? token.quotation : null;
    const tokens = quoted === null ? sentence.tokens : (quotations[quoted]?.tokens ?? []);
    const known = parsed.get(quoted) ?? parseSentence(tokens, headline && quoted === null);
    parsed.set(quoted, known);
    const position = tokens.findIndex(({ end }) => end > at);
    return orientationAt(known, Math.max(0, position));
  };
}
