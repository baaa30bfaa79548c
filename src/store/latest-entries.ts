import { and, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { ENTRY_KINDS } from "../domain/model.ts";
import { SUBJECT_TYPES, type Subject } from "../domain/timeline.ts";
import type { Engine } from "./engine.ts";

const KINDS = (["EVENT", "STATUS_CHANGE", "QUOTE"] as const).map((kind) => ENTRY_KINDS.indexOf(kind));

/** Reads what of a timeline became known last, whatever its dates. */
export function latestEntryReaders({ db, tables, parameter, prepare, inTime }: Engine) {
  const { timeline } = tables;

  // A row of the index begins on the day from which an entry is what the row says.
  const latest = prepare(
    db
      .select({ kind: timeline.kind, entryId: timeline.entryId })
      .from(timeline)
      .where(
        and(
          inTime,
          eq(timeline.subjectType, parameter("type")),
          eq(timeline.subjectId, parameter("id")),
          inArray(timeline.kind, KINDS),
          lte(timeline.fromDay, parameter("day")),
          gt(timeline.untilDay, parameter("day")),
        ),
      )
      .orderBy(desc(timeline.fromDay), desc(timeline.earliest), desc(timeline.key))
      .limit(parameter("limit")),
  );

  return {
    /** The entries of a subject whose view on a day (a number) is the newest: those that became what they are last come first. */
    of: ({ type, id }: Subject, day: number, limit: number) =>
      latest({ type: SUBJECT_TYPES.indexOf(type), id, day, limit }),
  };
}
