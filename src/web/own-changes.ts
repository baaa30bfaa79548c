import type { ChangeResult, EntryResult } from "./entry.tsx";
import { sameDays, type When } from "./headings.ts";

/** An entry, with the changes that stand in its card instead of by themselves. */
export interface Card {
  readonly entry: EntryResult;
  readonly when: When | null;
  readonly changes: readonly ChangeResult[];
}

/** Puts the changes of an event that are of the event's own day, or undated like it, into the event's card. */
export function withOwnChanges(entries: readonly EntryResult[]): Card[] {
  const events = new Map(
    entries.flatMap((entry) => (entry.__typename === "Event" ? [[entry.slug, entry.when] as const] : [])),
  );
  const own = new Map<string, ChangeResult[]>();
  const isOwn = (entry: EntryResult) => {
    if (entry.__typename !== "StatusChange" || !events.has(entry.event.slug)) return false;
    const when = events.get(entry.event.slug) ?? null;
    return when === null || entry.when === null ? when === entry.when : sameDays(when, entry.when);
  };
  const others = entries.filter((entry) => {
    if (!isOwn(entry) || entry.__typename !== "StatusChange") return true;
    own.set(entry.event.slug, [...(own.get(entry.event.slug) ?? []), entry]);
    return false;
  });
  return others.map((entry) => ({
    entry,
    when: entry.when,
    changes: entry.__typename === "Event" ? (own.get(entry.slug) ?? []) : [],
  }));
}
