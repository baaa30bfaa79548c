/** A calendar day as ISO 8601 text, `YYYY-MM-DD`, years 0001 to 9999: it sorts as it reads and has no time zone. */
export type Day = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month (1 to 12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The ISO text of a day, given as year, month (1 to 12) and day of the month. */
export function toDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether a text is a full, existing day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day in UTC of a point in time. */
export function utcDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a < b ? b : a;
}

/** The day after a day. */
export function nextDay(day: Day): Day {
  const [year = 1, month = 1, date = 1] = day.split("-").map(Number);
  if (date < daysInMonth(year, month)) return toDay(year, month, date + 1);
  return month < 12 ? toDay(year, month + 1, 1) : toDay(year + 1, 1, 1);
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The day so many days after a day; before it where `days` is negative. Null outside of the years 0001 to 9999. */
export function addDays(day: Day, days: number): Day | null {
  const moved = new Date(Date.parse(day) + days * MILLISECONDS_A_DAY);
  const year = Number.isNaN(moved.getTime()) ? 0 : moved.getUTCFullYear();
  return year >= 1 && year <= 9999 ? toDay(year, moved.getUTCMonth() + 1, moved.getUTCDate()) : null;
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}
