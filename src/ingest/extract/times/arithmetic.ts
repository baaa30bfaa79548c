import { addDays, type Day, weekdayOf } from "../../../domain/day.ts";

/** EDTF of a year, or of a month where one is given (months may run over: 13 is January of the next year); null out of range. */
export function edtf(year: number, month?: number): string | null {
  const moved = month === undefined ? year : year + Math.floor((month - 1) / 12);
  if (moved < 1 || moved > 9999) return null;
  const digits = String(moved).padStart(4, "0");
  return month === undefined
    ? digits
    : `${digits}-${String(((((month - 1) % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

/** An interval of two dates; null where either is missing or the end lies before the start. */
export function interval(from: string | null, to: string | null): string | null {
  return from === null || to === null || bare(from) > bare(to) ? null : `${from}/${to}`;
}

const bare = (date: string) => date.replace(/[~?%]/g, "").replaceAll("X", "9");

/** The date marked as approximate; of an interval its end. */
export function roughly(date: string | null): string | null {
  return date === null || /[~?%]$/.test(date) ? date : `${date}~`;
}

/** The nearest day of the week before or after a day; the day itself only where `inclusive`. */
export function nearestWeekday(
  day: Day,
  weekday: number,
  way: "PAST" | "FUTURE",
  inclusive: boolean,
): Day | null {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  const behind = (7 - ahead) % 7;
  if (ahead === 0) return inclusive ? day : addDays(day, way === "PAST" ? -7 : 7);
  return addDays(day, way === "PAST" ? -behind : ahead);
}

/** The week from Monday to Sunday that lies so many weeks from the one of a day. */
export function weekOf(day: Day, weeks: number): string | null {
  const monday = addDays(day, 1 - weekdayOf(day) + 7 * weeks);
  return monday && interval(monday, addDays(monday, 6));
}

export type TimeUnit = "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century";

/** How exact a date an amount of a unit needs to be counted from. */
export function precisionFor(unit: TimeUnit): "DAY" | "MONTH" | "YEAR" {
  if (unit === "month") return "MONTH";
  return unit === "year" || unit === "decade" || unit === "century" ? "YEAR" : "DAY";
}

/**
 * The date so many units from a date, as exact as the unit: weeks give a rough day, months a month, years a year,
 * decades and centuries a rough year. Null where the date is not exact enough.
 */
export function shifted(from: string, amount: number, unit: TimeUnit): string | null {
  const [, year = "", month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(from) ?? [];
  if (year === "") return null;
  const whole = day === undefined ? null : `${year}-${month}-${day}`;
  switch (unit) {
    case "minute":
    case "hour":
      return whole;
    case "day":
      return whole && addDays(whole, amount);
    case "week":
      return roughly(whole && addDays(whole, 7 * amount));
    case "month":
      return month === undefined ? null : edtf(Number(year), Number(month) + amount);
    case "year":
      return edtf(Number(year) + amount);
    case "decade":
      return roughly(edtf(Number(year) + 10 * amount));
    case "century":
      return roughly(edtf(Number(year) + 100 * amount));
  }
}

/** The unit that a word names, singular or plural; `nights` count as days, and a fortnight is two weeks. */
export function readUnit(word: string): { unit: TimeUnit; times: number } {
  const lower = word.toLowerCase();
  if (lower.startsWith("fortnight")) return { unit: "week", times: 2 };
  if (lower.startsWith("night")) return { unit: "day", times: 1 };
  if (lower.startsWith("centur")) return { unit: "century", times: 1 };
  const unit = (["minute", "hour", "day", "week", "month", "year", "decade"] as const).find((name) =>
    lower.startsWith(name),
  );
  return { unit: unit ?? "day", times: 1 };
}
