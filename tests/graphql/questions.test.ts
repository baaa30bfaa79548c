import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ENTRY_KINDS,
  type EntryKind,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
} from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { TIMELINE_ORDERS } from "../../src/domain/timeline-paging.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { execute, nodesOf, readPage } from "../support/graphql.ts";
import { type Entry, entriesOf, inOrder } from "../support/oracle.ts";
import { type AsOf, edtf, firstDay, reportOf } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { CAST, story } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

/* Every filter in any combination, at present and as of a day, against answers computed in memory. */

const FROM = ["2025", "2025-10", "2025-10-16", "2025-08-15~", "../2025-10", "2024-21"];
const TO = ["2025-10/..", "2025-10-30", "2025-11", "2026", "203X"];

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const slugs = (known: readonly string[]) => maybe(fc.constantFrom(...known, ...known, "nobody-knows"));
const some = <T>(known: readonly T[]) => maybe(fc.subarray([...known], { minLength: 1 }));

const conditions = fc.record({
  kinds: some(ENTRY_KINDS),
  topic: slugs(CAST.topics),
  person: slugs(CAST.people),
  organization: slugs(CAST.organizations),
  place: slugs(CAST.places),
  source: slugs(CAST.sources),
  speaker: slugs([...CAST.people, ...CAST.organizations]),
  event: slugs(["e0", "e1", "e2"]),
  role: some(PARTICIPANT_ROLES),
  status: some(EVENT_STATUSES),
  kind: some(QUOTE_KINDS),
  from: maybe(fc.constantFrom(...FROM)),
  to: maybe(fc.constantFrom(...TO)),
  match: maybe(fc.constantFrom("OVERLAPS", "WITHIN", "CERTAIN")),
  dated: maybe(fc.boolean()),
});
type Conditions = typeof conditions extends fc.Arbitrary<infer T> ? T : never;
type Name = keyof Conditions;

const SHARED: readonly Name[] = ["topic", "person", "organization", "place", "source", "status"];
const DATES: readonly Name[] = ["from", "to", "match"];

/** The connections of Query that take a filter, with what each may be narrowed by. */
const CONNECTIONS: readonly {
  readonly field: string;
  readonly kinds: readonly EntryKind[];
  readonly names: readonly Name[];
}[] = [
  {
    field: "timeline",
    kinds: ["EVENT", "STATUS_CHANGE", "QUOTE"],
    names: ["kinds", ...SHARED, ...DATES, "dated"],
  },
  { field: "events", kinds: ["EVENT"], names: [...SHARED, "role", ...DATES, "dated"] },
  { field: "quotes", kinds: ["QUOTE"], names: ["topic", "source", "speaker", "event", "kind", ...DATES] },
];

const questions = fc.array(
  fc.record({
    connection: fc.constantFrom(...CONNECTIONS),
    all: conditions,
    keep: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    order: fc.constantFrom(...TIMELINE_ORDERS),
    asOf: fc.option(fc.constantFrom(...DAYS), { nil: null }),
    size: fc.integer({ min: 2, max: 7 }),
  }),
  { minLength: 40, maxLength: 40 },
);

/** Whether a date lies as asked, told from the texts of its days. */
function isDatedSo({ when }: Entry, { from, to, match }: Conditions): boolean {
  if (from === undefined && to === undefined) return true;
  if (when === null) return false;
  const [first, last] = [edtf(from)?.earliest ?? "0000", edtf(to)?.latest ?? "9999-99"];
  const [earliest, latest] = [when.earliest ?? "0000-", when.latest ?? "9999-98"];
  if (match === undefined || match === "OVERLAPS") return earliest <= last && latest >= first;
  const isWithin = earliest >= first && latest <= last;
  return isWithin && (match === "WITHIN" || !(when.approximate || when.uncertain));
}

/** Whether somebody (a person, where one is named) has one of the roles in an event, as reported by the day. */
function hasRole(of: Story, { key }: Entry, { role, person }: Conditions, day: AsOf): boolean {
  if (role === undefined) return true;
  const event = of.events.find((one) => (one.key ?? one.slug) === key);
  return (event?.participants ?? []).some(
    (part) =>
      role.includes(part.role) &&
      (person === undefined || part.person === person) &&
      firstDay(
        part.evidence.map((one) => reportOf(of, one)),
        day,
      ) !== null,
  );
}

function keeps(of: Story, entry: Entry, asked: Conditions, day: AsOf): boolean {
  const { whose, facet, kind } = entry;
  const speaker = CAST.people.some((slug) => slug === asked.speaker) ? "person" : "organization";
  return [
    asked.topic === undefined || whose.has(`topic ${asked.topic}`),
    asked.person === undefined || whose.has(`person ${asked.person}`),
    asked.organization === undefined || whose.has(`organization ${asked.organization}`),
    asked.place === undefined || whose.has(`place ${asked.place}`),
    asked.source === undefined || whose.has(`source ${asked.source}`),
    asked.event === undefined || whose.has(`event ${asked.event}`),
    asked.speaker === undefined || whose.has(`${speaker} ${asked.speaker}`),
    asked.status === undefined ||
      ((kind === "EVENT" || kind === "STATUS_CHANGE") && asked.status.some((one) => one === facet)),
    asked.kind === undefined || asked.kind.some((one) => one === facet),
    asked.dated === undefined || asked.dated === (entry.when !== null),
    isDatedSo(entry, asked),
    hasRole(of, entry, asked, day),
  ].every(Boolean);
}

const TEXTS: ReadonlySet<string> = new Set([
  "topic",
  "person",
  "organization",
  "place",
  "source",
  "speaker",
  "event",
  "from",
  "to",
]);

/** A filter as it is written into a query: enum values without quotation marks. */
function written(asked: Partial<Conditions>): string {
  const parts = Object.entries(asked).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (TEXTS.has(name)) return `${name}: ${JSON.stringify(value)}`;
    return `${name}: ${Array.isArray(value) ? `[${value.join(" ")}]` : String(value)}`;
  });
  return `filter: { ${parts.join(", ")} }`;
}

/** All nodes of a connection, read page by page. */
async function walk(store: Store, field: string, fixed: string, size: number): Promise<string[]> {
  const nodes: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await readPage(store, { field, fixed }, { first: size, after });
    nodes.push(...nodesOf(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  return nodes;
}

/** A story whose slugs of events are those that the filters name. */
const stories = storyArbitrary();

describe("every filter, in any combination, at present and as of a day", () => {
  test("keeps exactly what its rule says, in order, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(stories, questions, (of, asked) =>
        withStore(async ({ store }) => {
          await applyStory(store, of, AUTHOR);
          for (const { connection, all, keep, order, asOf, size } of asked) {
            const { field, kinds, names } = connection;
            const chosen = names.filter((_, index) => keep[index]);
            const given = Object.fromEntries(chosen.map((name) => [name, all[name]]));
            const filter: Conditions = { ...NOTHING, ...given };
            const wanted = filter.kinds ?? kinds;
            const kept = entriesOf(of, asOf).filter(
              (entry) => wanted.includes(entry.kind) && keeps(of, entry, filter, asOf),
            );
            const day = asOf === null ? "" : `, asOf: "${asOf}"`;
            const fixed = `${written(filter)}, orderBy: ${order}${day}`;
            const expected = inOrder(kept, order).map(({ node }) =>
              asOf === null ? node : node.replace(":", `@${asOf}:`),
            );
            expect(await walk(store, field, fixed, size), `${field} ${fixed}`).toEqual(expected);
            const { totalCount } = await readPage(store, { field, fixed }, { first: 1 });
            expect(totalCount).toBe(expected.length);
          }
        }),
      ),
      { numRuns: runs(30) },
    );
  });
});

const NOTHING: Conditions = {
  kinds: undefined,
  topic: undefined,
  person: undefined,
  organization: undefined,
  place: undefined,
  source: undefined,
  speaker: undefined,
  event: undefined,
  role: undefined,
  status: undefined,
  kind: undefined,
  from: undefined,
  to: undefined,
  match: undefined,
  dated: undefined,
};

test("a range that ends before it begins is refused", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({}), AUTHOR);
    const { errors } = await execute(
      store,
      '{ timeline(filter: { from: "2026", to: "2025" }) { totalCount } }',
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_DATE_RANGE" });
  });
});
