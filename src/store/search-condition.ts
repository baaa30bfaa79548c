import { and, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { ENTRY_KINDS } from "../domain/model.ts";
import { ENTRY_SEARCH_TYPES, SEARCH_TYPES, type SearchType } from "../domain/search-document.ts";
import type { Engine } from "./engine.ts";
import type { Expression } from "./full-text.ts";
import { isThere } from "./is-there.ts";

/**
 * How a statement finds which entries match: GATHER collects everything that matches once and then looks entries up in
 * it (about 0.6 µs for each match, 0.2 µs for each entry that is passed over); PROBE asks the full-text index about
 * each entry (10 µs), which is better for a page of entries that match more often than not.
 */
export type SearchPlan = "GATHER" | "PROBE";

/** A search as a condition of other statements. */
export interface SearchFilter {
  /** Written by the engine's full-text index. */
  readonly expression: Expression;
  /** How to read a page of what matches. */
  readonly plan: SearchPlan;
}

/** Names of the parameters of a statement. */
export interface SearchParameters {
  /** The expression to look for, from `SearchReaders.filter`. */
  readonly expression: string;
  /** The day asked about as a number, or PRESENT. */
  readonly day: string;
}

/**
 * The condition that an entry of the timeline matches a search: an event, quote or article by its own texts, a change
 * of an event by those of the event, as they were on the day asked about.
 *
 * For a text that a client gives, `await readers.search.filter(text)` answers null where nothing can match, or the
 * `expression` to give as a parameter and the `plan` for pages; a count reads on to the end, so that it gathers always.
 * In a statement over `timeline`:
 *
 *     searchCondition(engine, timeline, { expression: "search", day: "day" }, plan)
 *
 * It watches the time itself, but only while it gathers: a statement that passes over many entries needs `inTime` too.
 *
 * @param entry columns with the index of the entry's kind in ENTRY_KINDS and the row number of the entry
 */
export function searchCondition(
  engine: Engine,
  { kind, entryId }: { readonly kind: SQLWrapper; readonly entryId: SQLWrapper },
  parameters: SearchParameters,
  plan: SearchPlan,
): SQL {
  const { db, tables } = engine;
  const { searchDocument, statusChange } = tables;
  const types = ENTRY_SEARCH_TYPES.map((one, index) => sql.raw(`when ${index} then ${one}`));
  const type = sql`case ${kind} ${sql.join(types, sql` `)} end`;
  const change = sql.raw(String(ENTRY_KINDS.indexOf("STATUS_CHANGE")));
  const event = db
    .select({ eventId: statusChange.eventId })
    .from(statusChange)
    .where(sql`${statusChange.id} = ${entryId}`);
  const node = sql`case ${kind} when ${change} then ${event} else ${entryId} end`;
  if (plan === "GATHER") {
    const found = matchingDocuments(engine, ["EVENT", "QUOTE", "ARTICLE"], parameters);
    return sql`(${type}, ${node}) in (select found.type, found.node_id from ${found} found)`;
  }
  return isThere(
    db
      .select({ one: sql`1` })
      .from(searchDocument)
      .crossJoin(engine.fullText.table)
      .where(
        and(
          sql`${searchDocument.type} = ${type}`,
          sql`${searchDocument.nodeId} = ${node}`,
          current(engine, parameters.day),
          isDocument(engine),
          engine.fullText.matches(parameters.expression),
        ),
      ),
  );
}

/** Types and row numbers of what matches a search on a day. */
export function matchingDocuments(
  engine: Engine,
  types: readonly SearchType[],
  { expression, day }: SearchParameters,
) {
  const { searchDocument } = engine.tables;
  return engine.db
    .select({ type: searchDocument.type, nodeId: searchDocument.nodeId })
    .from(engine.fullText.table)
    .innerJoin(searchDocument, isDocument(engine))
    .where(
      and(
        engine.fullText.matches(expression),
        engine.inTime,
        inArray(
          searchDocument.type,
          types.map((type) => SEARCH_TYPES.indexOf(type)),
        ),
        current(engine, day),
      ),
    );
}

/** A row of the full-text index is that of a document. */
function isDocument({ tables, fullText }: Engine): SQL {
  return sql`${tables.searchDocument.id} = ${fullText.documentId}`;
}

function current({ tables, parameter }: Engine, day: string): SQL {
  const { fromDay, untilDay } = tables.searchDocument;
  return sql`${fromDay} <= ${parameter(day)} and ${untilDay} > ${parameter(day)}`;
}
