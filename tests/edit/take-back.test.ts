import { expect, test } from "vitest";
import { z } from "zod";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person } from "../support/drafts.ts";
import { mutate } from "../support/editing.ts";
import { ask, EDITOR } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, cite, event, story } from "../support/story.ts";

const BODY = "Elena Varga said that the bridge talks are on 3 November.";
const PROPOSED = drafts({
  events: [
    eventDraft(BODY, "bridge talks", {
      title: "Bridge talks",
      date: "2031-11-03",
      participants: [{ agent: person("Elena Varga"), role: "EXPECTED" }],
    }),
  ],
});

/** Two articles with a draft of the same event each, and what gives the id of either. */
async function withDrafts(work: (store: Store, idOf: (slug: string) => string) => Promise<void>) {
  await withStore(async ({ store }) => {
    const articles = ["a", "b"].map((slug) =>
      article(slug, { body: BODY, published: "2031-10-06", topics: ["talks"] }),
    );
    await applyStory(store, story({ articles, people: [] }), AUTHOR);
    for (const slug of ["a", "b"]) await storeDrafts(store, slug, PROPOSED, "RULE");
    const all = await everyDraft(store.latest(), {});
    await work(store, (slug) => {
      const key = all.find((one) => one.article.slug === slug)?.key ?? "";
      return encodeNodeId({ type: "Draft", key, asOf: null });
    });
  });
}

const accept = (store: Store, draft: string) => mutate(store, "acceptDrafts", { drafts: [{ draft }] });
const takeBack = (store: Store, draft: string) => mutate(store, "takeBackDecision", { draft });
const onRecord = (store: Store) => ask(store, "{ events { edges { node { slug when { edtf } } } } }");
const TALKS = { node: { slug: "bridge-talks-2031", when: { edtf: "2031-11-03" } } };

test("what was taken back and is accepted again is the same event as before", async () => {
  await withDrafts(async (store, idOf) => {
    for (let time = 1; time <= 2; time++) {
      expect(await accept(store, idOf("a"))).toMatchObject({ __typename: "DraftsPayload" });
      expect(await onRecord(store)).toEqual({ events: { edges: [TALKS] } });
      expect(await takeBack(store, idOf("a"))).toMatchObject({ __typename: "DraftPayload" });
      expect(await onRecord(store)).toEqual({ events: { edges: [] } });
    }
  });
});

test("an event that another article tells of stays when one decision is taken back", async () => {
  await withDrafts(async (store, idOf) => {
    await accept(store, idOf("a"));
    await accept(store, idOf("b"));
    expect(await onRecord(store)).toEqual({ events: { edges: [TALKS] } });
    expect(await takeBack(store, idOf("a"))).toMatchObject({ __typename: "DraftPayload" });
    expect(await onRecord(store)).toEqual({ events: { edges: [TALKS] } });
  });
});

test("a merge that somebody else made since stays when the decision is taken back", async () => {
  await withDrafts(async (store, idOf) => {
    await applyStory(store, story({ events: [event("planned", { evidence: [cite("a")] })] }), AUTHOR);
    await accept(store, idOf("a"));
    const found = z
      .object({ one: z.object({ id: z.string() }), other: z.object({ id: z.string() }) })
      .parse(
        await ask(
          store,
          '{ one: event(slug: "bridge-talks-2031") { id } other: event(slug: "planned") { id } }',
        ),
      );
    const colleague = { viewer: { ...EDITOR, name: "A colleague" } };
    const merged = await mutate(store, "merge", { from: found.one.id, into: found.other.id }, "", colleague);
    expect(merged).toMatchObject({ __typename: "MergePayload" });
    await takeBack(store, idOf("a"));
    expect(await ask(store, "{ merges { from } }")).toEqual({ merges: [{ from: "Bridge talks" }] });
  });
});
