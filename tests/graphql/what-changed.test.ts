import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { seedStory } from "../../src/commands/seed.ts";
import type { Story } from "../../src/domain/story.ts";
import type { Readers } from "../../src/store/readers.ts";
import { undated, withRecord } from "../support/filter.ts";
import { ask, execute } from "../support/graphql.ts";
import { entriesOf, inOrder } from "../support/oracle.ts";
import { changeKey, edtf, eventFact, outDay, stateOf } from "../support/oracle-history.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { SEED } from "../support/seed.ts";
import { storeOfThisFile } from "../support/store.ts";
import { CAST } from "../support/story.ts";
import { DAYS, type StorySize, storyArbitrary } from "../support/story-arbitrary.ts";
import { idsIn, knownBy, properlyQuoted, withFragments } from "../support/views.ts";

const storiesOf = (size: StorySize = {}) => storyArbitrary(size).map(properlyQuoted);
const askFor = (readers: Readers, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  ask(readers, withFragments(query), variables);

const Nodes = z.array(z.looseObject({ id: z.string() }));
const Diff = z.object({
  since: z.string(),
  until: z.string(),
  newEvents: Nodes,
  statusChanges: Nodes,
  disputes: Nodes,
  newQuotes: Nodes,
});
const PART = `query ($topic: String!, $since: Date!, $until: Date, $first: Int) {
  topic(slug: $topic) { whatChanged(since: $since, until: $until, first: $first) {
    since until more
    newEvents { id } statusChanges { id } disputes { id } newQuotes { id }
  } }
}`;
const Part = z.object({ topic: z.object({ whatChanged: Diff.extend({ more: z.boolean() }) }) });
type Lists = Record<"newEvents" | "statusChanges" | "disputes" | "newQuotes", string[]>;

async function whatChanged(readers: Readers, topic: string, since: string, until: string) {
  const answer = await askFor(
    readers,
    `query ($since: Date!, $until: Date) {
      topic(slug: ${JSON.stringify(topic)}) { whatChanged(since: $since, until: $until) {
        since until
        newEvents { ...Happened } statusChanges { ...Changed } disputes { ...Changed } newQuotes { ...Quoted }
      } }
    }`,
    { since, until },
  );
  return z.object({ topic: z.object({ whatChanged: Diff }) }).parse(answer).topic.whatChanged;
}

/** The names in the lists of an answer, all of them as of its later day. */
function namesIn(diff: z.output<typeof Diff>): Lists {
  const names = (nodes: z.output<typeof Nodes>) => nodes.map(({ id }) => undated(id, diff.until));
  return {
    newEvents: names(diff.newEvents),
    statusChanges: names(diff.statusChanges),
    disputes: names(diff.disputes),
    newQuotes: names(diff.newQuotes),
  };
}

/** The steps of a topic's events as of a day; those that are disputed apart. */
function stepsOf(of: Story, topic: string, day: string) {
  return of.events
    .filter(({ topics }) => topics.includes(topic))
    .flatMap((event) =>
      (stateOf(eventFact(of, event), day)?.history ?? []).map(({ key, reported, disputed }) => {
        const step = event.history.find((one) => changeKey(event, one) === key);
        const when = edtf(step?.effective);
        return { node: `StatusChange:${key}`, kind: "STATUS_CHANGE" as const, key, when, reported, disputed };
      }),
    );
}

/** The difference of the views of two days, as sets. */
function difference(of: Story, topic: string, since: string, until: string): Lists {
  const added = (list: (day: string) => { readonly node: string }[]) => {
    const before = new Set(list(since).map(({ node }) => node));
    return list(until)
      .map(({ node }) => node)
      .filter((node) => !before.has(node));
  };
  const entries = (kind: string) => (day: string) =>
    inOrder(
      entriesOf(of, day).filter((one) => one.kind === kind && one.whose.has(`topic ${topic}`)),
      "OLDEST_FIRST",
    );
  const steps = (day: string) => inOrder(stepsOf(of, topic, day), "OLDEST_FIRST");
  return {
    newEvents: added(entries("EVENT")),
    statusChanges: added(steps),
    disputes: added((day) => steps(day).filter(({ disputed }) => disputed)),
    newQuotes: added(entries("QUOTE")),
  };
}

describe("what changed of a topic", () => {
  test("is the difference of the views of two days, in order, told as of the later one", async () => {
    const counts = { newEvents: 0, statusChanges: 0, disputes: 0, newQuotes: 0 };
    const days = fc.array(fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)), {
      minLength: 6,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(storiesOf({ events: 8, quotes: 12 }), days, (some, pairs) =>
        withRecord(some, async ({ store }) => {
          for (const [a, b] of pairs) {
            const [since, until] = a < b ? [a, b] : [b, a];
            const known = knownBy(some, until);
            for (const topic of CAST.topics) {
              const diff = await whatChanged(store, topic, since, until);
              expect([diff.since, diff.until]).toEqual([since, until]);
              const expected = difference(some, topic, since, until);
              expect(namesIn(diff)).toEqual(expected);
              for (const id of idsIn(diff)) {
                const name = undated(id, until);
                if (/^(Event|StatusChange|Quote|Article):/.test(name)) expect(known).toContain(name);
              }
              counts.newEvents += expected.newEvents.length;
              counts.statusChanges += expected.statusChanges.length;
              counts.disputes += expected.disputes.length;
              counts.newQuotes += expected.newQuotes.length;
            }
          }
        }),
      ),
      { numRuns: runs(20) },
    );
    for (const [list, count] of Object.entries(counts)) expectCameUp(count, list);
  });

  test("in parts, is each part's own difference, until nothing is left", async () => {
    await fc.assert(
      fc.asyncProperty(
        storiesOf({ events: 8, quotes: 12 }),
        fc.constantFrom(...CAST.topics),
        fc.integer({ min: 1, max: 6 }),
        (some, topic, first) =>
          withRecord(some, async ({ store }) => {
            const end = "2025-12-01";
            for (let [since, more] = ["2025-01-01", true]; more; ) {
              const answer = await askFor(store, PART, { topic, since, until: end, first });
              const part = Part.parse(answer).topic.whatChanged;
              expect(part.since).toBe(since);
              expect(part.more).toBe(part.until < end);
              expect(part.until > since).toBe(true);
              const lists = await whatChanged(store, topic, since, part.until);
              expect(namesIn(part)).toEqual(namesIn(lists));
              [since, more] = [part.until, part.more];
            }
          }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("is told as node(id) tells it", async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(storiesOf(), fc.constantFrom(...CAST.topics), (some, topic) =>
        withRecord(some, async ({ store }) => {
          const diff = await whatChanged(store, topic, "2025-10-14", "2025-10-20");
          const shown = [...diff.newEvents, ...diff.statusChanges, ...diff.disputes, ...diff.newQuotes];
          const ids = shown.map(({ id }) => id);
          const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
            ... on Event { ...Happened } ... on StatusChange { ...Changed } ... on Quote { ...Quoted }
          } }`;
          expect(await askFor(store, query, { ids })).toEqual({ nodes: shown });
          told += ids.length;
        }),
      ),
      { numRuns: runs(12) },
    );
    expectCameUp(told);
  });

  test("from a day to the same day is nothing, and to an earlier one is refused", async () => {
    await fc.assert(
      fc.asyncProperty(storiesOf(), (some) =>
        withRecord(some, async ({ store }) => {
          for (const day of DAYS) {
            const diff = await whatChanged(store, "talks", day, day);
            expect(namesIn(diff)).toEqual({ newEvents: [], statusChanges: [], disputes: [], newQuotes: [] });
          }
        }),
      ),
      { numRuns: runs(3) },
    );
  });
});

describe("what changed of the seed story", async () => {
  const { store } = await storeOfThisFile();
  beforeAll(() => seedStory(store));

  test("comes day by day where little is asked for at once, and all at once where there is room", async () => {
    const ends = async (first: number) => {
      const days: string[] = [];
      for (let [since, more] = ["2025-01-01", true]; more; ) {
        const variables = { topic: "putin-trump-summit", since, until: "2025-12-01", first };
        const part = Part.parse(await askFor(store, PART, variables)).topic.whatChanged;
        days.push(part.until);
        [since, more] = [part.until, part.more];
      }
      return days;
    };
    expect(await ends(1)).toEqual(["2025-08-15", "2025-10-16", "2025-10-21", "2025-10-23", "2025-12-01"]);
    expect(await ends(500)).toEqual(["2025-12-01"]);
  });
  const topic = SEED.topics[0]?.slug ?? "";

  test("from 18 to 23 October 2025", async () => {
    const diff = await whatChanged(store, topic, "2025-10-18", "2025-10-23");
    const names = namesIn(diff);
    expect(names).toEqual(difference(SEED, topic, "2025-10-18", "2025-10-23"));
    expect(names).toMatchInlineSnapshot(`
      {
        "disputes": [
          "StatusChange:budapest-summit-2025/postponed-2025-10-21",
        ],
        "newEvents": [],
        "newQuotes": [],
        "statusChanges": [
          "StatusChange:budapest-summit-2025/postponed-2025-10-21",
        ],
      }
    `);
    const outOf = new Map(SEED.articles.map((article) => [article.slug, outDay(article)]));
    const cited = z
      .array(z.looseObject({ evidence: z.array(z.object({ article: z.object({ slug: z.string() }) })) }))
      .parse([...diff.newEvents, ...diff.statusChanges, ...diff.newQuotes])
      .flatMap(({ evidence }) => evidence.map(({ article }) => outOf.get(article.slug) ?? "?"));
    expect(cited.length).toBeGreaterThan(0);
    for (const day of cited) expect(day <= "2025-10-23", day).toBe(true);
    const earlier = await whatChanged(store, topic, "2025-10-18", "2025-10-20");
    const later = await whatChanged(store, topic, "2025-10-20", "2025-10-23");
    const both = [...namesIn(earlier).statusChanges, ...namesIn(later).statusChanges];
    expect(both.sort()).toEqual([...names.statusChanges].sort());
  });

  test("up to today, or to the topic's day, where `until` is left out", async () => {
    const query = (field: string) =>
      `{ topic: ${field} { ... on Topic { whatChanged(since: "2025-10-18") { until } } } }`;
    const id = Buffer.from(`Topic@2025-10-20:${topic}`).toString("base64url");
    const until = async (field: string) =>
      z
        .object({ topic: z.object({ whatChanged: z.object({ until: z.string() }) }) })
        .parse(await askFor(store, query(field))).topic.whatChanged.until;
    expect(await until(`topic(slug: "${topic}")`)).toBe("2026-11-24");
    expect(await until(`node(id: "${id}")`)).toBe("2025-10-20");
  });

  test("backwards is refused", async () => {
    const { errors } = await execute(
      store,
      `{ topic(slug: "${topic}") { whatChanged(since: "2025-10-19", until: "2025-10-18") { until } } }`,
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_DATE_RANGE" });
  });
});
