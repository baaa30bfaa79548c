import { aliasedTable, and, count, eq, gt, lte } from "drizzle-orm";
import { SUBJECT_TYPES } from "../domain/timeline.ts";
import type { Engine } from "./engine.ts";
import { madeOnce } from "./made-once.ts";
import { COUNT_LIMIT, params, shapeOf, stretchesOf, type TimelineQuery, WHOLE } from "./timeline.ts";
import { type Shape, timelineCondition } from "./timeline-conditions.ts";

/** How many of the entries that match are of a kind and facet (see TimelineRow). */
export interface FacetTally {
  readonly kind: number;
  readonly facet: number | null;
  readonly entries: number;
}

/** How many of the entries that match are somebody's. */
export interface PersonTally {
  readonly agentId: number;
  readonly slug: string;
  readonly entries: number;
}

/**
 * Counts what a question to the timeline index finds, parted by what readers narrow a timeline by. Of each kind of entry
 * up to {@link COUNT_LIMIT} are counted, so that a count that reaches it is one at least.
 */
export function timelineTallies(engine: Engine) {
  const { db, tables, parameter, prepare, inTime } = engine;
  const { timeline, agent } = tables;

  const matching = (shape: Shape) =>
    db
      .select({ kind: timeline.kind, entryId: timeline.entryId, facet: timeline.facet })
      .from(timeline)
      .where(timelineCondition(engine, shape))
      .limit(parameter("limit"))
      .as("matching");

  const byFacet = madeOnce((shape: Shape) => {
    const found = matching(shape);
    return prepare(db.select({ facet: found.facet, entries: count() }).from(found).groupBy(found.facet));
  });

  const byPerson = madeOnce((shape: Shape) => {
    const found = matching(shape);
    const theirs = aliasedTable(timeline, "theirs");
    const counted = db
      .select({ agentId: theirs.subjectId, entries: count().as("entries") })
      .from(found)
      .innerJoin(theirs, and(eq(theirs.kind, found.kind), eq(theirs.entryId, found.entryId)))
      .where(
        and(
          inTime,
          eq(theirs.subjectType, SUBJECT_TYPES.indexOf("AGENT")),
          lte(theirs.fromDay, parameter("day")),
          gt(theirs.untilDay, parameter("day")),
        ),
      )
      .groupBy(theirs.subjectId)
      .as("counted");
    return prepare(
      db
        .select({ agentId: counted.agentId, slug: agent.slug, entries: counted.entries })
        .from(counted)
        .innerJoin(agent, eq(agent.id, counted.agentId))
        .where(eq(agent.type, "PERSON")),
    );
  });

  /** Asks for each kind, and for each stretch of the index that is read for it. */
  async function each<Row>(
    query: TimelineQuery,
    statementFor: (shape: Shape) => (values: ReturnType<typeof params>) => Promise<Row[]> | Row[],
  ): Promise<{ readonly kind: number; readonly row: Row }[]> {
    const found: { kind: number; row: Row }[] = [];
    for (const strand of stretchesOf(query, WHOLE).flat()) {
      const shape = shapeOf(query, query.subjects, strand);
      const statement = statementFor(query.search === null ? shape : { ...shape, search: "GATHER" });
      for (const kind of query.kinds) {
        const rows = await statement({ ...params(query, query.subjects, strand, kind), limit: COUNT_LIMIT });
        for (const row of rows) found.push({ kind, row });
      }
    }
    return found;
  }

  return {
    /** By kind and status, or kind of quote. */
    async byFacet(query: TimelineQuery): Promise<FacetTally[]> {
      const tallies = new Map<string, FacetTally>();
      for (const { kind, row } of await each(query, byFacet)) {
        const name = `${kind} ${row.facet}`;
        const entries = row.entries + (tallies.get(name)?.entries ?? 0);
        tallies.set(name, { kind, facet: row.facet, entries });
      }
      return [...tallies.values()];
    },

    /** By person: most entries first, then by slug. */
    async byPerson(query: TimelineQuery): Promise<PersonTally[]> {
      const tallies = new Map<number, PersonTally>();
      for (const { row } of await each(query, byPerson)) {
        const entries = row.entries + (tallies.get(row.agentId)?.entries ?? 0);
        tallies.set(row.agentId, { ...row, entries });
      }
      return [...tallies.values()].sort((a, b) => b.entries - a.entries || (a.slug < b.slug ? -1 : 1));
    },
  };
}
