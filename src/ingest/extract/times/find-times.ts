import type { AnnotatedText, Quotation, Sentence } from "../annotated-text.ts";
import {
  type Orientation,
  orientationAt,
  type Parsed,
  parseTokens,
  type SentenceParser,
  sentenceParser,
} from "../clauses/orientation.ts";
import type { TimeExpression } from "../time-expression.ts";
import { cuesIn } from "./cues-in.ts";
import { joinIntervals } from "./intervals.ts";
import { matchesIn } from "./matches.ts";
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
export function findTimes(
  text: AnnotatedText,
  published: string | null,
  parse: SentenceParser = sentenceParser(),
): TimeExpression[] {
  const now = readNow(published);
  const told = createTold(text.text);
  const found: TimeExpression[] = [];
  for (const sentence of text.sentences) {
    const rules = rulesFor(cuesIn(sentence, text.quotations));
    if (rules.length === 0) continue;
    const words = text.text.slice(sentence.start, sentence.end);
    const headline = text.paragraphs[sentence.paragraph]?.kind === "HEADLINE";
    for (const time of joinIntervals(
      timesIn(words, rules, sentence, headline, now, told, text.quotations, parse),
      words,
    )) {
      found.push(inText(time, sentence));
    }
  }
  return found;
}

/** A time with its span counted in the text, given one counted in the sentence. */
function inText({ start, end, date, rule }: TimeExpression, sentence: Sentence): TimeExpression {
  return { start: start + sentence.start, end: end + sentence.start, date, rule };
}

/** The times of one sentence, their spans counted in it: the longest of those that begin first. */
function timesIn(
  words: string,
  rules: readonly TimeRule[],
  sentence: Sentence,
  headline: boolean,
  now: Now | null,
  told: Told,
  quotations: readonly Quotation[],
  parse: SentenceParser,
): TimeExpression[] {
  const matches = matchesIn(words, rules);
  if (matches.length === 0) return [];
  const way = orientations(sentence, headline, quotations, parse);
  const times: TimeExpression[] = [];
  let free = 0;
  let written: number | null = null;
  for (const { rule, match, start, end } of matches) {
    if (start < free) continue;
    const context: TimeContext = {
      now,
      words: match[0],
      before: words.slice(Math.max(0, start - CONTEXT), start),
      after: words.slice(end, end + CONTEXT),
      orientation: () => way(sentence.start + start),
      reference: (precision) => told.last(precision),
      yearWritten: written,
      dateOf: (noun) => told.of(noun, sentence.start + start),
    };
    const date = rule.resolve(match.groups ?? {}, context);
    if (date === undefined) continue;
    const time = qualified({ start, end, date, rule: rule.name }, words);
    written = Number(/\b[12]\d{3}\b/.exec(match[0])?.[0] ?? written) || null;
    times.push(time);
    told.add(inText(time, sentence), sentence);
    free = end;
  }
  return times;
}

/** The rules that may find something where there are such cues. */
function rulesFor(cues: number): readonly TimeRule[] {
  return cues === 0 ? [] : RULES.filter(({ needs }) => (cues & needs) === needs);
}

/** So many characters around a match are looked at. */
const CONTEXT = 60;

/** In what has more words than any sentence, no clause is looked for: it would take long. */
const LONGEST = 500;

/** Which way the clause at a position points; words of a quotation are read with the words beside them there. */
function orientations(
  sentence: Sentence,
  headline: boolean,
  quotations: readonly Quotation[],
  parse: SentenceParser,
): (at: number) => Orientation | null {
  const quotedParsed = new Map<number, Parsed>();
  return (at) => {
    if (sentence.tokens.length > LONGEST) return null;
    const token = sentence.tokens.find(({ end }) => end > at);
    const quoted = token?.pos === "QUOTE" ? token.quotation : null;
    const tokens = quoted === null ? sentence.tokens : (quotations[quoted]?.tokens ?? []);
    let parsed = quoted === null ? parse(sentence, headline) : quotedParsed.get(quoted);
    parsed ??= parseTokens(tokens, false);
    if (quoted !== null) quotedParsed.set(quoted, parsed);
    const position = tokens.findIndex(({ end }) => end > at);
    return orientationAt(parsed, Math.max(0, position));
  };
}
