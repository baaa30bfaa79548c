import { expect, test } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { storeDrafts } from "../../../src/ingest/drafts/store-drafts.ts";
import { deskApp, keyFor, Visitor } from "../../support/desk.ts";
import { drafts, eventDraft, person } from "../../support/drafts.ts";
import { textOf } from "../../support/pages.ts";
import { AUTHOR, storeOfThisFile } from "../../support/store.ts";
import { article, story } from "../../support/story.ts";

const { store } = await storeOfThisFile();
const app = deskApp(store);
const [ada, bea] = [new Visitor(app), new Visitor(app)];
await ada.signIn(await keyFor(store, "Ada"));
await bea.signIn(await keyFor(store, "Bea"));
const reader = new Visitor(app);
const DECIDE = /\/decide$/;
const BODY = "Elena Varga comes to the bridge talks.";

/** An article that tells of an event on a day, with the draft of it. Returns its page at the desk. */
async function tell(slug: string, date: string, topic: string): Promise<string> {
  const one = article(slug, { body: BODY, published: "2031-10-06", topics: [topic] });
  await applyStory(store, story({ articles: [one], people: [] }), AUTHOR);
  const participants = [{ agent: person("Elena Varga"), role: "EXPECTED" as const }];
  const events = [eventDraft(BODY, "bridge talks", { title: `Bridge ${topic}`, date, participants })];
  await storeDrafts(store, slug, drafts({ events }), "RULE");
  return `/desk/articles/${slug}`;
}

test("what may be on record already is suggested, and taken for the same in one step, until that is taken back", async () => {
  await ada.open(await tell("planned", "2031-11-03", "talks"));
  await ada.send(DECIDE, { action: "accept" });
  const before = await reader.open("/events/bridge-talks-2031");
  const page = await tell("put-off", "2031-11-20", "talks");
  await ada.open(page);
  expect(textOf(ada.html)).toContain(
    "May be the same as Bridge talks , 3 November 2031 (the same kind of event, on another day than was planned",
  );
  await bea.open(page);
  await ada.send(DECIDE, { action: "merge" });
  expect(ada.status).toBe(200);
  expect(await store.latest().merges.holding(1)).toEqual([]);
  expect(textOf(await reader.open("/events/bridge-talks-2031"))).toContain("20 November 2031");
  // Who saw it as it was before is told, and nothing is done.
  await bea.send(DECIDE, { action: "merge" });
  expect(bea.status).toBe(409);
  expect(textOf(bea.html)).toMatch(/Ada changed it meanwhile .* decision: “OPEN” is now “ACCEPTED”/);
  await ada.open(page);
  await ada.send(DECIDE, { action: "undo" });
  expect(ada.status).toBe(200);
  expect(await reader.open("/events/bridge-talks-2031")).toBe(before);
});

test("an editor says what a draft is by the address of its page, in the step in which it is changed", async () => {
  await ada.open(await tell("first", "2031-03-03", "trade"));
  await ada.send(DECIDE, { action: "accept" });
  await ada.open(await tell("far-off", "2031-09-20", "trade"));
  expect(textOf(ada.html)).not.toContain("May be the same");
  await ada.send(DECIDE, {
    action: "edit",
    sameAs: "http://localhost/events/bridge-trade-2031",
    date: "2031-09-21",
  });
  expect(ada.status).toBe(200);
  expect(textOf(await reader.open("/events/bridge-trade-2031"))).toContain("21 September 2031");
});

test("what is surely the same is added to, unless an editor says that it is new", async () => {
  await ada.open(await tell("one", "2031-12-01", "visit"));
  await ada.send(DECIDE, { action: "accept" });
  await ada.open(await tell("another", "2031-12-01", "visit"));
  expect(textOf(ada.html)).toContain("Adds to Bridge visit , 1 December 2031");
  await ada.send(DECIDE, { action: "new" });
  expect(textOf(await reader.open("/events/bridge-visit-2031"))).not.toContain("Headline of another");
  expect(textOf(await reader.open("/events/bridge-visit-2031-2"))).toContain("Headline of another");
});
