import { expect, test } from "vitest";
import { z } from "zod";
import { KeyUse } from "../../src/access/key-use.ts";
import { identifyByToken, openSession, SESSION_LASTS } from "../../src/access/sessions.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import { keyFor } from "../support/desk.ts";
import { drafts, quoteDraft } from "../support/drafts.ts";
import { ask, execute } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, sentence, story } from "../support/story.ts";

const QUEUE = `query Queue($topic: String, $min: Float, $first: Int, $after: String) {
  reviewQueue(topic: $topic, minConfidence: $min, first: $first, after: $after) {
    totalCount
    edges { cursor node { open decided surest article { slug topics { slug } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const Answer = z.object({
  reviewQueue: z.object({
    totalCount: z.number(),
    edges: z.array(
      z.object({
        node: z.object({
          open: z.number(),
          decided: z.number(),
          surest: z.number(),
          article: z.object({ slug: z.string() }),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

test("articles whose drafts wait are queued, the latest first, by topic and confidence, page by page", async () => {
  await withStore(async ({ store }) => {
    const articles = Array.from({ length: 7 }, (_, nth) =>
      article(`a${nth}`, {
        topics: [nth % 2 === 0 ? "talks" : "trade"],
        retrieved: `2025-11-0${1 + (nth % 3)}T12:00:00Z`,
      }),
    );
    await applyStory(store, story({ articles }), AUTHOR);
    for (const [nth, { slug, body = "" }] of articles.entries()) {
      const [one] = await store.articles.bySlug([slug]);
      const quotes = Array.from({ length: nth }, (_, which) =>
        quoteDraft(body, sentence(slug, which), { confidence: (which + 3) / 10 }),
      );
      await storeDrafts(store, one?.key ?? "", drafts({ quotes }), "RULE");
    }
    const records = await store.articles.bySlug(articles.map(({ slug }) => slug));
    const every = () => store.drafts.ofArticles(records.map(({ id }) => id));
    const rejected = (await every()).filter((_, index) => index % 3 === 0);
    await rejectDrafts(store, { keys: rejected.map(({ key }) => key) }, AUTHOR);

    const all = await every();
    const expected = (topic: string | undefined, min: number) =>
      articles
        .flatMap(({ slug, topics, retrieved }) => {
          const own = all.filter((draft) => draft.article.slug === slug);
          const open = own.filter((draft) => draft.state === "OPEN");
          const surest = Math.max(...open.map((draft) => draft.confidence));
          if (surest < min || (topic !== undefined && !topics.includes(topic))) return [];
          return [{ at: retrieved, slug, open: open.length, decided: own.length - open.length, surest }];
        })
        .sort((a, b) => (a.at === b.at ? (a.slug < b.slug ? -1 : 1) : a.at > b.at ? -1 : 1));
    for (const [topic, min] of [
      [undefined, 0],
      ["talks", 0],
      ["trade", 0.5],
      [undefined, 0.6],
      ["nothing", 0],
    ] as const) {
      const found: unknown[] = [];
      const wanted = topic === "nothing" ? [] : expected(topic, min);
      for (let after: string | null = null; ; ) {
        const { reviewQueue }: z.output<typeof Answer> = Answer.parse(
          await ask(store, QUEUE, { topic, min, first: 2, after }),
        );
        expect(reviewQueue.totalCount).toBe(wanted.length);
        found.push(
          ...reviewQueue.edges.map(({ node: { article: of, ...node } }) => ({ slug: of.slug, ...node })),
        );
        if (!reviewQueue.pageInfo.hasNextPage) break;
        after = reviewQueue.pageInfo.endCursor;
      }
      expect(found).toEqual(wanted.map(({ at: _, ...one }) => one));
    }
    const { errors } = await execute(store, QUEUE, {}, null);
    expect(errors?.[0]?.extensions["code"] ?? errors?.[0]?.message).toBeDefined();
  });
});

test("a session is known by its token alone, as long as it lasts", async () => {
  await withStore(async ({ store }) => {
    const clock = { now: new Date("2026-11-26T12:00:00Z") };
    const use = new KeyUse(store, () => undefined);
    const identifying = { store, use, now: () => clock.now };
    const opened = await openSession(await keyFor(store, "Ada"), identifying);
    if ("refused" in opened) throw new Error(opened.refused);
    expect(await identifyByToken(opened.token, identifying)).toMatchObject({ viewer: { name: "Ada" } });
    expect(await identifyByToken(`${opened.token}x`, identifying)).toEqual({ viewer: null });
    clock.now = new Date(clock.now.getTime() + SESSION_LASTS);
    expect(await identifyByToken(opened.token, identifying)).toEqual({ viewer: null });
    await use.settled();
  });
});
