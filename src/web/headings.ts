import { displayFuzzyDate } from "../domain/date-display.ts";
import type { Day } from "../domain/day.ts";
import { parseFuzzyDate } from "../domain/fuzzy-date.ts";
import { distanceInWords } from "./distance.ts";

/** The date of an entry, as the pages ask for it. */
export interface When {
  readonly edtf: string;
  readonly display: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly precision: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** Something with a date. */
interface Standing {
  readonly when: When | null;
}

/** Entries of one day, or of one date that is known no better; what has no date stands by itself. */
export interface Group<Item> {
  /** Null where there is no date. */
  readonly label: string | null;
  readonly edtf: string | null;
  /** Whether the date is less than a day that is known. */
  readonly vague: boolean;
  /** How far it lies from the dated group before it, in words; null where nothing can be said. */
  readonly distance: string | null;
  readonly items: readonly Item[];
}

/** Groups under the heading of a month, or under their year only. */
export interface Month<Item> {
  /** Such as "October"; null for what is known to the year only, or has no date. */
  readonly heading: string | null;
  readonly groups: readonly Group<Item>[];
}

/** Months under the heading of a year. */
export interface Year<Item> {
  /** Such as "2025", or what stands there where the year is not known. */
  readonly heading: string;
  readonly months: readonly Month<Item>[];
}

/** What has no date stands under this. */
export const NO_DATE = "No date set";

/**
 * Parts entries, in their order, into years, months and days. Each stands where its order puts it: what is known to the
 * month only after the first day of the month, and what is known to the year only after the first day of the year, where a
 * month that was interrupted goes on under its heading once more.
 */
export function byYear<Item extends Standing>(items: readonly Item[]): Year<Item>[] {
  const years: { heading: string; months: { heading: string | null; groups: Group<Item>[] }[] }[] = [];
  for (const group of byDay(items)) {
    const { year: heading, month } = headingsOf(group.items[0]?.when ?? null);
    const months = years.at(-1)?.heading === heading ? years.at(-1)?.months : undefined;
    const last = months?.at(-1);
    if (months === undefined) years.push({ heading, months: [{ heading: month, groups: [group] }] });
    else if (last && last.heading === month) last.groups.push(group);
    else months.push({ heading: month, groups: [group] });
  }
  return years;
}

/** Parts entries, in their order, into those of one day each, or of one date that is known no better. */
export function byDay<Item extends Standing>(items: readonly Item[]): Group<Item>[] {
  const groups: (Group<Item> & { readonly items: Item[]; readonly when: When | null })[] = [];
  for (const item of items) {
    const { when } = item;
    const last = groups.at(-1);
    if (last && when !== null && last.when !== null && sameDays(when, last.when)) {
      last.items.push(item);
      continue;
    }
    groups.push({
      when,
      label: when && labelOf(when),
      edtf: when && (when.precision === "TIME" ? when.earliest : when.edtf),
      vague: when === null || when.approximate || when.uncertain || !["DAY", "TIME"].includes(when.precision),
      distance: when && last?.when ? distanceInWords(last.when, when) : null,
      items: [item],
    });
  }
  return groups;
}

/** Whether two dates mean the same days. */
export function sameDays(a: When, b: When): boolean {
  return a.earliest === b.earliest && a.latest === b.latest && (a.earliest !== null || a.edtf === b.edtf);
}

/** What stands in the gutter: the day alone where a time is known too, since others of that day share the card. */
function labelOf(when: When): string {
  return when.precision === "TIME" && when.earliest !== null ? dateInWords(when.earliest) : when.display;
}

/** A date as it is read: "18 October 2025", "about 22 November 2025". */
export function dateInWords(edtf: string): string {
  return displayFuzzyDate(parseFuzzyDate(edtf));
}

const COARSE = new Set(["YEAR", "DECADE", "CENTURY", "SEASON"]);

function headingsOf(when: When | null): { readonly year: string; readonly month: string | null } {
  if (when === null) return { year: NO_DATE, month: null };
  const [year, month] = /^(\d{4})-(\d{2})/.exec(when.earliest ?? "")?.slice(1) ?? [];
  if (year === undefined || month === undefined) return { year: "Beginning not known", month: null };
  const wholeYears = when.earliest?.endsWith("-01-01") && (when.latest?.endsWith("-12-31") ?? true);
  const coarse =
    COARSE.has(when.precision) || (wholeYears && !["DAY", "TIME", "MONTH"].includes(when.precision));
  const name = new Date(Date.UTC(2000, Number(month) - 1));
  return {
    year: String(Number(year)),
    month: coarse ? null : name.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" }),
  };
}
