import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { ENTRY_KINDS, EVENT_STATUSES } from "../../src/domain/model.ts";
import { withRecord } from "../support/filter.ts";
import { ask, execute, readPage } from "../support/graphql.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { CAST, story } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

const Counted = z.object({
  topic: z.object({
    facets: z.object({
      kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
      statuses: z.array(z.object({ status: z.string(), count: z.number() })),
      people: z.array(z.object({ person: z.object({ slug: z.string() }), count: z.number() })),
    }),
  }),
});

const FILTERS = [
  "{}",
  "{ kinds: [EVENT, QUOTE] }",
  '{ person: "ann" }',
  '{ from: "2025-10" }',
  "{ dated: true }",
];

test("facets say what the timeline holds when it is narrowed by each of them", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      storyArbitrary({ events: 6, quotes: 8 }),
      fc.constantFrom(...FILTERS),
      fc.constantFrom(null, ...DAYS),
      (some, filter, day) =>
        withRecord(some, async ({ store }) => {
          const asOf = day === null ? "" : `, asOf: "${day}"`;
          const query = `{ topic(slug: "talks") { facets(filter: ${filter}${asOf}) {
            kinds { kind count } statuses { status count } people { count person { slug } }
          } } }`;
          const { facets } = Counted.parse(await ask(store, query)).topic;
          const total = async (condition: string) => {
            const both = `{ ${[filter.slice(1, -1).trim(), condition].filter(Boolean).join(", ")} }`;
            const fixed = `filter: ${both}${asOf}`;
            const page = await readPage(
              store,
              { of: 'topic(slug: "talks")', field: "timeline", fixed },
              { first: 1 },
            );
            return page.totalCount;
          };
          for (const kind of filter.includes("kinds") ? [] : ENTRY_KINDS) {
            const count = facets.kinds.find((one) => one.kind === kind)?.count ?? 0;
            expect(count, kind).toBe(await total(`kinds: [${kind}]`));
            found += count;
          }
          for (const status of EVENT_STATUSES) {
            const count = facets.statuses.find((one) => one.status === status)?.count ?? 0;
            expect(count, status).toBe(await total(`status: [${status}]`));
            found += count;
          }
          const all = filter.includes("kinds") ? "" : `kinds: [${ENTRY_KINDS.join()}], `;
          for (const person of filter.includes("person") ? [] : CAST.people) {
            const count = facets.people.find((one) => one.person.slug === person)?.count ?? 0;
            expect(count, person).toBe(await total(`${all}person: "${person}"`));
            found += count;
          }
        }),
    ),
    { numRuns: runs(24) },
  );
  expectCameUp(found);
});

const Days = z.object({
  topic: z.object({
    reportDays: z.object({
      edges: z.array(z.object({ node: z.object({ day: z.string(), entries: z.number() }) })),
    }),
  }),
});

const STATE = "id ... on Event { status disputed when { edtf } } ... on StatusChange { disputed }";

test("report days are the days on which the view of a topic is another than the day before", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(storyArbitrary({ events: 6, quotes: 6 }), (some) =>
      withRecord(some, async ({ store }) => {
        const query =
          '{ topic(slug: "talks") { reportDays(first: 100) { edges { node { day entries } } } } }';
        const days = Days.parse(await ask(store, query)).topic.reportDays.edges.map(({ node }) => node.day);
        expect(days).toEqual([...new Set(days)].sort().reverse());
        const view = async (day: string) => {
          const answer = await ask(
            store,
            `query ($day: Date) { topic(slug: "talks") { timeline(asOf: $day, first: 100) { edges { node { ${STATE} } } } } }`,
            { day },
          );
          // Ids carry the day; what they name does not.
          return JSON.stringify(answer, (name, value) =>
            name === "id" ? Buffer.from(String(value), "base64url").toString().replace(`@${day}`, "") : value,
          );
        };
        const sorted = [...DAYS].sort();
        for (const [index, day] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before === undefined || (await view(day)) === (await view(before))) continue;
          expect(
            days.some((one) => one > before && one <= day),
            `${before} to ${day}: ${days}`,
          ).toBe(true);
          found += 1;
        }
      }),
    ),
    { numRuns: runs(24) },
  );
  expectCameUp(found);
});

test("what cannot be asked for is refused, as everywhere", async () => {
  await withRecord(story({}), async ({ store }) => {
    const refused = async (field: string) =>
      (await execute(store, `{ topic(slug: "talks") { ${field} } }`)).errors?.[0]?.message;
    expect(await refused("disputedEvents(first: 101) { slug }")).toContain("1 to 100");
    expect(await refused("reportDays(first: 0) { totalCount }")).toContain("1 to 100");
    expect(
      await refused('facets(filter: { from: "2025-12", to: "2025-01" }) { kinds { count } }'),
    ).toBeDefined();
    const { errors } = await execute(store, '{ recordedAt(cursor: "nonsense") }');
    expect(errors?.[0]?.message).toContain("not a cursor of a change");
  });
});
