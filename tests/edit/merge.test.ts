import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { documentOf, readText } from "../support/document.ts";
import { dump } from "../support/dump.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, type TemporaryStore, withStore } from "../support/store.ts";
import { article, CAST, change, cite, event, passage, quote, story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

/** What is kept of merges themselves, and by the order of writing. */
const NOT_COMPARED = ["merge", "reference_home", "edit", "change_log", "sqlite_sequence"];

/** Everything on record and the indexes, with search documents by what they are rather than by their numbers. */
async function record({ url }: TemporaryStore) {
  const tables = Object.entries(await dump(url)).filter(
    ([name]) => !NOT_COMPARED.includes(name) && !/^search_index/.test(name),
  );
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      name === "search_document" ? rows.map(withoutId).sort() : rows.map((row) => JSON.stringify(row)).sort(),
    ]),
  );
}

function withoutId(row: unknown): string {
  return JSON.stringify({ ...(typeof row === "object" ? row : {}), id: 0 });
}

/** Says that the indexes hold what they would if they were made anew. */
async function expectIndexesUpToDate(temporary: TemporaryStore) {
  const kept = await record(temporary);
  await temporary.store.write(async (tx, readers) => {
    await rebuildSearchIndex(tx, readers);
    await rebuildTimelineIndex(tx, readers);
  });
  expect(await record(temporary)).toEqual(kept);
}

/** Two things of a kind, by their place among those of the story; or which of the merges so far to undo. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.nat(3), from: fc.nat(9), into: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(9) }) },
);

function thing(
  of: { events: readonly { slug: string; key?: string | undefined }[] },
  kind: number,
  number: number,
) {
  const at = <T>(list: readonly T[]) => list[number % list.length];
  const { slug = "", key = slug } = at(of.events) ?? {};
  return [
    id("Person", at(CAST.people) ?? ""),
    id("Organization", at(CAST.organizations) ?? ""),
    id("Place", at(CAST.places) ?? ""),
    id("Event", key),
  ][kind];
}

test("any sequence of merges and undos gives back what was there, and depends only on what holds", async () => {
  await fc.assert(
    fc.asyncProperty(storyArbitrary(), fc.array(step, { minLength: 2, maxLength: 7 }), (some, steps) =>
      withStore(async (temporary) => {
        const { store } = temporary;
        await applyStory(store, some, AUTHOR);
        const before = await record(temporary);
        let holding: string[] = [];
        for (const one of steps) {
          if ("undo" in one) {
            const merge = holding[one.undo % Math.max(1, holding.length)];
            if (merge === undefined) continue;
            expect(await mutate(store, "undoMerge", { merge })).toMatchObject({ __typename: "MergePayload" });
            holding = holding.filter((other) => other !== merge);
            continue;
          }
          const input = { from: thing(some, one.kind, one.from), into: thing(some, one.kind, one.into) };
          const answer = await mutate(store, "merge", input, "... on MergePayload { merge { id } }");
          if (answer.__typename === "InvalidInput") continue;
          expect(answer).toMatchObject({ __typename: "MergePayload", merge: { id: expect.any(String) } });
          holding.push(String(Object(answer["merge"]).id));
        }
        await expectIndexesUpToDate(temporary);
        // What is on record goes to what stands for it now, and is as it was without the merges.
        const kept = await record(temporary);
        await applyStory(store, some, AUTHOR);
        expect(await record(temporary)).toEqual(kept);
        // In another order than they were made in.
        for (const merge of [...holding].sort()) await mutate(store, "undoMerge", { merge });
        expect(await record(temporary)).toEqual(before);
      }),
    ),
    { numRuns: runs(4) },
  );
});

test("a change that both events have stands on timelines once", async () => {
  const put = (name: string) =>
    event(name, {
      topics: ["talks"],
      evidence: [passage("one", 1)],
      history: [change("POSTPONED", "one", { effective: "2025-10-20" })],
    });
  await withStore(async (temporary) => {
    await applyStory(
      temporary.store,
      story({ articles: [article("one")], events: [put("talk"), put("chat")] }),
      AUTHOR,
    );
    await mutate(temporary.store, "merge", { from: id("Event", "chat"), into: id("Event", "talk") });
    await expectIndexesUpToDate(temporary);
    const asked = await ask(
      temporary.store,
      `{ topic(slug: "talks") { timeline(filter: { kinds: [STATUS_CHANGE] }) { totalCount edges { node { title } } } } }`,
    );
    expect(asked).toMatchObject({ topic: { timeline: { totalCount: 1, edges: [expect.anything()] } } });
  });
});

const SCENE = story({
  articles: [article("one", { topics: ["talks"], authors: ["ann"] }), article("two", { topics: ["talks"] })],
  events: [
    event("meeting", {
      topics: ["talks"],
      place: "town",
      evidence: [passage("one", 1)],
      history: [change("SCHEDULED", "one", { date: "2025-10-30" })],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("one", 1)] }],
    }),
    event("encounter", {
      topics: ["trade"],
      place: "harbour",
      evidence: [passage("two", 1)],
      history: [
        change("SCHEDULED", "two", { date: "2025-10-30" }),
        change("OCCURRED", "two", { effective: "2025-10-30" }),
      ],
      participants: [{ person: "bob", role: "HOST", evidence: [passage("two", 1)] }],
      related: [{ kind: "SAME_AS", event: "meeting", evidence: [cite("two")] }],
    }),
  ],
  quotes: [
    quote("one", 2, { speaker: { person: "ann" }, about: ["meeting", "encounter"] }),
    quote("two", 2, { speaker: { person: "bob" }, saidAt: "encounter" }),
  ],
});

test("what was said of the one is said of the other, and old ids and slugs lead there", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    await mutate(store, "merge", { from: id("Person", "bob"), into: id("Person", "ann") });
    await mutate(store, "merge", { from: id("Event", "encounter"), into: id("Event", "meeting") });
    const asked = await ask(
      store,
      `query ($old: ID!) {
        person(slug: "bob") { slug name aliases quotes { totalCount } events { totalCount } }
        node(id: $old) { ... on Event { slug } }
        people { edges { node { slug } } }
        event(slug: "encounter") {
          slug topics { slug } independentSources statusHistory { to evidence { article { slug } } }
          participants { agent { slug } role evidence { article { slug } } } related { kind }
        }
        quotes(filter: { speaker: "bob" }) { edges { node { ... on Quote { about { slug } saidAt { slug } } } } }
        search(query: "bob") { edges { node { ... on Person { slug } } } }
      }`,
      { old: id("Event", "encounter") },
    );
    expect(asked).toEqual({
      person: {
        slug: "ann",
        name: "Person ann",
        aliases: ["ann, alias", "Person bob", "bob, alias"],
        quotes: { totalCount: 2 },
        events: { totalCount: 1 },
      },
      node: { slug: "meeting" },
      people: { edges: ["ann", "cleo", "union"].map((slug) => ({ node: { slug } })) },
      event: {
        slug: "meeting",
        topics: [{ slug: "talks" }, { slug: "trade" }],
        independentSources: 2,
        statusHistory: [
          { to: "SCHEDULED", evidence: [{ article: { slug: "one" } }, { article: { slug: "two" } }] },
          { to: "OCCURRED", evidence: [{ article: { slug: "two" } }] },
        ],
        participants: [
          {
            agent: { slug: "ann" },
            role: "HOST",
            evidence: [{ article: { slug: "one" } }, { article: { slug: "two" } }],
          },
        ],
        related: [],
      },
      quotes: {
        edges: [
          { node: { about: [{ slug: "meeting" }], saidAt: null } },
          { node: { about: [], saidAt: { slug: "meeting" } } },
        ],
      },
      search: { edges: [{ node: { slug: "ann" } }] },
    });
  });
});

test("what stood for others is parted from them, and they stand for themselves", async () => {
  await withStore(async ({ store }) => {
    const host = (slug: string) => [{ person: "ann", role: "HOST" as const, evidence: [passage(slug, 1)] }];
    const events = ["a", "b", "c", "d"].map((slug) =>
      event(slug, { evidence: [cite("one")], participants: ["a", "b"].includes(slug) ? host("one") : [] }),
    );
    await applyStory(store, story({ articles: [article("one")], events }), AUTHOR);
    const merges: string[] = [];
    for (const [from = "", into = ""] of [
      ["a", "d"],
      ["d", "c"],
      ["b", "c"],
    ]) {
      const input = { from: id("Event", from), into: id("Event", into) };
      const answer = await mutate(store, "merge", input, "... on MergePayload { merge { id } }");
      merges.push(String(Object(answer["merge"]).id));
    }
    expect(await mutate(store, "undoMerge", { merge: merges[1] })).toMatchObject({
      __typename: "MergePayload",
    });
    const asked =
      '{ c: event(slug: "c") { participants { role } } d: event(slug: "d") { participants { role } } }';
    const hosted = { participants: [{ role: "HOST" }] };
    expect(await ask(store, asked)).toEqual({ c: hosted, d: hosted });
  });
});

test("the same story applied again goes to what was merged, and changes nothing", async () => {
  await withStore(async (temporary) => {
    const { store } = temporary;
    await applyStory(store, SCENE, AUTHOR);
    await mutate(store, "merge", { from: id("Person", "bob"), into: id("Person", "ann") });
    await mutate(store, "merge", { from: id("Event", "encounter"), into: id("Event", "meeting") });
    await mutate(store, "merge", { from: id("Place", "harbour"), into: id("Place", "town") });
    const merged = await record(temporary);
    await applyStory(store, SCENE, AUTHOR);
    expect(await record(temporary)).toEqual(merged);
  });
});

test("what a story says of two things that are one by now, it does not say of it and itself", async () => {
  await withStore(async ({ store }) => {
    const claimed = cite("one", { claimedBy: [{ person: "bob" }, { person: "ann" }] });
    const told = story({
      articles: [article("one")],
      events: [
        event("first", { evidence: [claimed] }),
        event("second", {
          evidence: [cite("one")],
          related: [{ kind: "FOLLOW_UP_TO", event: "first", evidence: [cite("one")] }],
        }),
      ],
    });
    await applyStory(store, told, AUTHOR);
    await mutate(store, "merge", { from: id("Place", "town"), into: id("Place", "harbour") });
    await mutate(store, "merge", { from: id("Person", "bob"), into: id("Person", "ann") });
    const merge = { from: id("Event", "first"), into: id("Event", "second") };
    await mutate(store, "merge", merge);
    const question = `{
      place(slug: "harbour") { within { slug } }
      event(slug: "second") { related { kind } evidence { claimedBy { slug } } }
    }`;
    const before = await ask(store, question);
    expect(before).toMatchObject({ place: { within: null }, event: { related: [] } });
    await applyStory(store, told, AUTHOR);
    expect(await ask(store, question)).toEqual(before);
  });
});

test("only two of a kind are merged, and no thing with itself", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    const refused = async (from: string, into: string) =>
      (await mutate(store, "merge", { from, into })).issues?.[0];
    expect(await refused(id("Person", "ann"), id("Organization", "union"))).toMatchObject({
      path: ["input", "into"],
    });
    expect(await refused(id("Person", "ann"), id("Person", "ann"))).toMatchObject({
      path: ["input", "into"],
    });
    expect(await refused(id("Person", "nobody"), id("Person", "ann"))).toMatchObject({
      path: ["input", "from"],
    });
    expect(await refused(id("Quote", "x"), id("Quote", "y"))).toMatchObject({ path: ["input", "from"] });
    await mutate(store, "merge", { from: id("Person", "bob"), into: id("Person", "ann") });
    expect(await refused(id("Person", "bob"), id("Person", "ann"))).toMatchObject({
      path: ["input", "into"],
    });
  });
});

test("a document that is exported has what was merged once, and nothing that was withdrawn", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    await mutate(store, "merge", { from: id("Person", "bob"), into: id("Person", "ann") });
    await mutate(store, "merge", { from: id("Event", "encounter"), into: id("Event", "meeting") });
    await mutate(store, "merge", { from: id("Place", "town"), into: id("Place", "harbour") });
    const whole = await readText(await documentOf(store));
    expect(whole.people.map(({ slug }) => slug)).not.toContain("bob");
    expect(whole.places.map(({ slug, within }) => [slug, within])).toEqual([["harbour", undefined]]);
    expect(whole.events).toMatchObject([{ slug: "meeting", topics: ["talks", "trade"], related: [] }]);
    expect(whole.quotes.map(({ about }) => about)).toEqual([["meeting"], []]);
    await withStore(async ({ store: other }) => {
      await applyStory(other, whole, AUTHOR);
      const question =
        '{ topic(slug: "talks") { timeline(first: 50) { edges { node { __typename title } } } } }';
      expect(await ask(other, question)).toEqual(await ask(store, question));
    });
    await mutate(store, "withdrawFact", { fact: id("Event", "meeting"), reason: "No." });
    for (const topic of [undefined, "talks"]) {
      const left = await readText(await documentOf(store, topic === undefined ? {} : { topic }));
      expect(left.events).toEqual([]);
      const said = left.quotes.map(({ about, saidAt }) => ({ about, saidAt }));
      const unattached = { about: [], saidAt: undefined };
      expect(said).toEqual(topic === undefined ? [unattached, unattached] : []);
    }
  });
});
