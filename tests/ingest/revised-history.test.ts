import { expect, test } from "vitest";
import type { EventDraft } from "../../src/domain/draft.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person } from "../support/drafts.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const BODY = "Bridge talks of Elena Varga.";
const SLUG = "bridge-talks-2031";

/** An article of a day, with the draft of the event as it tells it, accepted. */
async function told(store: Store, published: string, fields: Partial<EventDraft>): Promise<void> {
  const one = article(published, { body: BODY, published, topics: ["talks"] });
  await applyStory(store, story({ articles: [one] }), AUTHOR);
  const participants = [{ agent: person("Elena Varga"), role: "EXPECTED" as const }];
  const event = eventDraft(BODY, "Bridge talks", { date: "2031-11-20", participants, ...fields });
  await storeDrafts(store, published, drafts({ events: [event] }), "RULE");
  await acceptDrafts(store, { filter: {} }, AUTHOR);
}

const history = (store: Store) =>
  ask(
    store,
    `{ event(slug: "${SLUG}") { status statusHistory { to reported evidence { article { slug } } } }
      topic(slug: "talks") { timeline(filter: { kinds: [STATUS_CHANGE] }) { edges { node { __typename } } } }
      changes(last: 1) { edges { node { action node { __typename ... on Event { slug } } } } } }`,
  );

test("what an earlier report makes old is no change any more, in the history, the timeline or the log", async () => {
  await withStore(async ({ store }) => {
    await told(store, "2031-11-22", { status: "SCHEDULED" });
    expect(await history(store)).toMatchObject({
      event: { status: "SCHEDULED", statusHistory: [{ to: "SCHEDULED", reported: "2031-11-22" }] },
      topic: { timeline: { edges: [{}] } },
    });
    await told(store, "2031-11-21", { status: "OCCURRED" });
    const evidence = [{ article: { slug: "2031-11-21" } }];
    expect(await history(store)).toEqual({
      event: { status: "OCCURRED", statusHistory: [{ to: "OCCURRED", reported: "2031-11-21", evidence }] },
      topic: { timeline: { edges: [] } },
      changes: { edges: [{ node: { action: "CREATED", node: { __typename: "StatusChange" } } }] },
    });
  });
});

test("what an editor put in a history stays", async () => {
  await withStore(async ({ store }) => {
    await told(store, "2031-11-22", { status: "SCHEDULED" });
    const record = await store.latest().events.bySlug([SLUG]);
    const [event] = await store.latest().events.records(record.map(({ id }) => id));
    const [change] = event?.changes ?? [];
    if (event === undefined || change === undefined) throw new Error("There is no event with a change.");
    const history = [
      { key: change.key, to: "SCHEDULED" as const, date: "2031-11-20", reason: "a slip", evidence: [] },
    ];
    const { key, title } = event;
    const edited = {
      key,
      slug: SLUG,
      title,
      topics: [],
      evidence: [],
      history,
      participants: [],
      related: [],
    };
    await applyStory(store, story({ events: [edited] }), AUTHOR);
    await told(store, "2031-11-21", { status: "OCCURRED" });
    const steps = { event: { statusHistory: [{ to: "OCCURRED" }, { to: "SCHEDULED" }] } };
    expect(await ask(store, `{ event(slug: "${SLUG}") { statusHistory { to } } }`)).toEqual(steps);
  });
});
