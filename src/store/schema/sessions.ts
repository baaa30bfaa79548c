import type { AccessTables } from "./access.ts";
import type { Columns } from "./columns-sqlite.ts";

/** Who is signed in at a browser. */
export function defineSessionTables(
  { table, id, ref, text, instant, index }: Columns,
  { accessKey }: AccessTables,
) {
  /** A session, of whose token only the SHA-256 digest is kept. It holds no longer than its key does. */
  const session = table(
    "session",
    {
      id: id(),
      /** In hexadecimal. */
      digest: text().notNull().unique(),
      accessKeyId: ref()
        .notNull()
        .references(() => accessKey.id),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
    },
    (t) => [index("session_expires").on(t.expiresAt)],
  );
  return { session };
}
