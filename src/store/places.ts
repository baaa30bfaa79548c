import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

export type Place = Tables["place"]["$inferSelect"];

/** Reads places. */
export function placeReaders({ db, tables, among, kept, prepare }: Engine) {
  const { place } = tables;
  const by = (column: "id" | "key" | "slug") =>
    prepare(db.select().from(place).where(among(place[column], "values")));
  const byId = by("id");
  const byKey = by("key");
  const bySlug = by("slug");
  return {
    byId: kept((ids) => byId({ values: ids })),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    bySlug: (slugs: readonly string[]) => bySlug({ values: slugs }),
  };
}
