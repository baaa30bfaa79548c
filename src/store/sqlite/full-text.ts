import type SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { remembered } from "../../domain/bounded-cache.ts";
import type { SearchTerm } from "../../domain/search-query.ts";
import type { FullText } from "../full-text.ts";

/** A token that no text has, between texts of one field: a phrase does not run from one into the next. */
const BETWEEN_TEXTS = "\ue000";

/**
 * Full text by FTS5. Its `ascii` tokenizer parts tokens only where we put spaces; `unicode61` would fold them again, by
 * the Unicode of 2012, and part them at letters that it does not know. The table is contentless: it keeps no texts.
 */
export function sqliteFullText(connection: SQLite.Database): FullText {
  const prepared = remembered(3, (statement) => connection.prepare<unknown[]>(statement));
  return {
    table: sql`search_index`,
    documentId: sql`search_index.rowid`,
    matches: (parameter) => sql`search_index match ${sql.placeholder(parameter)}`,
    expression(terms, within) {
      const all = terms.map(phrase).join(" AND ");
      const oneInName = `{name} : (${terms.map(phrase).join(" OR ")})`;
      switch (within) {
        case "ANY":
          return all;
        case "NAMED":
          return `${oneInName} AND (${all})`;
        case "UNNAMED":
          return `(${all}) NOT ${oneInName}`;
        case "TEXTS":
          return `{text} : (${all})`;
      }
    },
    add(documents) {
      const insert = prepared("insert into search_index (rowid, name, text) values (?, ?, ?)");
      for (const { id, names, text } of documents) insert.run(id, parted(names), parted(text));
    },
    remove(ids) {
      prepared("delete from search_index where rowid in (select value from json_each(?))").run(
        JSON.stringify(ids),
      );
    },
    clear() {
      connection.exec("insert into search_index (search_index) values ('delete-all')");
    },
  };
}

/** A term in FTS5's syntax. Tokens are letters, digits and marks, so that nothing in them needs escaping. */
function phrase({ tokens, prefix }: SearchTerm): string {
  return `"${tokens.join(" ")}"${prefix ? " *" : ""}`;
}

function parted(fields: string): string {
  return fields.replaceAll("\n", ` ${BETWEEN_TEXTS} `);
}
