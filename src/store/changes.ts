import { and, asc, count, desc, eq, gt, lt, max, ne, sql } from "drizzle-orm";
import type { Awaitable, Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";
import { COUNT_LIMIT } from "./timeline.ts";

type Logged = Tables["changeLog"]["$inferSelect"];

/** An entry of the change log, without who wrote it and what it was before and after: these are no reader's business. */
export type LoggedChange = Pick<Logged, "position" | "at" | "action" | "nodeType" | "nodeKey">;

/** An entry as editors see it. */
export type EditedChange = Logged;

/** Reads the change log. Positions grow in the order of commits: what is read after one misses nothing. */
export function changeReaders({ db, tables, among, parameter, prepare }: Engine) {
  const { changeLog } = tables;
  const { position, at, action, nodeType, nodeKey } = changeLog;
  // What editors do to drafts is no news for readers: nothing of it is on record.
  const onRecord = ne(nodeType, "Draft");
  const columns = { position, at, action, nodeType, nodeKey };
  const after = prepare(
    db
      .select(columns)
      .from(changeLog)
      .where(and(onRecord, gt(changeLog.position, parameter("after"))))
      .orderBy(asc(changeLog.position))
      .limit(parameter("limit")),
  );
  const before = prepare(
    db
      .select(columns)
      .from(changeLog)
      .where(
        and(
          onRecord,
          lt(changeLog.position, parameter("before")),
          gt(changeLog.position, parameter("after")),
        ),
      )
      .orderBy(desc(changeLog.position))
      .limit(parameter("limit")),
  );
  const last = prepare(
    db.select({ position: changeLog.position }).from(changeLog).orderBy(desc(changeLog.position)).limit(1),
  );
  const one = prepare(
    db
      .select({ at })
      .from(changeLog)
      .where(eq(changeLog.position, parameter("position"))),
  );
  const some = db
    .select({ one: sql`1`.as("one") })
    .from(changeLog)
    .where(and(onRecord, gt(changeLog.position, parameter("after"))))
    .limit(parameter("limit"))
    .as("some");
  const lasts = prepare(
    db
      .select({ nodeType, nodeKey, position: max(position) })
      .from(changeLog)
      .where(and(eq(nodeType, parameter("type")), among(nodeKey, "values")))
      .groupBy(nodeType, nodeKey),
  );
  const entries = prepare(
    db
      .select()
      .from(changeLog)
      .where(and(eq(nodeType, parameter("type")), among(nodeKey, "values"), gt(position, parameter("after"))))
      .orderBy(asc(position))
      .limit(parameter("limit")),
  );
  const log = prepare(
    db
      .select()
      .from(changeLog)
      .where(lt(position, parameter("before")))
      .orderBy(desc(position))
      .limit(parameter("limit")),
  );
  const tally = prepare(db.select({ changes: count() }).from(some));

  return {
    /** Entries after a position, oldest first. */
    after: (position: number, limit: number): Promise<LoggedChange[]> | LoggedChange[] =>
      after({ after: position, limit }),
    /** Entries between two positions, latest first. */
    before: (position: number, after: number, limit: number): Promise<LoggedChange[]> | LoggedChange[] =>
      before({ before: position, after, limit }),
    /** The position of the latest entry; 0 where there is none. */
    async last(): Promise<number> {
      const [row] = await last();
      return row?.position ?? 0;
    },
    /** When the entry at a position was written; null where there is none. */
    async writtenAt(position: number): Promise<Date | null> {
      const [row] = await one({ position });
      return row?.at ?? null;
    },
    /** The position of the last entry about each of many things of a type. */
    lastOf: (type: string, keys: readonly string[]) => lasts({ type, values: keys }),
    /** What was written about things of a type after a position, by whom, oldest first. */
    about: (type: string, keys: readonly string[], after: number, limit: number): Awaitable<EditedChange[]> =>
      entries({ type, values: keys, after, limit }),
    /** All that was written before a position, by whom, latest first. */
    log: (before: number, limit: number): Awaitable<EditedChange[]> => log({ before, limit }),
    /** How many entries there are after a position: exact up to {@link COUNT_LIMIT}, and no more than that beyond. */
    async count(position: number): Promise<{ readonly count: number; readonly exact: boolean }> {
      const [row] = await tally({ after: position, limit: COUNT_LIMIT + 1 });
      const found = row?.changes ?? 0;
      return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
    },
  };
}
