import type { AccessTables } from "./access.ts";
import type { Columns } from "./columns-sqlite.ts";

/** Who is signed in at a browser. */
export function defineSessionTables(
  { table, id, ref, text, int, instant, index }: Columns,
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

  /** Keys that were tried at the sign-in and not found to be right, by client: all processes on one store count together. */
  const signInAttempt = table(
    "sign_in_attempt",
    {
      id: id(),
      /** SHA-256 digest of the client's address, in hexadecimal. */
      client: text().notNull().unique(),
      tried: int().notNull(),
      /** From when on they count no more. */
      expiresAt: instant().notNull(),
    },
    (t) => [index("sign_in_attempt_expires").on(t.expiresAt)],
  );
  return { session, signInAttempt };
}
