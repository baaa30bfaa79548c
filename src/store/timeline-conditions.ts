import { aliasedTable, and, eq, gt, gte, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import { isThere } from "./is-there.ts";
import { type SearchPlan, searchCondition } from "./search-condition.ts";

/** What a question to the timeline index is made of: a statement is prepared once for each shape. */
export interface Shape {
  /** How many subjects an entry must belong to besides the first. */
  readonly others: number;
  readonly facets: boolean;
  readonly dates: boolean;
  /** Whether only what was reported after a day is asked for. */
  readonly news: boolean;
  /** Whether the role is asked for at all, and of whom. */
  readonly roles: "NONE" | "ANYONE" | "AGENT";
  /** How entries are matched with a search; NONE where there is none. */
  readonly search: "NONE" | SearchPlan;
  /** Whether only the entries of a class of lead are read. */
  readonly ofLead: boolean;
  /** Whether the rows that are passed over may be many, so that the time has to be watched. */
  readonly watched: boolean;
}

/**
 * The condition for entries of the first subject (`type0`, `id0`), of one kind, that lie strictly between two positions
 * and were current on a day.
 */
export function timelineCondition(engine: Engine, shape: Shape): SQL | undefined {
  const { tables, parameter, among, inTime } = engine;
  const { timeline } = tables;
  const position = sql`(${timeline.earliest}, ${timeline.latest}, ${timeline.time}, ${timeline.reported}, ${timeline.key})`;
  const bound = (name: string) =>
    sql`(${parameter(`${name}Earliest`)}, ${parameter(`${name}Latest`)}, ${parameter(`${name}Time`)}, ${parameter(`${name}Reported`)}, ${parameter(`${name}Key`)})`;
  return and(
    eq(timeline.subjectType, parameter("type0")),
    eq(timeline.subjectId, parameter("id0")),
    eq(timeline.kind, parameter("kind")),
    sql`${position} > ${bound("lower")}`,
    sql`${position} < ${bound("upper")}`,
    // First of what the index does not answer, so that each row that is passed over counts.
    shape.watched ? inTime : undefined,
    shape.ofLead ? eq(timeline.leadClass, parameter("leadClass")) : undefined,
    lte(timeline.fromDay, parameter("day")),
    gt(timeline.untilDay, parameter("day")),
    shape.facets ? among(timeline.facet, "facets") : undefined,
    shape.news ? gt(timeline.reported, parameter("reportedAfter")) : undefined,
    ...(shape.dates
      ? [
          gte(timeline.latest, parameter("latestFrom")),
          lte(timeline.latest, parameter("latestTo")),
          gte(sql`${timeline.certain}`, parameter("certain")),
        ]
      : []),
    ...Array.from({ length: shape.others }, (_, index) => alsoOf(engine, index + 1)),
    shape.roles === "NONE" ? undefined : hasRole(engine, shape.roles === "AGENT"),
    shape.search === "NONE"
      ? undefined
      : searchCondition(engine, timeline, { expression: "search", day: "day" }, shape.search),
  );
}

/** The entry stands on the timeline of another subject too: one look-up in the same index. */
function alsoOf({ db, tables, parameter }: Engine, index: number): SQL {
  const { timeline } = tables;
  const other = aliasedTable(timeline, `other${index}`);
  return isThere(
    db
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.subjectType, parameter(`type${index}`)),
          eq(other.subjectId, parameter(`id${index}`)),
          eq(other.kind, timeline.kind),
          eq(other.earliest, timeline.earliest),
          eq(other.latest, timeline.latest),
          eq(other.time, timeline.time),
          eq(other.reported, timeline.reported),
          eq(other.key, timeline.key),
          lte(other.fromDay, parameter("day")),
          gt(other.untilDay, parameter("day")),
        ),
      ),
  );
}

/** Somebody, or a certain agent, has one of the roles in the event, as reported by the day. */
function hasRole({ db, tables, parameter, among }: Engine, ofAgent: boolean): SQL {
  const { timeline, participation, evidence, article } = tables;
  return isThere(
    db
      .select({ one: sql`1` })
      .from(participation)
      .innerJoin(evidence, eq(evidence.participationId, participation.id))
      .innerJoin(article, eq(article.id, evidence.articleId))
      .where(
        and(
          eq(participation.eventId, timeline.entryId),
          // Not needed for the answer: it leads to the evidence by its index.
          eq(evidence.eventId, timeline.entryId),
          among(participation.role, "roles"),
          ofAgent ? eq(participation.agentId, parameter("roleAgent")) : undefined,
          eq(evidence.stance, "SUPPORTS"),
          ne(article.state, "RETRACTED"),
          lte(article.out, parameter("dayText")),
          or(isNull(evidence.outSince), lte(evidence.outSince, parameter("dayText"))),
        ),
      ),
  );
}
