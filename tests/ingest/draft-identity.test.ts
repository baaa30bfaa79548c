import { describe, expect, test } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, quoteDraft } from "../support/drafts.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR } from "../support/store.ts";
import { passage, quote, story } from "../support/story.ts";
import { accept, BODY, keyOf, USEFUL, withDrafts } from "./drafted.ts";

describe("whom drafts name", () => {
  const agents = (...people: { slug: string; name: string; aliases?: string[] }[]) =>
    people.map((one) => ({ aliases: [], ...one, sameAs: [], roles: [] }));
  const speakers = async (store: Store) =>
    ask(store, "{ quotes { edges { node { speaker { slug name } } } } people { totalCount } }");

  test.each([
    ["by the same name, however it is written", agents({ slug: "bs", name: "BOB  Stone" })],
    ["by an alias", agents({ slug: "bs", name: "Robert Stone", aliases: ["bob stone"] })],
    [
      "by the name, not by an alias of another",
      agents({ slug: "bs", name: "Bob Stone" }, { slug: "other", name: "Al", aliases: ["Bob Stone"] }),
    ],
  ])("is the one on record: %s", async (_what, people) => {
    await withDrafts(
      async (store, url) => {
        const names = (await dump(url))["agent"];
        await accept(store, USEFUL);
        expect(await speakers(store)).toMatchObject({
          quotes: { edges: [{ node: { speaker: { slug: "bs", name: people[0]?.name } } }] },
          people: { totalCount: people.length },
        });
        // Nothing about them but the role is new.
        expect((await dump(url))["agent"]).toEqual(expect.arrayContaining([...(names ?? [])]));
      },
      { parts: { people } },
    );
  });

  test("is somebody new where it is not clear who is meant, under a slug of their own", async () => {
    const people = agents({ slug: "bob-stone", name: "Bob Stone" }, { slug: "b-2", name: "Bob Stone" });
    await withDrafts(
      async (store) => {
        await accept(store, USEFUL);
        expect(await speakers(store)).toMatchObject({
          quotes: { edges: [{ node: { speaker: { slug: "bob-stone-2" } } }] },
          people: { totalCount: 3 },
        });
        // And the same then for all drafts of this article.
        await accept(store, "Second round of talks");
        expect(await speakers(store)).toMatchObject({ people: { totalCount: 4 } });
      },
      { parts: { people } },
    );
  });

  test("keeps the name that an editor gives them later", async () => {
    await withDrafts(async (store) => {
      await accept(store, USEFUL);
      const [known] = await store.agents.bySlug("PERSON", ["bob-stone"]);
      const renamed = { ...known, slug: "sir-bob", name: "Sir Robert", aliases: [], sameAs: [], roles: [] };
      await applyStory(store, { ...story({}), people: [renamed] }, AUTHOR);
      await accept(store, "Second round of talks");
      const query = `{ event(slug: "second-round-of-talks-2025") { participants { agent { slug name } } } }`;
      expect(await ask(store, query)).toMatchObject({
        event: { participants: [{}, { agent: { slug: "sir-bob", name: "Sir Robert" } }] },
      });
    });
  });
});

test("an event never becomes another that has its slug", async () => {
  const events = [{ ...eventOnRecord("first-round-2025"), title: "First round of something else" }];
  await withDrafts(
    async (store) => {
      await accept(store, "First round");
      const query = `{ old: event(slug: "first-round-2025") { title } event(slug: "first-round-2025-2") { title } }`;
      expect(await ask(store, query)).toEqual({
        old: { title: "First round of something else" },
        event: { title: "First round" },
      });
    },
    { parts: { events } },
  );
});

function eventOnRecord(slug: string): Story["events"][number] {
  return {
    slug,
    title: slug,
    topics: [],
    evidence: [passage("a1", 1)],
    history: [],
    participants: [],
    related: [],
  };
}

test("words that are on record from the same place stay what they are", async () => {
  const words = "useful, and long";
  const known = quote("a0", 0, {
    text: words,
    kind: "DIRECT",
    speaker: { person: "ann" },
    evidence: [{ ...passage("a0", 0), exact: words }],
  });
  await withDrafts(
    async (store) => {
      const query =
        "{ quotes { totalCount edges { node { id quoteKind speaker { slug } evidence { method } } } } }";
      const before = await ask(store, query);
      await accept(store, USEFUL);
      expect(await ask(store, query)).toEqual(before);
      const [draft] = await store.drafts.byKey([await keyOf(store, USEFUL)]);
      expect(draft).toMatchObject({ state: "ACCEPTED", factKey: expect.any(String) });
    },
    { parts: { quotes: [known] } },
  );
});

test("the words of a passage need not stand in the text only once", async () => {
  await withDrafts(
    async (store) => {
      await acceptDrafts(store, { filter: {} }, AUTHOR);
      const starts = (await everyDraft(store, { states: ["ACCEPTED"] })).map((draft) => draft.start);
      const query = "{ quotes { edges { node { text evidence { start exact } } } } }";
      const edges = starts.map((start) => ({
        node: { text: "We go on", evidence: [{ start, exact: "We go on" }] },
      }));
      expect(await ask(store, query)).toEqual({ quotes: { edges } });
    },
    {
      proposed: drafts({
        quotes: [BODY.indexOf("We go on"), BODY.lastIndexOf("We go on")].map((at) => {
          const start = [...BODY.slice(0, at)].length;
          return { ...quoteDraft(BODY, "useful"), passage: { start, end: start + "We go on".length } };
        }),
      }),
    },
  );
});
