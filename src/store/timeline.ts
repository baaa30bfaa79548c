import { asc, count, desc, sql } from "drizzle-orm";
import { SUBJECT_TYPES, type Subject } from "../domain/timeline.ts";
import {
  beginningWithin,
  clipWalk,
  planWalk,
  type Strand,
  type Stretch,
  stretches,
  UNDATED,
  type Walk,
} from "../domain/timeline-paging.ts";
import { comparePositions, FAR, type TimelinePosition } from "../domain/timeline-position.ts";
import type { Engine, Params, Query } from "./engine.ts";
import { madeOnce } from "./made-once.ts";
import type { SearchFilter } from "./search-condition.ts";
import { type Shape, timelineCondition } from "./timeline-conditions.ts";

/** Counts are exact up to here. */
export const COUNT_LIMIT = 10_000;

/** How far subjects are counted to find the narrowest. */
const NARROWEST_LIMIT = 1_000;

/** The day that stands for the present: every row that is current has it within its span. */
export const PRESENT = FAR - 1;

/** Which entries of the timeline index are asked for. Days are numbers, 2025-08-15 is 20250815. */
export interface TimelineQuery {
  /** An entry must belong to all of them; at least one. */
  readonly subjects: readonly [Subject, ...Subject[]];
  /** Indexes in TIMELINE_KINDS. */
  readonly kinds: readonly number[];
  /** Only entries with one of these facets (see TimelineRow); null for any. */
  readonly facets: readonly number[] | null;
  /** The day asked about, or {@link PRESENT}. */
  readonly day: number;
  readonly dates: DateCondition | null;
  /** Only entries first reported after this day; null for all. */
  readonly reportedAfter: number | null;
  /** Only dated or only undated entries; null for both. */
  readonly dated: boolean | null;
  readonly roles: RoleCondition | null;
  /** Only entries that match a search; null for all. */
  readonly search: SearchFilter | null;
}

/** Which dates an entry may have. Undated entries have none. */
export interface DateCondition {
  readonly earliestFrom: number | null;
  readonly earliestTo: number | null;
  readonly latestFrom: number | null;
  readonly latestTo: number | null;
  /** Whether approximate and uncertain dates are left out. */
  readonly certain: boolean;
}

/** Which part someone must have in an event. */
export interface RoleCondition {
  readonly roles: readonly string[];
  /** Null for anyone. */
  readonly agentId: number | null;
}

/** An entry as the index has it. */
export interface TimelineHit extends TimelinePosition {
  readonly entryId: number;
}

/**
 * Reads the timeline index. Each kind of entry is a range of its own, in order; a page reads as many entries as it
 * holds from each kind asked for, and merges them.
 */
export function timelineReaders(engine: Engine) {
  const { db, tables, parameter, prepare } = engine;
  const { timeline } = tables;

  const scan = madeOnce((shape: Shape & { readonly descending: boolean }): Query<TimelineHit> => {
    const direction = shape.descending ? desc : asc;
    return prepare(
      db
        .select({
          earliest: timeline.earliest,
          latest: timeline.latest,
          time: timeline.time,
          reported: timeline.reported,
          kind: timeline.kind,
          key: timeline.key,
          entryId: timeline.entryId,
        })
        .from(timeline)
        .where(timelineCondition(engine, shape))
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

  const tally = madeOnce((shape: Shape) => {
    const found = db
      .select({ one: sql`1`.as("one") })
      .from(timeline)
      .where(timelineCondition(engine, shape))
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
        size: await countUpTo(NARROWEST_LIMIT, { ...NO_CONDITION, kinds: query.kinds, subjects: [subject] }, [
          subject,
        ]),
      })),
    );
    return sized.sort((a, b) => a.size - b.size).map((one) => one.subject);
  }

  async function countUpTo(
    limit: number,
    query: TimelineQuery,
    subjects: readonly Subject[],
  ): Promise<number> {
    let total = 0;
    for (const strand of stretchesOf(query, WHOLE).flat()) {
      const shape = shapeOf(query, subjects, strand);
      const statement = tally(query.search === null ? shape : { ...shape, search: "GATHER" });
      for (const kind of query.kinds) {
        if (total >= limit) return limit;
        const [row] = await statement({ ...params(query, subjects, strand, kind), limit: limit - total });
        total += row?.entries ?? 0;
      }
    }
    return total;
  }

  return {
    /** The first entries of a walk, in the order of the walk. */
    async read(query: TimelineQuery, walk: Walk, limit: number): Promise<TimelineHit[]> {
      const subjects = await narrowestFirst(query);
      const { descending } = walk;
      const hits: TimelineHit[] = [];
      for (const stretch of stretchesOf(query, walk)) {
        const missing = limit - hits.length;
        if (missing <= 0) break;
        const streams = stretch.flatMap((strand) => {
          const statement = scan({ ...shapeOf(query, subjects, strand), descending });
          return query.kinds.map((kind) =>
            statement({ ...params(query, subjects, strand, kind), limit: missing }),
          );
        });
        const found = (await Promise.all(streams)).flat();
        hits.push(...merge(found, descending).slice(0, missing));
      }
      return hits;
    },

    /** How many entries there are: exact up to {@link COUNT_LIMIT}, and no more than that beyond. */
    async count(query: TimelineQuery): Promise<{ readonly count: number; readonly exact: boolean }> {
      const found = await countUpTo(COUNT_LIMIT + 1, query, await narrowestFirst(query));
      return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
    },
  };
}

/** Everything from the oldest to the newest. */
export const WHOLE = planWalk("OLDEST_FIRST", null, null, false);

/** A question without conditions. */
export const NO_CONDITION = {
  facets: null,
  day: PRESENT,
  dates: null,
  dated: null,
  reportedAfter: null,
  roles: null,
  search: null,
} as const;

/** What has to be read of a walk: only where dates can match, and only what can have been reported. */
export function stretchesOf({ dates, dated, day }: TimelineQuery, walk: Walk): Stretch[] {
  let clipped = walk;
  if (dates) clipped = clipWalk(clipped, beginningWithin(dates.earliestFrom, dates.earliestTo));
  if (dated !== null) clipped = clipWalk(clipped, dated ? beginningWithin(null, null) : UNDATED);
  return stretches(clipped, day === PRESENT ? null : day);
}

/** The kind of statement that reads a strand of a question. */
export function shapeOf(query: TimelineQuery, subjects: readonly Subject[], { leadClass }: Strand): Shape {
  const roles = query.roles === null ? "NONE" : query.roles.agentId === null ? "ANYONE" : "AGENT";
  const plain =
    subjects.length === 1 &&
    !query.facets &&
    !query.dates &&
    roles === "NONE" &&
    query.search === null &&
    query.reportedAfter === null;
  return {
    others: subjects.length - 1,
    facets: query.facets !== null,
    dates: query.dates !== null,
    news: query.reportedAfter !== null,
    roles,
    search: query.search?.plan ?? "NONE",
    ofLead: leadClass !== null,
    watched: !plain || query.day !== PRESENT,
  };
}

/** What fills the placeholders of that statement. */
export function params(
  query: TimelineQuery,
  subjects: readonly Subject[],
  strand: Strand,
  kind: number,
): Params {
  const values: Record<string, number | string | readonly (number | string)[]> = { day: query.day, kind };
  subjects.forEach((subject, index) => {
    values[`type${index}`] = SUBJECT_TYPES.indexOf(subject.type);
    values[`id${index}`] = subject.id;
  });
  if (strand.leadClass !== null) values["leadClass"] = strand.leadClass;
  if (query.facets) values["facets"] = query.facets;
  if (query.search) values["search"] = query.search.expression;
  if (query.reportedAfter !== null) values["reportedAfter"] = query.reportedAfter;
  if (query.dates) {
    values["latestFrom"] = query.dates.latestFrom ?? 0;
    values["latestTo"] = query.dates.latestTo ?? FAR;
    values["certain"] = Number(query.dates.certain);
  }
  if (query.roles) {
    values["roles"] = query.roles.roles;
    values["roleAgent"] = query.roles.agentId ?? 0;
    values["dayText"] = dayText(query.day);
  }
  return { ...values, ...bounds("lower", strand.lower, kind), ...bounds("upper", strand.upper, kind) };
}

/** A day as text, or text after every day for the present. */
export function dayText(day: number): string {
  return day === PRESENT
    ? "~"
    : String(day)
        .padStart(8, "0")
        .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
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
