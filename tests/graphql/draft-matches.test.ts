import { expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft } from "../support/drafts.ts";
import { ask, execute } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const FIRST = `Elena Varga said: “We have waited forty years for this bridge.” The bridge talks are on 3 November.`;
const SECOND = `E. Varga said: “We have waited forty years for this bridge.” The bridge talks of 3 November are near.`;
const THIRD = `Elena Varga comes to the bridge talks on 20 November.`;

function proposed(body: string, name: string, date: string, published: string) {
  const participants = [{ agent: person(name), role: "EXPECTED" as const }];
  return {
    article: article(published, { body, published, topics: ["talks"] }),
    drafts: drafts({
      people: [personDraft(body, name)],
      quotes: body.includes("“")
        ? [quoteDraft(body, "We have waited forty years for this bridge.", { speaker: person(name) })]
        : [],
      events: [eventDraft(body, "bridge talks", { title: "Bridge talks", date, participants })],
    }),
  };
}

async function withThree(work: (store: Store) => Promise<void>): Promise<void> {
  const all = [
    proposed(FIRST, "Elena Varga", "2031-11-03", "2031-10-06"),
    proposed(SECOND, "E. Varga", "2031-11-03", "2031-10-07"),
    proposed(THIRD, "Elena Varga", "2031-11-20", "2031-10-08"),
  ];
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: all.map((one) => one.article) }), AUTHOR);
    for (const one of all) {
      expect((await storeDrafts(store, one.article.slug, one.drafts, "RULE")).refused).toEqual([]);
    }
    await work(store);
  });
}

const SAMENESS = `draftKind match { why score draft { title article { slug } }
  node { ... on Person { slug } ... on Event { slug } ... on Quote { text article { slug } } } }
  suggestions { why score draft { title } node { ... on Event { slug } } }`;
const ofArticle = (slug: string) =>
  `{ drafts(filter: { article: "${slug}" }) { edges { node { ${SAMENESS} } } } }`;

test("a draft tells what it is the same as, drafted or on record, and why", async () => {
  await withThree(async (store) => {
    const other = { article: { slug: "2031-10-06" } };
    const before = await ask(store, ofArticle("2031-10-07"));
    expect(before).toMatchObject({
      drafts: {
        edges: [
          node("PERSON", { node: null, draft: { title: "Elena Varga" } }),
          node("QUOTE", { node: null, score: 1, why: "the same words of the same speaker", draft: other }),
          node("EVENT", { node: null, draft: { ...other, title: "Bridge talks" } }),
        ],
      },
    });
    await acceptDrafts(store, { filter: { articleId: await idOfArticle(store, "2031-10-06") } }, AUTHOR);
    expect(await ask(store, ofArticle("2031-10-07"))).toMatchObject({
      drafts: {
        edges: [
          node("PERSON", { node: { slug: "elena-varga" }, draft: null, why: "another form of the name" }),
          node("QUOTE", { node: other, draft: null }),
          node("EVENT", { node: { slug: "bridge-talks-2031" }, draft: null }),
        ],
      },
    });
  });
});

test("a draft tells what it may be, which is left to an editor", async () => {
  await withThree(async (store) => {
    const open = "{ drafts(filter: { kinds: [EVENT] }) { edges { node { article { slug } } } } }";
    await acceptDrafts(store, { filter: {} }, AUTHOR);
    expect(await ask(store, open)).toEqual({
      drafts: { edges: [{ node: { article: { slug: "2031-10-08" } } }] },
    });
    const suggestion = {
      why: "the same kind of event, on another day than was planned, with the same people",
      score: 0.55,
      draft: null,
      node: { slug: "bridge-talks-2031" },
    };
    expect(await ask(store, ofArticle("2031-10-08"))).toEqual({
      drafts: { edges: [{ node: { draftKind: "EVENT", match: null, suggestions: [suggestion] } }] },
    });
    const { errors } = await execute(
      store,
      "{ drafts { edges { node { suggestions(first: 11) { why } } } } }",
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_PAGE" });
  });
});

function node(draftKind: string, match: object) {
  return { node: { draftKind, match } };
}

async function idOfArticle(store: Store, slug: string): Promise<number> {
  const [found] = await store.latest().articles.bySlug([slug]);
  if (found === undefined) throw new Error(`There is no article ${slug}.`);
  return found.id;
}
