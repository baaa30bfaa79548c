import fc from "fast-check";
import { expect } from "vitest";
import type { FuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { ENTRY_KINDS, EVENT_STATUSES, PARTICIPANT_ROLES, QUOTE_KINDS } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import type { TimelineOrder } from "../../src/domain/timeline-paging.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { type Connection, nameOf, type Page, readPage } from "./graphql.ts";
import { type Entry, entriesOf, inOrder } from "./oracle.ts";
import { type AsOf, edtf, firstDay, reportOf } from "./oracle-history.ts";
import { AUTHOR, withStore } from "./store.ts";
import { CAST } from "./story.ts";
import { DATES, DAYS } from "./story-arbitrary.ts";

/** What a client narrows by, of any connection; what is undefined is left out. */
export interface Filter {
  readonly kinds?: readonly string[] | undefined;
  readonly topic?: string | undefined;
  readonly person?: string | undefined;
  readonly organization?: string | undefined;
  readonly place?: string | undefined;
  readonly source?: string | undefined;
  readonly event?: string | undefined;
  readonly speaker?: string | undefined;
  readonly role?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly match?: string | undefined;
  readonly dated?: boolean | undefined;
  readonly search?: string | undefined;
}

const BELONGING = ["topic", "person", "organization", "place", "source"] as const;
const DATING = ["from", "to", "match"] as const;
/** What each of the three filters has. */
export const TIMELINE_FILTER = ["kinds", ...BELONGING, "status", ...DATING, "dated"] as const;
export const EVENT_FILTER = [...BELONGING, "role", "status", ...DATING, "dated"] as const;
export const QUOTE_FILTER = ["topic", "speaker", "kind", "event", "source", ...DATING] as const;

const slugs = (known: readonly string[]) => fc.constantFrom(...known, ...known, "nobody-knows");
const enums = (known: readonly string[]) => fc.subarray([...known]);
/** More often wide than narrow, so that something is left. */
const many = (known: readonly string[]) =>
  fc.oneof(fc.subarray([...known], { minLength: known.length - 3 }), enums(known));
const dates = [...DATES, "2025-10-10", "2025-10-31", "2025-12", "2024"];

/** Values for every condition. */
const VALUES = {
  kinds: enums(ENTRY_KINDS),
  topic: slugs(CAST.topics),
  person: slugs(CAST.people),
  organization: slugs(CAST.organizations),
  place: slugs(CAST.places),
  source: slugs(CAST.sources),
  event: slugs(["e0", "e1", "e2", "e3", "e4"]),
  speaker: slugs([...CAST.people, ...CAST.organizations]),
  role: many(PARTICIPANT_ROLES),
  status: many(EVENT_STATUSES),
  kind: enums(QUOTE_KINDS),
  from: fc.constantFrom(...dates),
  to: fc.constantFrom(...dates),
  match: fc.constantFrom("OVERLAPS", "WITHIN", "CERTAIN"),
  dated: fc.boolean(),
};

/** Some of these conditions at once; three at most, where no other number is given. */
export function filterOf(names: readonly (keyof typeof VALUES)[], most = 3): fc.Arbitrary<Filter> {
  return fc
    .subarray([...names], { maxLength: Math.min(most, names.length) })
    .chain((some) => fc.record(VALUES).map((all) => only(all, some)));
}

/** The conditions of a filter that have one of these names. */
export function only(filter: Filter, names: readonly (keyof Filter)[]): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => names.some((one) => one === name)));
}

/** A filter as it is written in a query: enum values without quotation marks. */
export function written(filter: Filter): string {
  const parts = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return [`${name}: [${value.join(" ")}]`];
    return [`${name}: ${name === "match" || name === "dated" ? value : JSON.stringify(value)}`];
  });
  return `filter: { ${parts.join(", ")} }`;
}

/** Whether a filter asks for days that end before they begin. */
export function isBackwards({ from, to }: Filter): boolean {
  const [first, last] = [edtf(from)?.earliest ?? null, edtf(to)?.latest ?? null];
  return first !== null && last !== null && last < first;
}

/** "Filters by date" of the model. */
function dateMatches(date: FuzzyDate | null, { from, to, match }: Filter): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === null) return false;
  const [first, last] = [edtf(from)?.earliest ?? null, edtf(to)?.latest ?? null];
  const startsTooEarly = first !== null && (date.earliest === null || date.earliest < first);
  const endsTooLate = last !== null && (date.latest === null || date.latest > last);
  const isWithin = !startsTooEarly && !endsTooLate;
  if (match === "WITHIN") return isWithin;
  if (match === "CERTAIN") return isWithin && !date.approximate && !date.uncertain;
  const isOver = first !== null && date.latest !== null && date.latest < first;
  const isAhead = last !== null && date.earliest !== null && date.earliest > last;
  return !isOver && !isAhead;
}

/** Whether somebody has one of these roles in an event, as had been reported by a day; `person` narrows it to one. */
function hasRole(
  of: Story,
  { node }: Entry,
  roles: readonly string[],
  person: string | undefined,
  day: AsOf,
) {
  const event = of.events.find(({ key, slug }) => node === `Event:${key ?? slug}`);
  return event?.participants.some(
    (one) =>
      roles.includes(one.role) &&
      (person === undefined || one.person === person) &&
      firstDay(
        one.evidence.map((evidence) => reportOf(of, evidence)),
        day,
      ) !== null,
  );
}

/** The rules for filters, each told by itself. `whose` is whose connection it is, such as `person ann`. */
export function keeps(of: Story, filter: Filter, entry: Entry, day: AsOf, whose = "all"): boolean {
  const { kind, facet, when } = entry;
  const { person = whose.startsWith("person ") ? whose.substring(7) : undefined } = filter;
  const belongs = (type: keyof Filter, name: string = type) =>
    filter[type] === undefined || entry.whose.has(`${name} ${filter[type]}`);
  const speaker = CAST.people.some((slug) => slug === filter.speaker) ? "person" : "organization";
  return [
    entry.whose.has(whose),
    filter.kinds === undefined ? kind !== "ARTICLE" : filter.kinds.includes(kind),
    belongs("topic"),
    belongs("person"),
    belongs("organization"),
    belongs("place"),
    belongs("source"),
    belongs("event"),
    belongs("speaker", speaker),
    filter.role === undefined || hasRole(of, entry, filter.role, person, day),
    filter.status === undefined ||
      ((kind === "EVENT" || kind === "STATUS_CHANGE") && filter.status.includes(facet ?? "")),
    filter.kind === undefined || (kind === "QUOTE" && filter.kind.includes(facet ?? "")),
    dateMatches(when, filter),
    filter.dated === undefined || filter.dated === (when !== null),
  ].every(Boolean);
}

/** A question to a connection. */
export interface Question {
  readonly filter: Filter;
  readonly order: TimelineOrder;
  readonly day: AsOf;
}

/** Questions with filters of one kind. */
export function questionsOf(
  names: readonly (keyof typeof VALUES)[],
  count: number,
  most?: number,
): fc.Arbitrary<Question[]> {
  const question = fc.record({
    filter: filterOf(names, most),
    order: fc.constantFrom("OLDEST_FIRST" as const, "NEWEST_FIRST" as const),
    day: fc.oneof(fc.constantFrom(...DAYS), fc.constant(null)),
  });
  return fc.array(question, { minLength: count, maxLength: count });
}

/** A global id's name without the day that it carries; the day must be the one asked about. */
export function undated(id: string, day: AsOf): string {
  const [, type, at = "", key] = /^(\w+)(@[\d-]+)?:(.+)$/su.exec(nameOf(id)) ?? [];
  expect(at).toBe(day === null ? "" : `@${day}`);
  return `${type}:${key}`;
}
/** A story on record: how connections and filters are compared with the rules. */
export interface FilterRecord {
  readonly store: Store;
  /** All nodes of a connection, which it must have on one page. */
  nodes(connection: Connection, question: Question): Promise<string[]>;
  /** The same, page by page. */
  walk(
    connection: Connection,
    question: Question,
    sizes: readonly number[],
    backwards: boolean,
  ): Promise<string[]>;
  /** All articles that a search keeps, in their order. */
  articles(search: string, day: AsOf): Promise<string[]>;
  /** What the nodes of a connection must be. */
  expected(question: Question, whose?: string): string[];
}

/** Puts a story on record. */
export async function withRecord(of: Story, work: (record: FilterRecord) => Promise<void>): Promise<void> {
  await withStore(async ({ store }) => {
    await applyStory(store, of, AUTHOR);
    const known = new Map<AsOf, Entry[]>();
    const withArguments = (connection: Connection, { filter, order, day }: Question): Connection => {
      const asOf = day === null ? [] : [`asOf: "${day}"`];
      return { ...connection, fixed: [written(filter), `orderBy: ${order}`, ...asOf].join(", ") };
    };
    const whole = async (connection: Connection, day: AsOf) => {
      const page = await readPage(store, connection, { first: 100 });
      expect(page.pageInfo.hasNextPage).toBe(false);
      expect([page.totalCount, page.totalCountIsExact]).toEqual([page.edges.length, true]);
      return page.edges.map(({ node }) => undated(node.id, day));
    };
    await work({
      store,
      nodes: (connection, question) => whole(withArguments(connection, question), question.day),
      async walk(connection, question, sizes, backwards) {
        const seen: string[][] = [];
        const asked = withArguments(connection, question);
        for (let cursor: string | null = null; seen.length < 500; ) {
          const size = sizes[seen.length % sizes.length] ?? 1;
          const args = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
          const { edges, pageInfo }: Page = await readPage(store, asked, args);
          seen.push(edges.map(({ node }) => undated(node.id, question.day)));
          if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) {
            return (backwards ? seen.reverse() : seen).flat();
          }
          cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
        }
        throw new Error("The walk does not end.");
      },
      articles(search, day) {
        const asOf = day === null ? [] : [`asOf: "${day}"`];
        return whole(
          { field: "articles", fixed: [`search: ${JSON.stringify(search)}`, ...asOf].join(", ") },
          day,
        );
      },
      expected({ filter, order, day }, whose) {
        const entries = known.get(day) ?? entriesOf(of, day);
        known.set(day, entries);
        const kept = entries.filter((entry) => keeps(of, filter, entry, day, whose));
        return inOrder(kept, order).map(({ node }) => node);
      },
    });
  });
}
