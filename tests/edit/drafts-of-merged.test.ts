import { describe, expect, test } from "vitest";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import type { AcceptAs } from "../../src/ingest/drafts/same-as.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft } from "../support/drafts.ts";
import { mutate } from "../support/editing.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const BODY = "Elena Varga said that the bridge talks are on 3 November.";
const PROPOSED = drafts({
  people: [personDraft(BODY, "Elena Varga")],
  events: [
    eventDraft(BODY, "bridge talks", {
      title: "Bridge talks",
      date: "2031-11-03",
      participants: [{ agent: person("Elena Varga"), role: "EXPECTED" }],
    }),
  ],
});

async function merge(
  store: Store,
  type: string,
  rows: readonly { readonly slug: string; readonly key: string }[],
): Promise<void> {
  const [into, from] = rows.toSorted((a, b) => a.slug.length - b.slug.length).map(({ key }) => id(type, key));
  const answer = await mutate(store, "merge", { from, into });
  expect(answer.__typename).toBe("MergePayload");
}

/** The articles behind an event and how often somebody has a part in it. */
async function behind(store: Store) {
  const { events } = store.latest();
  const [event] = await events.bySlug(["bridge-talks-2031"]);
  const [record] = await events.recordsInFull(event === undefined ? [] : [event.id]);
  return {
    articles: record?.evidence.map((one) => one.article.slug).toSorted(),
    changes: record?.changes.map((one) => one.evidence.map(({ article: { slug } }) => slug).toSorted()),
    participants: record?.participations.map((one) => one.agent.slug),
  };
}

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

async function accept(store: Store, slug: string, as?: AcceptAs) {
  const all = await everyDraft(store.latest(), { states: ["OPEN"] });
  for (const kind of ["PERSON", "EVENT"] as const) {
    const keys = all.filter((one) => one.article.slug === slug && one.kind === kind).map(({ key }) => key);
    await acceptDrafts(store, { keys }, AUTHOR, as);
  }
}

/** Two articles put on record apart what an editor then says is one; a third tells of it, too. */
async function withMerged(work: (store: Store) => Promise<void>): Promise<void> {
  await withStore(async ({ store }) => {
    const articles = ["a", "b", "c"].map((slug) =>
      article(slug, { body: BODY, published: "2031-10-06", topics: ["talks"] }),
    );
    await applyStory(store, story({ articles, people: [] }), AUTHOR);
    for (const slug of ["a", "b", "c"]) await storeDrafts(store, slug, PROPOSED, "RULE");
    await accept(store, "a");
    await accept(store, "b", { isNew: true });
    const { agents, events } = store.latest();
    const people = await agents.bySlug("PERSON", ["elena-varga", "elena-varga-2"]);
    const told = await events.bySlug(["bridge-talks-2031", "bridge-talks-2031-2"]);
    await merge(store, "Person", people);
    await merge(store, "Event", told);
    await work(store);
  });
}

describe("what is drafted of somebody and something that were merged becomes part of the one that stands", () => {
  const ways: readonly (readonly [string, AcceptAs | undefined])[] = [
    ["found by itself", undefined],
    ["said by the slug of the one that is no more", { sameAs: "bridge-talks-2031-2" }],
  ];
  test.each(ways)("%s", async (_, as) => {
    await withMerged(async (store) => {
      expect((await behind(store)).articles).toEqual(["a", "b"]);
      const open = await everyDraft(store.latest(), { states: ["OPEN"] });
      const keysOf = (kind: string) => open.filter((one) => one.kind === kind).map(({ key }) => key);
      const person = as && { sameAs: "elena-varga-2" };
      await acceptDrafts(store, { keys: keysOf("PERSON") }, AUTHOR, person);
      await acceptDrafts(store, { keys: keysOf("EVENT") }, AUTHOR, as);
      expect(await behind(store)).toEqual({
        articles: ["a", "b", "c"],
        changes: [["a", "b", "c"]],
        participants: ["elena-varga"],
      });
    });
  });

  test("nobody is in doubt which of the two is meant", async () => {
    await withMerged(async (store) => {
      expect((await acceptDrafts(store, { filter: {} }, AUTHOR)).held).toEqual([]);
      expect((await behind(store)).articles).toEqual(["a", "b", "c"]);
    });
  });
});
