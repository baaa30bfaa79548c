import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Story } from "../../src/domain/story.ts";
import type { Readers } from "../../src/store/readers.ts";
import { isBackwards, questionsOf, TIMELINE_FILTER, undated, withRecord } from "../support/filter.ts";
import { ask } from "../support/graphql.ts";
import { TODAY } from "../support/history.ts";
import { type AsOf, outDay } from "../support/oracle-history.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { CAST } from "../support/story.ts";
import { DAYS, type StorySize, storyArbitrary } from "../support/story-arbitrary.ts";
import { eventView, Happened, idsIn, knownBy, properlyQuoted, withFragments } from "../support/views.ts";

const day = fc.constantFrom(...DAYS);
const storiesOf = (size: StorySize = {}) => storyArbitrary(size).map(properlyQuoted);
const askFor = (readers: Readers, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  ask(readers, withFragments(query), variables);

const Nodes = z.object({ edges: z.array(z.object({ node: z.unknown() })) });
const Named = z.object({ id: z.string() });
const nodesIn = (connection: unknown) => Nodes.parse(connection).edges.map(({ node }) => node);

const ALL = "first: 100, filter: { kinds: [EVENT STATUS_CHANGE QUOTE ARTICLE] }";
/** As of `$day`: whatever can be reached. */
const EVERYTHING = `query ($day: Date!) {
  events(first: 100, asOf: $day) { edges { node { ...Happened } } }
  timeline(${ALL}, asOf: $day) { edges { node { ...Shown } } }
  articles(first: 100, asOf: $day) { edges { node { ...Reported } } }
  talks: topic(slug: "talks") { timeline(${ALL}, asOf: $day) { edges { node { ...Shown } } }
    people(first: 100, asOf: $day) { edges { node { id } } } articles(asOf: $day) { edges { node { ...Reported } } } }
  ann: person(slug: "ann") { timeline(${ALL}, asOf: $day) { edges { node { ...Shown } } }
    events(asOf: $day) { edges { node { ...Happened } } } quotes(asOf: $day) { edges { node { ...Quoted } } } }
  town: place(slug: "town") { events(asOf: $day) { edges { node { ...Happened } } } }
}`;

/** Nothing in an answer was reported after the day, and every id carries the day. */
function expectNothingLater(of: Story, answer: unknown, asOf: AsOf): number {
  const known = knownBy(of, asOf);
  const ids = idsIn(answer);
  for (const id of ids) {
    const name = undated(id, asOf);
    if (/^(Event|StatusChange|Quote|Article):/.test(name)) expect(known).toContain(name);
  }
  return ids.length;
}

describe("a view of a day", () => {
  test("is what had been reported by then, however deep, and nothing that was reported later", async () => {
    let [seen, ids, unlike] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(storiesOf(), fc.uniqueArray(day, { minLength: 3, maxLength: 3 }), (some, days) =>
        withRecord(some, async ({ store }) => {
          for (const asOf of days) {
            const answer = z
              .looseObject({ events: z.unknown() })
              .parse(await askFor(store, EVERYTHING, { day: asOf }));
            ids += expectNothingLater(some, answer, asOf);
            const found = nodesIn(answer.events).map((node) => Happened.parse(node));
            const views = some.events.flatMap((event) => eventView(some, event, asOf, TODAY) ?? []);
            const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);
            expect(found.sort(bySlug)).toEqual(views.sort(bySlug));
            for (const event of some.events) {
              const one = `query ($day: Date!) { event(slug: "${event.slug}", asOf: $day) { ...Happened } }`;
              const { event: node } = z
                .object({ event: z.unknown() })
                .parse(await askFor(store, one, { day: asOf }));
              const view = eventView(some, event, asOf, TODAY);
              expect(node === null ? null : Happened.parse(node)).toEqual(view);
              if (view === null) continue;
              seen++;
              if (JSON.stringify(view) !== JSON.stringify(eventView(some, event, null, TODAY))) unlike++;
            }
            for (const article of some.articles) {
              const one = `query ($day: Date!) { article(slug: "${article.slug}", asOf: $day) { ...Reported } }`;
              const { article: node } = z
                .object({ article: z.unknown() })
                .parse(await askFor(store, one, { day: asOf }));
              expect(node === null).toBe(outDay(article) > asOf);
              expectNothingLater(some, node, asOf);
            }
          }
        }),
      ),
      { numRuns: runs(8) },
    );
    expectCameUp(seen);
    expectCameUp(unlike);
    expectCameUp(ids);
  });

  test("of the present is all that is on record", async () => {
    await fc.assert(
      fc.asyncProperty(storiesOf(), (some) =>
        withRecord(some, async ({ store }) => {
          const answer = await askFor(store, EVERYTHING.replaceAll("$day: Date!", "$day: Date"), {
            day: null,
          });
          expect(expectNothingLater(some, answer, null)).toBeGreaterThan(0);
          const { events } = z.looseObject({ events: z.unknown() }).parse(answer);
          const found = nodesIn(events).map((node) => Happened.parse(node));
          const views = some.events.flatMap((event) => eventView(some, event, null, TODAY) ?? []);
          const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);
          expect(found.sort(bySlug)).toEqual(views.sort(bySlug));
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("comes back by its ids, word for word", async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(storiesOf(), day, (some, asOf) =>
        withRecord(some, async ({ store }) => {
          const whole = `query ($day: Date!) { timeline(${ALL}, asOf: $day) { edges { node { ...Shown } } } }`;
          const { timeline } = z
            .object({ timeline: z.unknown() })
            .parse(await askFor(store, whole, { day: asOf }));
          const shown = nodesIn(timeline);
          const ids = shown.map((node) => Named.parse(node).id);
          const byIds = `query ($ids: [ID!]!) { nodes(ids: $ids) { ...Shown } }`;
          const { nodes } = z.object({ nodes: z.unknown() }).parse(await askFor(store, byIds, { ids }));
          expect(JSON.stringify(nodes)).toBe(JSON.stringify(shown));
          for (const id of ids.slice(0, 5)) {
            const byId = `query ($id: ID!) { node(id: $id) { ...Shown } }`;
            const { node } = z.object({ node: z.unknown() }).parse(await askFor(store, byId, { id }));
            expect(JSON.stringify(node)).toBe(JSON.stringify(shown[ids.indexOf(id)]));
          }
          asked += ids.length;
        }),
      ),
      { numRuns: runs(10) },
    );
    expectCameUp(asked);
  });

  test("reaches through the ids of people, places and topics", async () => {
    const list = (asOf: string) => `timeline(${ALL}${asOf}) { edges { node { ...Shown } } }`;
    const events = (asOf: string) => `events(first: 100${asOf}) { edges { node { ...Happened } } }`;
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(storiesOf(), day, (some, asOf) =>
        withRecord(some, async ({ store }) => {
          const things = [
            ...CAST.topics.map((slug) => ["Topic", slug, list] as const),
            ...CAST.people.map((slug) => ["Person", slug, list] as const),
            ...CAST.places.map((slug) => ["Place", slug, events] as const),
          ];
          for (const [type, slug, selection] of things) {
            const id = Buffer.from(`${type}@${asOf}:${slug}`).toString("base64url");
            const answer = await askFor(
              store,
              `{ view: node(id: "${id}") { ... on ${type} { ${selection("")} } }
                 now: ${type.toLowerCase()}(slug: "${slug}") { ${selection(`, asOf: "${asOf}"`)} } }`,
            );
            const { view, now } = z.object({ view: z.unknown(), now: z.unknown() }).parse(answer);
            expect(JSON.stringify(view)).toBe(JSON.stringify(now));
            shown += idsIn(view).length;
          }
        }),
      ),
      { numRuns: runs(4) },
    );
    expectCameUp(shown);
  });

  test("does not mix with that of another day in one request", async () => {
    let different = 0;
    await fc.assert(
      fc.asyncProperty(storiesOf(), fc.uniqueArray(day, { minLength: 2, maxLength: 2 }), (some, days) =>
        withRecord(some, async ({ store }) => {
          const list = (asOf: string | null) =>
            `timeline(${ALL}, asOf: ${JSON.stringify(asOf)}) { edges { node { ...Shown } } }`;
          const fields = [...days, null].map((asOf, index) => `d${index}: ${list(asOf)}`);
          const both = z
            .record(z.string(), z.unknown())
            .parse(await askFor(store, `{ ${fields.join(" ")} }`));
          for (const [index, asOf] of [...days, null].entries()) {
            const alone = z.object({ timeline: z.unknown() }).parse(await askFor(store, `{ ${list(asOf)} }`));
            expect(JSON.stringify(both[`d${index}`])).toBe(JSON.stringify(alone.timeline));
            expectNothingLater(some, both[`d${index}`], asOf);
          }
          if (nodesIn(both["d0"]).length !== nodesIn(both["d1"]).length) different++;
        }),
      ),
      { numRuns: runs(8) },
    );
    expectCameUp(different);
  });

  test("is walked page by page in both directions, filtered or not", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
    let walked = 0;
    await fc.assert(
      fc.asyncProperty(storiesOf(), questionsOf(TIMELINE_FILTER, 6), day, sizes, (some, asked, asOf, pages) =>
        withRecord(some, async ({ walk, expected }) => {
          const questions = asked.flatMap((one) => [
            { ...one, day: asOf, filter: {} },
            ...(isBackwards(one.filter) ? [] : [one]),
          ]);
          for (const question of questions) {
            const all = expected(question);
            expect(await walk({ field: "timeline" }, question, pages, false)).toEqual(all);
            expect(await walk({ field: "timeline" }, question, pages, true)).toEqual(all);
            walked += all.length;
          }
        }),
      ),
      { numRuns: runs(5) },
    );
    expectCameUp(walked);
  });
});
