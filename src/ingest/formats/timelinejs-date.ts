import { z } from "zod";
import { isFuzzyDate } from "../../domain/fuzzy-date.ts";
import { refuse } from "../problems.ts";

/** A whole number, also written as text; undefined where it is blank. */
const part = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    const text = String(value ?? "").trim();
    if (text === "") return undefined;
    if (/^-?\d{1,12}$/.test(text)) return Number(text);
    context.addIssue({ code: "custom", message: `"${text.slice(0, 20)}" is no whole number` });
    return z.NEVER;
  });

/** A date as TimelineJS3 has it, in parts. */
export const TimelineDate = z.object({
  year: part,
  month: part,
  day: part,
  hour: part,
  minute: part,
  second: part,
});

type Parts = z.output<typeof TimelineDate>;

/** The date of a slide in EDTF; one with an end is an interval of days. */
export function slideDate(start: Parts | undefined, end: Parts | undefined, at: string): string | undefined {
  if (start === undefined) return undefined;
  const from = dateOf(start, `${at}.start_date`);
  const to = end === undefined ? undefined : dateOf(end, `${at}.end_date`);
  if (to === undefined || to === from) return from;
  const [first, last] = [from, to].map((date) => date?.split("T")[0]);
  if (first === last) return from;
  const interval = `${first}/${last}`;
  if (!isFuzzyDate(interval)) refuse(at, `ends (${last}) before it begins (${first})`);
  return interval;
}

function dateOf(parts: Parts, at: string): string | undefined {
  const { year, month, day, hour, minute, second } = parts;
  if (year === undefined) return refuse(at, "has no year");
  if (year < 1 || year > 9999)
    return refuse(at, `the year ${year} lies outside of 1 to 9999, which can be kept`);
  if (month === undefined && day !== undefined) return refuse(at, "has a day but no month");
  const date = [
    digits(year, 4),
    ...[month, day].flatMap((one) => (one === undefined ? [] : [digits(one)])),
  ].join("-");
  const isTimed = day !== undefined && hour !== undefined;
  const time = [hour, minute ?? 0, second].flatMap((one) => (one === undefined ? [] : [digits(one)]));
  const edtf = isTimed ? `${date}T${time.join(":")}` : date;
  // Months 21 to 41 are seasons in EDTF.
  if ((month ?? 1) > 12 || !isFuzzyDate(edtf)) return refuse(at, `there is no ${edtf} in the calendar`);
  return edtf;
}

function digits(number: number, length = 2): string {
  return String(number).padStart(length, "0");
}
