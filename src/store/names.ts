import { and, inArray, sql } from "drizzle-orm";
import { foldedName } from "../domain/folded-name.ts";
import { SEARCH_TYPES } from "../domain/search-document.ts";
import { tokensOf } from "../domain/search-text.ts";
import type { Engine } from "./engine.ts";
import { NAME_TYPES, type NameType } from "./schema/drafts.ts";

/** Somebody or something on record that bears a name. */
export interface NamedNode {
  readonly id: number;
  /** Whether it is its name, not an alias. */
  readonly own: boolean;
}

/**
 * Finds people, organizations and places by their names and aliases, folded as for search, through the full-text index:
 * in a transaction it has to be up to date before.
 */
export function nameReaders({ db, tables, fullText, prepare, inTime }: Engine) {
  const { searchDocument } = tables;
  const types = NAME_TYPES.map((type) => SEARCH_TYPES.indexOf(type));
  const named = prepare(
    db
      .select({ type: searchDocument.type, id: searchDocument.nodeId, names: searchDocument.names })
      .from(fullText.table)
      .innerJoin(searchDocument, sql`${searchDocument.id} = ${fullText.documentId}`)
      .where(and(fullText.matches("expression"), inTime, inArray(searchDocument.type, types))),
  );
  return {
    /** All of a type that bear a name; by row number. */
    async bearing(type: NameType, name: string): Promise<NamedNode[]> {
      const [first, ...others] = tokensOf(name);
      if (first === undefined) return [];
      const expression = fullText.expression([{ tokens: [first, ...others], prefix: false }], "NAMED");
      const wanted = foldedName(name);
      const rows = await named({ expression });
      return rows
        .filter((row) => SEARCH_TYPES[row.type] === type)
        .flatMap(({ id, names }) => {
          const [own, ...aliases] = names.split("\n");
          return own === wanted || aliases.includes(wanted) ? { id, own: own === wanted } : [];
        })
        .sort((a, b) => a.id - b.id);
    },
  };
}
