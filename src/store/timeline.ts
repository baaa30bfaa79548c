import { aliasedTable, and, asc, count, desc, eq, exists, gt, lte, type SQL, sql } from "drizzle-orm";
import { SUBJECT_TYPES, type Subject } from "../domain/timeline.ts";
import type { Walk } from "../domain/timeline-paging.ts";
import { comparePositions, FAR, type TimelinePosition } from "../domain/timeline-position.ts";
import type { Engine, Params, Query } from "./engine.ts";

/** Counts are exact up to here. */
export const COUNT_LIMIT = 10_000;

/** How far subjects are counted to find the narrowest. */
const NARROWEST_LIMIT = 1_000;

/** The day that stands for the present: every row that is current has it within its span. */
export const PRESENT = FAR - 1;

/** Which entries of the timeline index are asked for. */
export interface TimelineQuery {
  /** An entry must belong to all of them; at least one. */
  readonly subjects: readonly [Subject, ...Subject[]];
  /** Indexes in ENTRY_KINDS. */
  readonly kinds: readonly number[];
  /** Only entries with one of these facets (see TimelineRow); null for any. */
  readonly facets: readonly number[] | null;
  /** The day asked about as a number, or {@link PRESENT}. */
  readonly day: number;
}

/** An entry as the index has it. */
export interface TimelineHit extends TimelinePosition {
  readonly entryId: number;
}

export type TimelineReaders = ReturnType<typeof timelineReaders>;

/**
 * Reads the timeline index. Each kind of entry is a range of its own, in order; a page reads as many entries as it
 * holds from each kind asked for, and merges them.
 */
export function timelineReaders(engine: Engine) {
  const { db, tables, parameter, among, prepare, inTime } = engine;
  const { timeline } = tables;

  const hit = {
    earliest: timeline.earliest,
    latest: timeline.latest,
    time: timeline.time,
    reported: timeline.reported,
    kind: timeline.kind,
    key: timeline.key,
    entryId: timeline.entryId,
  };
  const position = sql`(${timeline.earliest}, ${timeline.latest}, ${timeline.time}, ${timeline.reported}, ${timeline.key})`;
  const bound = (name: string) =>
    sql`(${parameter(`${name}Earliest`)}, ${parameter(`${name}Latest`)}, ${parameter(`${name}Time`)}, ${parameter(`${name}Reported`)}, ${parameter(`${name}Key`)})`;

  /** Entries of the first subject, of one kind, that the other subjects have too. */
  function condition(others: number, facets: boolean): SQL | undefined {
    return and(
      eq(timeline.subjectType, parameter("type0")),
      eq(timeline.subjectId, parameter("id0")),
      eq(timeline.kind, parameter("kind")),
      lte(timeline.fromDay, parameter("day")),
      gt(timeline.untilDay, parameter("day")),
      facets ? among(timeline.facet, "facets") : undefined,
      ...Array.from({ length: others }, (_, index) => alsoOf(index + 1)),
      others > 0 || facets ? inTime : undefined,
    );
  }

  function alsoOf(index: number): SQL {
    const other = aliasedTable(timeline, `other${index}`);
    return exists(
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

  const scan = remembered((others: number, facets: boolean, descending: boolean): Query<TimelineHit> => {
    const direction = descending ? desc : asc;
    return prepare(
      db
        .select(hit)
        .from(timeline)
        .where(
          and(
            condition(others, facets),
            sql`${position} > ${bound("lower")}`,
            sql`${position} < ${bound("upper")}`,
          ),
        )
        .orderBy(
          direction(timeline.earliest),
          direction(timeline.latest),
          direction(timeline.time),
          direction(timeline.reported),
          direction(timeline.key),
        )
        .limit(parameter("limit")),
    );
  });

  const tally = remembered((others: number, facets: boolean) => {
    const found = db
      .select({ one: sql`1`.as("one") })
      .from(timeline)
      .where(condition(others, facets))
      .limit(parameter("limit"))
      .as("found");
    return prepare(db.select({ entries: count() }).from(found));
  });

  /** Puts the subject with the fewest entries first: it drives the scan. */
  async function narrowestFirst(query: TimelineQuery): Promise<readonly Subject[]> {
    if (query.subjects.length === 1) return query.subjects;
    const sized = await Promise.all(
      query.subjects.map(async (subject) => ({
        subject,
        size: await countUpTo(NARROWEST_LIMIT, { ...query, subjects: [subject], facets: null }),
      })),
    );
    return sized.sort((a, b) => a.size - b.size).map((one) => one.subject);
  }

  async function countUpTo(limit: number, query: TimelineQuery): Promise<number> {
    const statement = tally(query.subjects.length - 1, query.facets !== null);
    const counts = await Promise.all(
      query.kinds.map((kind) => statement({ ...params(query, query.subjects), kind, limit })),
    );
    return Math.min(
      limit,
      counts.flat().reduce((total, row) => total + row.entries, 0),
    );
  }

  return {
    /** The first entries of a walk, in the order of the walk. */
    async read(query: TimelineQuery, walk: Walk, limit: number): Promise<TimelineHit[]> {
      const subjects = await narrowestFirst(query);
      const statement = scan(subjects.length - 1, query.facets !== null, walk.descending);
      const hits: TimelineHit[] = [];
      for (const range of walk.ranges) {
        const missing = limit - hits.length;
        if (missing <= 0) break;
        const byKind = await Promise.all(
          query.kinds.map((kind) =>
            statement({
              ...params(query, subjects),
              ...bounds("lower", range.lower, kind),
              ...bounds("upper", range.upper, kind),
              kind,
              limit: missing,
            }),
          ),
        );
        hits.push(...merge(byKind.flat(), walk.descending).slice(0, missing));
      }
      return hits;
    },

    /** How many entries there are: exact up to {@link COUNT_LIMIT}, and no more than that beyond. */
    async count(query: TimelineQuery): Promise<{ readonly count: number; readonly exact: boolean }> {
      const subjects = await narrowestFirst(query);
      const [first, ...others] = subjects;
      if (!first) return { count: 0, exact: true };
      const found = await countUpTo(COUNT_LIMIT + 1, { ...query, subjects: [first, ...others] });
      return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
    },
  };
}

function params(query: TimelineQuery, subjects: readonly Subject[]): Params {
  const values: Record<string, number | readonly number[]> = { day: query.day };
  subjects.forEach((subject, index) => {
    values[`type${index}`] = SUBJECT_TYPES.indexOf(subject.type);
    values[`id${index}`] = subject.id;
  });
  if (query.facets) values["facets"] = query.facets;
  return values;
}

/**
 * An exclusive bound among the entries of one kind. The kind ranks before the key: where the bound's own kind comes
 * later than ours, it lies behind all our keys, where it comes earlier, before them.
 */
function bounds(name: string, position: TimelinePosition, kind: number): Params {
  return {
    [`${name}Earliest`]: position.earliest,
    [`${name}Latest`]: position.latest,
    [`${name}Time`]: position.time,
    [`${name}Reported`]: position.reported,
    [`${name}Key`]: position.kind === kind ? position.key : position.kind > kind ? LAST_KEY : "",
  };
}

const LAST_KEY = "\u{10FFFF}";

function merge(hits: TimelineHit[], descending: boolean): TimelineHit[] {
  return hits.sort((a, b) => (descending ? comparePositions(b, a) : comparePositions(a, b)));
}

/** Makes each variant of a statement once. */
function remembered<Args extends (number | boolean)[], T>(make: (...args: Args) => T): (...args: Args) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const variant = args.join();
    const known = made.get(variant);
    if (known !== undefined) return known;
    const fresh = make(...args);
    made.set(variant, fresh);
    return fresh;
  };
}
