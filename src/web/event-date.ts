import type { EventStatus } from "../domain/model.ts";
import { dateInWords } from "./headings.ts";

/** A date, as far as its wording depends on what it is the date of. */
interface SetDate {
  readonly edtf: string;
  readonly display: string;
  readonly precision: string;
}

const ANNOUNCED: ReadonlySet<EventStatus> = new Set(["SCHEDULED", "RESCHEDULED", "POSSIBLE"]);

/** The date of an event as pages tell it: what is announced for a stretch of days is to come between two of them. */
export function eventDate(when: SetDate, status: EventStatus): string {
  return ANNOUNCED.has(status) ? announcedDate(when) : when.display;
}

/**
 * The date that something was announced for, in words: "between 16 October and about 30 October 2025", "between 20 and 31
 * October 2025". Other dates than a stretch with two ends are told as they are.
 */
export function announcedDate({ edtf, display, precision }: SetDate): string {
  const [from = "", to = ""] = edtf.split("/");
  if (precision !== "INTERVAL" || !/\d/.test(from) || !/\d/.test(to)) return display;
  const [start, end] = [dateInWords(from), dateInWords(to)];
  return `between ${withoutWhatFollows(start, end)} and ${end}`;
}

/** A date without the month and the year that another one, which follows, says again. */
function withoutWhatFollows(start: string, end: string): string {
  const [, day, month, year] = /^(\d+) (\p{L}+) (\d{4})$/u.exec(start) ?? [];
  const [, endMonth, endYear] = /^\d+ (\p{L}+) (\d{4})$/u.exec(end) ?? [];
  if (day !== undefined && month === endMonth && year === endYear) return day;
  const [, rest, own] = /^(.*\p{L}) (\d{4})$/u.exec(start) ?? [];
  return rest !== undefined && end.endsWith(` ${own}`) ? rest : start;
}

/** What a step of an event's history says of its date, after its status: "on 15 August 2025", "for May 2026". */
export function stepDate(date: SetDate, status: EventStatus): string {
  if (status === "IN_PROGRESS") return `since ${date.display}`;
  if (status === "OCCURRED") return heldOn(date);
  return setFor(date);
}

/** The same for a date that something was set for. */
export function setFor(date: SetDate): string {
  const told = announcedDate(date);
  return told.startsWith("between ") ? told : `for ${told}`;
}

function heldOn({ edtf, display }: SetDate): string {
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(edtf)) return `on ${display}`;
  return /^\d{4}(-\d\d)?$/.test(edtf) ? `in ${display}` : display;
}
