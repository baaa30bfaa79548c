import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Drafts } from "../../src/domain/draft.ts";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Draft } from "../../src/store/drafts.ts";
import type { Store } from "../../src/store/open.ts";
import {
  drafts,
  eventDraft,
  organization,
  person,
  personDraft,
  quoteDraft,
  spanOf,
} from "../support/drafts.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, passage, quote, story } from "../support/story.ts";

const BODY = `👩🏽‍🚒 Deputy Foreign Minister Bob Stone of Ruritania said the first round was “useful, and long”.
The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.
“We go on”, said Stone. “We go on”, said Élan-Øst.`;

const STONE = person("Bob Stone");
const ELAN = person("Élan-Øst");
const PROPOSED = drafts({
  people: [
    personDraft(BODY, "Bob Stone", {
      aliases: ["Stone", "Bobby Rock"],
      roles: [
        {
          title: "Deputy Foreign Minister",
          organization: "Ruritania",
          passage: spanOf(BODY, "Deputy Foreign Minister Bob Stone"),
        },
      ],
    }),
    personDraft(BODY, "Élan-Øst"),
  ],
  organizations: [
    {
      name: "Ruritania",
      aliases: ["RUR"],
      mentions: [spanOf(BODY, "Ruritania")],
      rule: "test",
      confidence: 0.9,
    },
  ],
  quotes: [
    quoteDraft(BODY, "useful, and long", {
      speaker: STONE,
      cue: "said",
      kind: "PARTIAL",
      about: [0],
      said: "2025-10-15",
    }),
    quoteDraft(BODY, "We go on”, said Stone", { speaker: STONE }),
  ],
  events: [
    eventDraft(BODY, "the first round", { title: "First round", status: "OCCURRED", date: "2025-10-14" }),
    eventDraft(BODY, "The second round", {
      title: "Second round of talks",
      sentence: spanOf(
        BODY,
        "The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.",
      ),
      status: "POSTPONED",
      formerDate: "2025-11-03",
      place: "New Harbour",
      participants: [
        { agent: organization("Ruritania"), role: "HOST" },
        { agent: STONE, role: "EXPECTED" },
      ],
      claimedBy: [ELAN],
      relations: [{ kind: "FOLLOW_UP_TO", event: 0 }],
    }),
  ],
});

async function withDrafts<T>(
  work: (store: Store, url: string) => Promise<T>,
  { proposed = PROPOSED, parts = {} }: { proposed?: Drafts; parts?: Partial<Story> } = {},
): Promise<T> {
  return withStore(async ({ store, url }) => {
    const one = article("a0", { body: BODY, topics: ["talks"] });
    await applyStory(store, { ...story({ articles: [one, article("a1")] }), ...parts }, AUTHOR);
    expect((await storeDrafts(store, "a0", proposed, "RULE")).refused).toEqual([]);
    return work(store, url);
  });
}

/** The key of the draft with a title. */
async function keyOf(store: Store, title: string): Promise<string> {
  const all = await everyDraft(store, { states: ["OPEN", "ACCEPTED", "REJECTED"] });
  const found = all.find((draft) => draft.title === title);
  if (!found)
    throw new Error(`There is no draft “${title}” among ${all.map((one) => one.title).join(", ")}.`);
  return found.key;
}
const accept = async (store: Store, ...titles: string[]) =>
  acceptDrafts(store, { keys: await Promise.all(titles.map((title) => keyOf(store, title))) }, AUTHOR);

const USEFUL = "Bob Stone: “useful, and long”";

describe("accepting", () => {
  test("puts a quote on record with its speaker, its words as evidence", async () => {
    await withDrafts(async (store) => {
      expect(await accept(store, USEFUL)).toMatchObject({ accepted: 2, alongside: 1 });
      const query = `{
        quotes { edges { node { text quoteKind cue when { edtf } language about { slug }
          speaker { slug name aliases ... on Person { roles { title organization { name aliases } evidence { exact method } } } }
          evidence { exact start end part method confidence stance article { slug } } } } }
        topic(slug: "talks") { people { edges { node { slug } } } }
      }`;
      const evidence = { ...spanOf(BODY, "useful, and long"), exact: "useful, and long", part: "BODY" };
      expect(await ask(store, query)).toEqual({
        quotes: {
          edges: [
            {
              node: {
                ...{ text: "useful, and long", quoteKind: "PARTIAL", cue: "said", language: "en", about: [] },
                when: { edtf: "2025-10-15" },
                speaker: {
                  ...{ slug: "bob-stone", name: "Bob Stone", aliases: ["Bobby Rock"] },
                  roles: [
                    {
                      title: "Deputy Foreign Minister",
                      organization: { name: "Ruritania", aliases: ["RUR"] },
                      evidence: [{ exact: "Deputy Foreign Minister Bob Stone", method: "RULE" }],
                    },
                  ],
                },
                evidence: [
                  {
                    ...evidence,
                    method: "RULE",
                    confidence: 0.9,
                    stance: "SUPPORTS",
                    article: { slug: "a0" },
                  },
                ],
              },
            },
          ],
        },
        topic: { people: { edges: [{ node: { slug: "bob-stone" } }] } },
      });
    });
  });

  test("puts an event on record with its change, place and participants, and who says so", async () => {
    await withDrafts(async (store) => {
      await accept(store, "Second round of talks");
      const query = `{ event(slug: "second-round-of-talks") { title status when { edtf } place { slug name } topics { slug }
        participants { role agent { slug aliases } evidence { exact } }
        statusHistory { to when { edtf } reported evidence { exact claimedBy { slug } confidence } }
        related { kind } evidence { exact } } }`;
      expect(await ask(store, query)).toMatchObject({
        event: {
          ...{
            title: "Second round of talks",
            status: "POSTPONED",
            when: null,
            topics: [{ slug: "talks" }],
            related: [],
          },
          place: { slug: "new-harbour", name: "New Harbour" },
          participants: [
            { role: "HOST", agent: { slug: "ruritania", aliases: ["RUR"] } },
            { role: "EXPECTED", agent: { slug: "bob-stone" } },
          ],
          statusHistory: [
            {
              ...{ to: "POSTPONED", when: null, reported: "2025-10-16" },
              evidence: [
                {
                  exact: expect.stringMatching(/^The second round, due on .* said\.$/),
                  claimedBy: [{ slug: "elan-ost" }],
                  confidence: 0.6,
                },
              ],
            },
          ],
          evidence: expect.arrayContaining([expect.objectContaining({ exact: "The second round" })]),
        },
      });
    });
  });

  test.each([
    ["the one that names the other first", ["Second round of talks", USEFUL, "First round"]],
    ["the other first", ["First round", USEFUL, "Second round of talks"]],
    ["all at once", null],
  ])("ties events and quotes to events: %s", async (_what, order) => {
    await withDrafts(async (store) => {
      if (order === null) await acceptDrafts(store, { filter: {} }, AUTHOR);
      else for (const title of order) await accept(store, title);
      const query = `{ event(slug: "second-round-of-talks") { related { kind event { slug } evidence { exact } } }
        first: event(slug: "first-round-2025") { quotes { edges { node { text } } } } }`;
      expect(await ask(store, query)).toEqual({
        event: {
          related: [
            {
              kind: "FOLLOW_UP_TO",
              event: { slug: "first-round-2025" },
              evidence: [{ exact: "The second round" }],
            },
          ],
        },
        first: { quotes: { edges: [{ node: { text: "useful, and long" } }] } },
      });
    });
  });

  test("again changes nothing, also with all of the article", async () => {
    await withDrafts(async (store, url) => {
      await acceptDrafts(store, { filter: {} }, AUTHOR);
      const before = await dump(url);
      await acceptDrafts(
        store,
        { filter: { states: ["ACCEPTED", "OPEN"] } },
        { at: new Date(), actor: "another" },
      );
      await storeDrafts(store, "a0", PROPOSED, "RULE");
      expect(await dump(url)).toEqual(before);
    });
  });

  test("gives the same keys in whatever order it is done, and nothing twice", async () => {
    const keys = async (reverse: boolean) =>
      withDrafts(async (store, url) => {
        const all = await everyDraft(store, {});
        for (const { key } of reverse ? all.reverse() : all)
          await acceptDrafts(store, { keys: [key] }, AUTHOR);
        const tables = await dump(url);
        const Keyed = z.array(z.object({ key: z.string() }));
        return ["agent", "place", "event", "quote", "role", "status_change"].map((table) =>
          Keyed.parse(tables[table])
            .map((row) => row.key)
            .sort(),
        );
      });
    expect(await keys(true)).toEqual(await keys(false));
  });

  test("is told by the log, once for each thing", async () => {
    await withDrafts(async (store) => {
      const before = (await store.changes.count(0)).count;
      const { created } = await accept(store, USEFUL);
      expect((await store.changes.count(0)).count - before).toBe(created);
      expect(created).toBe(3);
    });
  });
});

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
      const query = `{ event(slug: "second-round-of-talks") { participants { agent { slug name } } } }`;
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

describe("a decision", () => {
  test("may turn from rejecting to accepting, and not back", async () => {
    await withDrafts(async (store) => {
      const key = await keyOf(store, USEFUL);
      expect(await rejectDrafts(store, { keys: [key] }, AUTHOR)).toBe(1);
      expect(await rejectDrafts(store, { keys: [key] }, AUTHOR)).toBe(0);
      expect(await acceptDrafts(store, { keys: [key] }, AUTHOR)).toMatchObject({ accepted: 2 });
      await expect(rejectDrafts(store, { keys: [key] }, AUTHOR)).rejects.toThrow(/was accepted/);
      const [draft] = await store.drafts.byKey([key]);
      expect(draft).toMatchObject({ state: "ACCEPTED", decidedAt: AUTHOR.at, decidedBy: "tester" });
    });
  });

  test("about a person who was rejected leaves that as it is; who speaks is on record all the same", async () => {
    await withDrafts(async (store) => {
      await rejectDrafts(store, { keys: [await keyOf(store, "Bob Stone")] }, AUTHOR);
      expect(await accept(store, USEFUL)).toMatchObject({ accepted: 1, alongside: 0 });
      const query = "{ quotes { edges { node { speaker { name ... on Person { roles { title } } } } } } }";
      expect(await ask(store, query)).toEqual({
        quotes: { edges: [{ node: { speaker: { name: "Bob Stone", roles: [] } } }] },
      });
    });
  });

  test("names a draft by the first letters of its key, if only one begins so", async () => {
    await withDrafts(async (store) => {
      const all = await everyDraft(store, {});
      const key = await keyOf(store, USEFUL);
      const others = all.filter((draft: Draft) => draft.key !== key).map((draft) => draft.key);
      const short = Array.from(key, (_, at) => key.slice(0, at + 1)).find(
        (start) => !others.some((other) => other.startsWith(start)),
      );
      await rejectDrafts(store, { keys: [short ?? ""] }, AUTHOR);
      expect((await everyDraft(store, { states: ["REJECTED"] })).map((draft) => draft.key)).toEqual([key]);
      for (const wrong of ["", "zz", "draft"]) {
        await expect(acceptDrafts(store, { keys: [wrong] }, AUTHOR)).rejects.toMatchObject({
          code: "INVALID_DRAFT",
        });
      }
    });
  });

  test("is about all or nothing: where one key is wrong, nothing is written", async () => {
    await withDrafts(async (store, url) => {
      const before = await dump(url);
      const keys = [await keyOf(store, USEFUL), "nope"];
      await expect(acceptDrafts(store, { keys }, AUTHOR)).rejects.toThrow(/no draft "nope"/);
      expect(await dump(url)).toEqual(before);
    });
  });
});
