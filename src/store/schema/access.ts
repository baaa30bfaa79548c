import { SCOPES, type Scope } from "../../domain/access.ts";
import type { Columns } from "./columns-sqlite.ts";
import { oneOf } from "./one-of.ts";

/** Who may do what. */
export function defineAccessTables({ table, id, text, instant, check }: Columns) {
  /** A key, of which only the SHA-256 digest is kept. A key that was revoked stays, so that its name is not given again. */
  const accessKey = table(
    "access_key",
    {
      id: id(),
      key: text().notNull().unique(),
      name: text().notNull(),
      scope: text().$type<Scope>().notNull(),
      /** In hexadecimal. */
      digest: text().notNull().unique(),
      createdAt: instant().notNull(),
      /** Null: it holds until it is revoked. */
      expiresAt: instant(),
      revokedAt: instant(),
      /** To the minute. */
      lastUsedAt: instant(),
    },
    (t) => [check("access_key_scope", oneOf(t.scope, SCOPES))],
  );
  return { accessKey };
}

export type AccessTables = ReturnType<typeof defineAccessTables>;
