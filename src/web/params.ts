import { z } from "zod";
import { type Day, isDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { ENTRY_KINDS, type EntryKind, EVENT_STATUSES, type EventStatus } from "../domain/model.ts";
import type { TimelineOrder } from "../domain/timeline-paging.ts";

/** What the address of a timeline says. */
export interface TimelineParams {
  /** The day that the page is seen from; null for today. */
  readonly asOf: Day | null;
  /** What is wrong with the day that was asked for, in words for its reader; null where nothing is. */
  readonly asOfProblem: string | null;
  readonly person: string | null;
  readonly kinds: EntryKind[] | null;
  readonly status: EventStatus[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly order: TimelineOrder;
  readonly after: string | null;
  /** The cursor of the change log at which its reader last looked. */
  readonly since: string | null;
  /** Whether anything but the order narrows or moves what is shown. */
  readonly narrowed: boolean;
  /** The address again, with some of it changed. */
  toSearch(changed: Readonly<Record<string, string | null>>): string;
}

/** An empty field of a form says nothing. */
const text = z
  .string()
  .transform((value) => value.trim() || null)
  .nullable()
  .catch(null);
const oneOf = <Word extends string>(words: readonly Word[]) => z.enum(words).nullable().catch(null);

const Params = z.object({
  asOf: text,
  person: text,
  kind: oneOf(ENTRY_KINDS),
  status: oneOf(EVENT_STATUSES),
  from: text,
  to: text,
  order: z.enum(["OLDEST_FIRST", "NEWEST_FIRST"]).catch("OLDEST_FIRST"),
  after: text,
  since: text,
});

/**
 * Reads the address of a timeline. What it says that means nothing counts as not said, but for the day that it is seen
 * from: of a day that is none, or has not come yet, another page would be shown than was asked for.
 */
export function timelineParams(search: URLSearchParams, today: Day): TimelineParams {
  const names = Object.keys(Params.shape);
  const {
    kind,
    status,
    asOf: day,
    ...given
  } = Params.parse(Object.fromEntries(names.map((name) => [name, search.get(name)])));
  const asOfProblem = day === null ? null : problemWith(day, today);
  return {
    ...given,
    asOf: day !== null && isDay(day) && asOfProblem === null ? day : null,
    asOfProblem,
    kinds: kind && [kind],
    status: status && [status],
    narrowed: [given.person, kind, status, given.from, given.to].some((one) => one !== null),
    toSearch(changed) {
      const next = new URLSearchParams();
      for (const name of names) {
        const value = name in changed ? changed[name] : search.get(name);
        if (value) next.set(name, value);
      }
      return next.toString();
    },
  };
}

/**
 * The day that a page is seen from.
 *
 * @throws DatelineError INVALID_DATE for what is no day that has come
 */
export function seenFrom({ asOf, asOfProblem }: TimelineParams): Day | null {
  if (asOfProblem !== null) throw new DatelineError("INVALID_DATE", asOfProblem);
  return asOf;
}

function problemWith(day: string, today: Day): string | null {
  const shown = [...day].slice(0, 30).join("");
  if (!isDay(day)) return `“${shown}” is not a day. Days look like 2025-10-18.`;
  return day > today ? `${day} has not come yet: the latest day to look back from is ${today}.` : null;
}
