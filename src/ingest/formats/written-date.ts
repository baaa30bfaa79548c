import { isFuzzyDate } from "../../domain/fuzzy-date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Zones by name in RFC 822, 5.1. */
const ZONES: Readonly<Record<string, string>> = {
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  Z: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/**
 * A date as pages, feeds and agencies write it, in EDTF: as exact as it is written, and on the day as written whatever
 * the offset. Read are EDTF itself, ISO 8601 in its extended and basic forms (fractions of a second are left out), dates
 * with dots (1.3.2025) or as in mail (RFC 822), and English ones with the month as a word. Undefined for anything else: 3/4/2025 is
 * two days.
 */
export function writtenDate(written: string): string | undefined {
  const text = written.trim();
  // The year 1 is what some programs write for no date.
  if (text.length > 200 || text.startsWith("0001-01-01")) return undefined;
  if (isFuzzyDate(text)) return text;
  const found = isoDate(text) ?? dottedDate(text) ?? mailDate(text) ?? englishDate(text);
  return found !== undefined && isFuzzyDate(found) ? found : undefined;
}

function isoDate(text: string): string | undefined {
  const match =
    /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?:(?:[T ]|, )(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*))?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, year, , month, day, hour, minute, second, zone = ""] = match;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : withTime(date, hour, minute, second, zone);
}

/** 1.3.2025 has the day first wherever dates are written with dots. */
function dottedDate(text: string): string | undefined {
  const match = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?\b/.exec(text);
  if (!match) return undefined;
  const [, day = "", month = "", year, hour, minute] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return hour === undefined ? date : withTime(date, hour.padStart(2, "0"), minute, undefined, "");
}

function mailDate(text: string): string | undefined {
  const match =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(\S*).*$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, day = "", month = "", year = "", hour = "", minute, second, zone = ""] = match;
  const date = namedDate(fullYear(year), month, day);
  return date && withTime(date, hour.padStart(2, "0"), minute, second, zone);
}

function englishDate(text: string): string | undefined {
  const dayFirst = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]+)\.?,?\s+(\d{4})\b/i.exec(
    text,
  );
  if (dayFirst) return namedDate(dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? "");
  const monthFirst =
    /^(?:(?:published|posted|updated)\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(
      text,
    );
  if (monthFirst) return namedDate(monthFirst[3] ?? "", monthFirst[1] ?? "", monthFirst[2] ?? "");
  const monthOnly = /^([a-z]+)\.?,?\s+(\d{4})$/i.exec(text);
  return monthOnly ? namedDate(monthOnly[2] ?? "", monthOnly[1] ?? "") : undefined;
}

const MONTH_WORD =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function namedDate(year: string, month: string, day?: string): string | undefined {
  if (!MONTH_WORD.test(month)) return undefined;
  const number = String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, "0");
  return day === undefined ? `${year}-${number}` : `${year}-${number}-${day.padStart(2, "0")}`;
}

/** Years of two digits: RFC 2822, 4.3. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

/** A zone that is not known leaves the time without one; a time that cannot be is left out. */
function withTime(date: string, hour = "", minute = "", second: string | undefined, zone: string): string {
  const time = `${date}T${hour}:${minute}${second === undefined ? "" : `:${second}`}`;
  const [, sign, hours, minutes = "00"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = sign === undefined ? (ZONES[zone.toUpperCase()] ?? "") : `${sign}${hours}:${minutes}`;
  for (const candidate of [time + (offset === "-00:00" ? "Z" : offset), time]) {
    if (isFuzzyDate(candidate)) return candidate;
  }
  return date;
}
