import { desc, isNull } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** That one thing was taken for another. */
export type Merge = Tables["merge"]["$inferSelect"];

/** Reads merges. */
export function mergeReaders({ db, tables, among, parameter, prepare }: Engine) {
  const { merge } = tables;
  const byKey = prepare(db.select().from(merge).where(among(merge.key, "values")));
  const holding = prepare(
    db
      .select()
      .from(merge)
      .where(isNull(merge.undoneAt))
      .orderBy(desc(merge.at), desc(merge.id))
      .limit(parameter("limit")),
  );
  return {
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    /** Those that were not undone, latest first. */
    holding: (limit: number) => holding({ limit }),
  };
}
