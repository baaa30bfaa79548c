import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** A key as it is kept, without its secret. */
export type AccessKey = Tables["accessKey"]["$inferSelect"];

/** Reads keys. A replica may not know yet that one was revoked: ask the database itself. */
export function accessKeyReaders({ db, tables, among, prepare }: Engine) {
  const { accessKey } = tables;
  const by = (column: "digest" | "key" | "name") =>
    prepare(db.select().from(accessKey).where(among(accessKey[column], "values")));
  const byDigest = by("digest");
  const byKey = by("key");
  const byName = by("name");
  const all = prepare(db.select().from(accessKey).orderBy(accessKey.createdAt, accessKey.id));
  return {
    byDigest: (digests: readonly string[]) => byDigest({ values: digests }),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    byName: (names: readonly string[]) => byName({ values: names }),
    /** In the order in which they were made. */
    all: () => all(),
  };
}
