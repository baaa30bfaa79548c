import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Draft } from "../../src/store/drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { bearers, everyKey, rows, scenes, storeAll, walk } from "../support/draft-oracle.ts";
import { drafts, eventDraft, person, quoteDraft } from "../support/drafts.ts";
import { ask, execute, idOf, nodesOf, readPage } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

describe("the list of drafts", () => {
  test("is walked in both orders and both ways, whatever the filter", async () => {
    const filters = fc.record(
      {
        topic: fc.constantFrom("talks", "trade", "nothing"),
        article: fc.constantFrom("a0", "a1", "nothing"),
        person: fc.constantFrom("ann", "bob", "nobody-knows"),
        kinds: fc.subarray(["PERSON", "QUOTE", "EVENT"]),
        states: fc.subarray(["OPEN", "ACCEPTED", "REJECTED"]),
        minConfidence: fc.constantFrom(0.3, 0.6),
        maxConfidence: fc.constantFrom(0.6, 0.9),
      },
      { requiredKeys: [] },
    );
    const asked = fc.tuple(
      filters,
      fc.constantFrom("TEXT_ORDER", "SUREST_FIRST"),
      fc.integer({ min: 1, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        scenes,
        fc.array(asked, { minLength: 4, maxLength: 4 }),
        ([some, proposed], questions) =>
          withStore(async ({ store }) => {
            await applyStory(store, some, AUTHOR);
            await storeAll(store, proposed);
            const [first, second] = await everyKey(store);
            await rejectDrafts(store, { keys: [first ?? ""] }, AUTHOR);
            await acceptDrafts(store, { keys: [second ?? ""] }, AUTHOR);
            for (const [filter, order, size] of questions) {
              const own = (await rows(store)).filter((draft) => {
                const topics = some.articles.find(({ slug }) => slug === draft.article.slug)?.topics ?? [];
                const {
                  topic,
                  article: of,
                  person: who,
                  kinds,
                  states = ["OPEN"],
                  minConfidence = 0,
                  maxConfidence = 1,
                } = filter;
                return (
                  (topic === undefined || topics.includes(topic)) &&
                  (of === undefined || draft.article.slug === of) &&
                  (who === undefined || bearers(some, draft).includes(`person ${who}`)) &&
                  (kinds === undefined || kinds.includes(draft.kind)) &&
                  states.includes(draft.state) &&
                  draft.confidence >= minConfidence &&
                  draft.confidence <= maxConfidence
                );
              });
              const rank = ({ article: of, start, end, key }: Draft) =>
                `${of.slug} ${String(start).padStart(6, "0")} ${String(end).padStart(6, "0")} ${key}`;
              own.sort(
                (a, b) =>
                  (order === "SUREST_FIRST" ? b.confidence - a.confidence : 0) ||
                  (rank(a) < rank(b) ? -1 : 1),
              );
              const wanted = own.map(({ key }) => `Draft:${key}`);
              const given = JSON.stringify(filter)
                .replace(/"(\w+)":/g, "$1: ")
                .replace(/"([A-Z]+)"/g, "$1");
              const connection = { field: "drafts", fixed: `orderBy: ${order}, filter: ${given}` };
              expect(await walk(store, connection, size), connection.fixed).toEqual(wanted);
              const last = await readPage(store, connection, { last: size });
              expect(nodesOf(last)).toEqual(wanted.slice(-size));
              expect(last.pageInfo.hasPreviousPage).toBe(wanted.length > size);
            }
          }),
      ),
      { numRuns: runs(3) },
    );
  });

  test.each([
    [
      "a cursor of something else",
      `after: ${JSON.stringify(Buffer.from("[0]").toString("base64url"))}`,
      "INVALID_CURSOR",
    ],
    ["a confidence that is none", "filter: { minConfidence: 90 }", "INVALID_PAGE"],
  ])("refuses %s", async (_what, args, code) => {
    await withStore(async ({ store }) => {
      const { errors } = await execute(store, `{ drafts(${args}) { totalCount } }`);
      expect(errors?.[0]?.originalError).toMatchObject({ code });
    });
  });
});

const LONG = `Mr. Foe said: “${"We will go on with it now. ".repeat(12)}Nobody knows how long that takes.”`;
const BODY = `${LONG}\nBob Stone called the talks in Harbour, held on 16 October, “useful”.`;
const QUOTE_OF_DRAFT = `id kind draftKind title text cut prefix suffix start end link quoteKind speakerName speakerAsWritten cue
  speakerKind state rule confidence method when { edtf } decidedAt fact { id } evidence { exact } article { slug }`;
const Nodes = z.object({
  drafts: z.object({ edges: z.array(z.object({ node: z.looseObject({ text: z.string() }) })) }),
});

async function withDrafts<T>(access: "FULL" | "PASSAGES", work: (store: Store) => Promise<T>): Promise<T> {
  return withStore(async ({ store }) => {
    const one = article("a0", { body: BODY, access, topics: ["talks"] });
    await applyStory(store, story({ articles: [one] }), AUTHOR);
    const words = LONG.slice(LONG.indexOf("“") + 1, -1);
    const proposed = drafts({
      quotes: [
        quoteDraft(BODY, words, { speakerKind: "UNNAMED", speakerAsWritten: "Mr. Foe", cue: "said" }),
        quoteDraft(BODY, "useful", {
          kind: "PARTIAL",
          speaker: person("Bob Stone"),
          cue: "called",
          about: [0],
        }),
      ],
      events: [
        eventDraft(BODY, "talks in Harbour", {
          status: "OCCURRED",
          date: "2025-10-16",
          place: "Harbour",
          participants: [{ agent: person("Bob Stone"), role: "ATTENDEE" }],
        }),
      ],
    });
    expect(await storeDrafts(store, "a0", proposed, "RULE")).toMatchObject({ added: 3, refused: [] });
    return work(store);
  });
}

describe("a draft", () => {
  test("tells what it proposes, from where, and what became of it", async () => {
    await withDrafts("FULL", async (store) => {
      const query = `{ drafts(filter: { article: "a0" }) { edges { node { ${QUOTE_OF_DRAFT}
        status place participants { name role } name roles { title } aliases claimedBy } } } }`;
      const [, talks, useful] = Nodes.parse(await ask(store, query)).drafts.edges.map(({ node }) => node);
      expect(talks).toMatchObject({
        ...{ kind: "DRAFT", draftKind: "EVENT", text: "talks in Harbour", cut: false, status: "OCCURRED" },
        ...{
          place: "Harbour",
          participants: [{ name: "Bob Stone", role: "ATTENDEE" }],
          when: { edtf: "2025-10-16" },
        },
        ...{
          speakerName: null,
          quoteKind: null,
          state: "OPEN",
          fact: null,
          evidence: [],
          rule: "test-event",
        },
      });
      expect(useful).toMatchObject({
        ...{ draftKind: "QUOTE", title: "Bob Stone: “useful”", speakerName: "Bob Stone", cue: "called" },
        ...{
          link: expect.stringContaining("https://example.com/a0#:~:text="),
        },
      });
      await acceptDrafts(store, { filter: { kinds: ["EVENT"] } }, AUTHOR);
      const accepted = `{ drafts(filter: { states: [ACCEPTED] }) { edges { node { text decidedAt fact { ... on Event { slug } } } } } }`;
      expect(await ask(store, accepted)).toEqual({
        drafts: {
          edges: [
            {
              node: {
                text: "talks in Harbour",
                decidedAt: AUTHOR.at.toISOString(),
                fact: { slug: "talks-in-harbour-2025" },
              },
            },
          ],
        },
      });
    });
  });

  test.each([
    ["PASSAGES", 300],
    ["FULL", Number.POSITIVE_INFINITY],
  ] as const)(
    "of an article with access %s shows at most %d characters, and so does the quote it becomes",
    async (access, most) => {
      await withDrafts(access, async (store) => {
        const query = `{ drafts { edges { node { ${QUOTE_OF_DRAFT} } } } }`;
        const [long] = Nodes.parse(await ask(store, query)).drafts.edges.map(({ node }) => node);
        if (!long) throw new Error("The draft is gone.");
        const length = [...long.text].length;
        expect(length).toBeLessThanOrEqual(most);
        expect(length).toBeGreaterThan(250);
        expect(long).toMatchObject({ cut: access === "PASSAGES" });
        expect(BODY).toContain(long.text);
        expect(long.text).toMatch(access === "FULL" ? /how long that takes\.$/ : /go on with it now\.$/);
        await acceptDrafts(store, { filter: { kinds: ["QUOTE"] } }, AUTHOR);
        const quotes = "{ quotes { edges { node { text evidence { exact start end } } } } }";
        expect(await ask(store, quotes)).toMatchObject({
          quotes: {
            edges: expect.arrayContaining([
              {
                node: {
                  text: long.text,
                  evidence: [{ exact: long.text, start: long["start"], end: long["end"] }],
                },
              },
            ]),
          },
        });
      });
    },
  );

  test("is found by its id, as of a day too, and with its article", async () => {
    await withDrafts("FULL", async (store) => {
      const [, talks] = await rows(store);
      const query = `query ($now: ID!, $before: ID!) {
        now: node(id: $now) { id ... on Draft { text } }
        before: node(id: $before) { id }
        article(slug: "a0") { drafts(first: 1) { totalCount edges { node { article { slug } } } } rejected: drafts(states: [REJECTED]) { totalCount } }
      }`;
      const [now, before] = [idOf(`Draft:${talks?.key}`), idOf(`Draft@2025-10-15:${talks?.key}`)];
      expect(await ask(store, query, { now, before })).toEqual({
        now: { id: now, text: "talks in Harbour" },
        before: null,
        article: {
          drafts: { totalCount: 3, edges: [{ node: { article: { slug: "a0" } } }] },
          rejected: { totalCount: 0 },
        },
      });
    });
  });
});
