import { z } from "zod";
import { type Day, isDay } from "../domain/day.ts";
import { ENTRY_KINDS, type EntryKind, EVENT_STATUSES, type EventStatus } from "../domain/model.ts";
import type { TimelineOrder } from "../domain/timeline-paging.ts";

/** What the address of a timeline says. */
export interface TimelineParams {
  readonly asOf: Day | null;
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
  asOf: z.string().refine(isDay).nullable().catch(null),
  person: text,
  kind: oneOf(ENTRY_KINDS),
  status: oneOf(EVENT_STATUSES),
  from: text,
  to: text,
  order: z.enum(["OLDEST_FIRST", "NEWEST_FIRST"]).catch("OLDEST_FIRST"),
  after: text,
  since: text,
});

/** Reads the address of a timeline. What it says that means nothing counts as not said. */
export function timelineParams(search: URLSearchParams): TimelineParams {
  const names = Object.keys(Params.shape);
  const { kind, status, ...given } = Params.parse(
    Object.fromEntries(names.map((name) => [name, search.get(name)])),
  );
  return {
    ...given,
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
