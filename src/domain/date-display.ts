import { remembered } from "./bounded-cache.ts";
import { DATE_WORDS, type DateWords, SIGNS } from "./date-words.ts";
import { type Day, daysInMonth } from "./day.ts";
import { readNotation, type WrittenRange } from "./edtf-notation.ts";
import { DatelineError } from "./errors.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import { parseSingleDate, readMarks, type SingleDate } from "./single-date.ts";

/** Far above the languages one site speaks; past it the formatters made first are dropped. */
const MAX_LOCALES = 100;

/** A BCP 47 tag has no limit of its own; real ones stay below the 35 characters that RFC 5646 (4.4.1) speaks of. */
const MAX_TAG_LENGTH = 100;

/**
 * A date as a person reads it, in the language of a BCP 47 tag: "August 2025", "about 22 November 2025", "20 – 31
 * October 2025", "20th century (1900–1999)". It is always of the Gregorian calendar, and always the day and time as
 * written, with the offset as written. `en` orders as in `en-GB`. Words stand around dates in Arabic, Chinese
 * (simplified), English, French, German, Hungarian, Russian, Spanish and Ukrainian; elsewhere signs do ("~2025"), and
 * where the runtime has no data for a language, digits do for months. Throws INVALID_LOCALE for what is no such tag.
 */
export function displayFuzzyDate(date: FuzzyDate, locale = "en"): string {
  if (locale.length > MAX_TAG_LENGTH) throw invalidLocale(locale);
  return display(date.edtf, voiceOf(locale));
}

function invalidLocale(locale: string): DatelineError {
  const shown = locale.slice(0, 30);
  return new DatelineError(
    "INVALID_LOCALE",
    `"${shown}" is not a language tag. Tags look like en, de or en-US.`,
  );
}

/** What it takes to write dates in one locale. */
interface Voice {
  readonly words: DateWords;
  readonly formats: Readonly<Record<Unit, Intl.DateTimeFormat>>;
  /** Whether the runtime's own way to write a range of days can be read in this locale. */
  readonly hasRanges: boolean;
  readonly either: Intl.ListFormat;
  readonly every: Intl.ListFormat;
}

type Unit = "YEAR" | "MONTH" | "DAY";

const voiceOf = remembered(MAX_LOCALES, (tag: string): Voice => {
  const locale = parseLocale(tag);
  const known = Intl.DateTimeFormat.supportedLocalesOf(locale.toString()).length > 0;
  // Swedish writes year, month and day in digits as ISO 8601 does; the default of the machine must not show.
  const name = known ? locale.toString() : "sv";
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(name, { timeZone: "UTC", calendar: "gregory", year: "numeric", ...parts });
  const month = known ? "long" : "2-digit";
  const list = (type: Intl.ListFormatType) => new Intl.ListFormat(name, { type: known ? type : "unit" });

  return {
    words: wordsOf(locale),
    formats: {
      YEAR: format({}),
      MONTH: format({ month }),
      DAY: format({ month, day: known ? "numeric" : "2-digit" }),
    },
    hasRanges: known,
    either: list("disjunction"),
    every: list("conjunction"),
  };
});

function parseLocale(tag: string): Intl.Locale {
  try {
    const locale = new Intl.Locale(tag);
    return locale.language === "en" && !locale.region ? new Intl.Locale(locale, { region: "GB" }) : locale;
  } catch (error) {
    if (error instanceof RangeError) throw invalidLocale(tag);
    throw error;
  }
}

function wordsOf(locale: Intl.Locale): DateWords {
  const words = DATE_WORDS.get(locale.language);
  if (!words) return SIGNS;
  const usual = new Intl.Locale(locale.language).maximize();
  return locale.maximize().script === usual.script ? words : SIGNS;
}

function display(edtf: string, voice: Voice): string {
  const notation = readNotation(edtf);
  switch (notation.kind) {
    case "SINGLE":
      return displaySingle(notation.date, voice);
    case "INTERVAL":
      return displayRange(notation.range, voice, voice.words.until, voice.words.onward);
    case "SET":
      return notation.all ? displayAllOf(notation.members, voice) : displayOneOf(notation.members, voice);
  }
}

type Wording = (date: string) => string;

function displayRange({ from, to }: WrittenRange, voice: Voice, before: Wording, after: Wording): string {
  if (from === null) return to === null ? "" : before(displaySingle(to, voice));
  if (to === null) return after(displaySingle(from, voice));

  const [start, end] = [parseSingleDate(from), parseSingleDate(to)];
  const unit = plainUnit(from);
  if (unit && unit === plainUnit(to)) return displayDays(unit, start.earliest, end.latest, voice);
  return `${displaySingle(from, voice)} – ${displaySingle(to, voice)}`;
}

/** The unit of a date that is written plainly, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, without marks. */
function plainUnit(text: string): Unit | null {
  const { precision } = parseSingleDate(text);
  if (!/^[\d-]+$/.test(text)) return null;
  return precision === "YEAR" || precision === "MONTH" || precision === "DAY" ? precision : null;
}

type Members = readonly (string | WrittenRange)[];

function displayAllOf(members: Members, voice: Voice): string {
  const { until, onward } = voice.words;
  return voice.every.format(displayMembers(members, voice, until, onward));
}

function displayOneOf(members: Members, voice: Voice): string {
  const { oneOf, orEarlier, orLater } = voice.words;
  const text = voice.either.format(displayMembers(members, voice, orEarlier, orLater));
  const hasClosedRange = members.some((member) => typeof member !== "string" && member.from && member.to);
  return hasClosedRange ? oneOf(text) : text;
}

function displayMembers(members: Members, voice: Voice, before: Wording, after: Wording): string[] {
  return members.map((member) =>
    typeof member === "string" ? displaySingle(member, voice) : displayRange(member, voice, before, after),
  );
}

function displaySingle(text: string, voice: Voice): string {
  const marks = readMarks(text);
  const unmarked = displayUnmarked(text, parseSingleDate(text), voice);
  const marked = marks.approximate ? voice.words.about(unmarked) : unmarked;
  return marks.uncertain ? voice.words.possibly(marked) : marked;
}

function displayUnmarked(text: string, date: SingleDate, voice: Voice): string {
  const { words } = voice;
  const inUnits = (unit: Unit) => displayDays(unit, date.earliest, date.latest, voice);
  const year = Number(date.earliest.slice(0, 4));
  switch (date.precision) {
    case "CENTURY":
      return words.century ? `${words.century(year / 100 + 1)} (${inUnits("YEAR")})` : inUnits("YEAR");
    case "DECADE":
      return words.decade ? words.decade(year) : inUnits("YEAR");
    case "SEASON":
      return displayDivision(text, voice, inUnits);
    case "TIME":
      return `${inUnits("DAY")}, ${clockAsWritten(text)}`;
    default: {
      const unit = wholeUnit(date);
      // X for some of its digits: one month of `2025-1X`, one day of `2025-08-2X`.
      return unit === date.precision ? inUnits(unit) : words.oneOf(inUnits(unit));
    }
  }
}

/** The largest unit that fits the bounds of a date. */
function wholeUnit({ earliest, latest }: SingleDate): Unit {
  if (earliest.endsWith("-01-01") && latest.endsWith("-12-31")) return "YEAR";
  const [year, month, day] = latest.split("-").map(Number);
  return earliest.endsWith("-01") && day === daysInMonth(year ?? 0, month ?? 0) ? "MONTH" : "DAY";
}

/** A season or quarter by name, where the language has one here; else the months of the division. */
function displayDivision(text: string, voice: Voice, inUnits: (unit: Unit) => string): string {
  const code = Number(/\d\d(?=[~?%]?$)/.exec(text));
  const name = voice.words.seasons?.[code - 21] ?? voice.words.quarters?.[code - 33];
  return name ? name.replace("#", inUnits("YEAR")) : inUnits("MONTH");
}

/** `14:30 UTC`, `14:30:15 UTC-05:00`, or without an offset `14:30`; seconds are left out where they are zero. */
function clockAsWritten(text: string): string {
  const [clock = "", offset = ""] = text.slice(text.indexOf("T") + 1).split(/(?=[Z+-])/);
  const shown = clock.replace(/^(..:..):00$/, "$1");
  return offset ? `${shown} UTC${offset.replace(/^(?:Z|\+00(?::00)?)$/, "")}` : shown;
}

function displayDays(unit: Unit, earliest: Day, latest: Day, voice: Voice): string {
  const format = voice.formats[unit];
  const [first, last] = [startInUtc(earliest), startInUtc(latest)];
  const [start, end] = [format.format(first), format.format(last)];
  if (start === end) return start;
  // Some runtimes set thin spaces about the dash, some plain ones.
  return voice.hasRanges
    ? format.formatRange(first, last).replace(/[\u2009\u202f]/g, " ")
    : `${start} – ${end}`;
}

/** The day as the point in time that formatters in UTC show as that day. */
function startInUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
