import { expect, test } from "vitest";
import { nextStretch } from "../../../src/server/webhooks/message.ts";
import { webhookTo } from "../../server/webhooks/told.ts";
import { deskApp, keyFor, Visitor } from "../../support/desk.ts";
import { textOf } from "../../support/pages.ts";
import { PASTED } from "../../support/pasted-article.ts";
import { storeOfThisFile } from "../../support/store.ts";

const { store } = await storeOfThisFile();
const app = deskApp(store);
const [ada, bea] = [new Visitor(app), new Visitor(app)];
await ada.signIn(await keyFor(store, "Ada"));
await bea.signIn(await keyFor(store, "Bea"));
const reader = new Visitor(app);
const DECIDE = /\/decide$/;

await ada.open("/desk/new");
await ada.send("/desk/new", { text: PASTED, newTopic: "Harbour strike" });
const review = new URL(ada.url).pathname;

/** Goes to the draft with such a title. */
async function openDraft(visitor: Visitor, title: string) {
  await visitor.open(review);
  const link = [...visitor.html.matchAll(/<li class="\w+"><a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].find(
    ([, , text = ""]) => text.includes(title),
  )?.[1];
  if (link === undefined) throw new Error(`There is no draft “${title}”.`);
  await visitor.open(link.replaceAll("&amp;", "&"));
}
const kickerOf = ({ html }: Visitor) => textOf(/<section class="draft[\s\S]*?<\/p>/.exec(html)?.[0] ?? "");
const progressOf = ({ html }: Visitor) => /(\d+) of \d+ decided/.exec(html)?.[1];

test("a text that is pasted is drafted, and waits in the queue, by topic and confidence", async () => {
  expect(review).toBe("/desk/articles/harbour-strike-called-off-after-late-night-talks");
  expect(textOf(ada.html)).toContain("0 of ");
  expect(await ada.open("/desk")).toContain("Harbour strike called off");
  expect(await ada.open("/desk?topic=harbour-strike&min=0.9")).toContain("Harbour strike called off");
  expect(await ada.open("/desk?topic=none")).toContain("Nothing waits that fits");
  expect(await ada.open("/desk?min=0.9999")).not.toContain("Harbour strike called off");
  // Readers see passages only, editors all of it.
  expect(textOf(await reader.open(review.replace("/desk", "")))).not.toContain("Nobody wanted ships");
  expect(textOf(await ada.open(review))).toContain("Nobody wanted ships");
});

test("what is wrong with a pasted article is said beside what was typed", async () => {
  await ada.open("/desk/new");
  const text = "A headline\n\nSomething happened.";
  await ada.send("/desk/new", { text, newTopic: "Bridge", topic: "", published: "soon" });
  expect(ada.status).toBe(400);
  expect(ada.html).toMatch(
    /name="published" value="soon"[^>]* aria-invalid="true" aria-describedby="wrong-published"/,
  );
  expect(ada.html).toMatch(/<p[^>]* id="wrong-published">&quot;soon&quot; is not a date/);
  expect(ada.html).toContain("Something happened.");
  await ada.open("/desk/new");
  await ada.send("/desk/new", { text: "" });
  expect(textOf(ada.html)).toContain("Paste a text");
  await ada.open("/desk/new");
  await ada.send("/desk/new", { text, newTopic: "", topic: "" });
  expect(ada.html).toMatch(/<p[^>]* id="wrong-topic">Choose a topic/);
});

test("a page's source is read as a page", async () => {
  await ada.open("/desk/new");
  const told =
    "The bridge across the river opened on Friday after years of delays, Mayor Joan Smith said at the ceremony.";
  const rest =
    "Hundreds of people walked across it in the rain, and the first bus followed at noon with the band on board.";
  const text = `<html><head><title>The bridge opens</title></head><body><article><h1>The bridge opens</h1><p>${told}</p><p>${rest}</p></article></body></html>`;
  await ada.send("/desk/new", { text, newTopic: "Bridge" });
  expect(textOf(ada.html)).toContain("The bridge opens");
  expect(ada.html).not.toContain("&lt;p&gt;");
});

test("a decision is stored at once, can be taken back, and taken again", async () => {
  await openDraft(ada, "Nobody wanted");
  await ada.send(DECIDE, { action: "accept" });
  expect(textOf(ada.html)).toContain("Accepted: Helen Marsh");
  expect(await reader.open("/topics/harbour-strike")).toContain("Nobody wanted ships");
  expect(progressOf(ada)).not.toBe("0");
  await ada.send(DECIDE, { action: "undo" });
  expect(kickerOf(ada)).not.toContain("accepted");
  expect(await reader.open("/topics/harbour-strike")).not.toContain("Nobody wanted ships");
  await ada.send(DECIDE, { action: "accept" });
  expect(await reader.open("/topics/harbour-strike")).toContain("Nobody wanted ships");
  // Coming back another day, with what was decided as it was left.
  await bea.open(review);
  expect(progressOf(bea)).toBe(progressOf(ada));
  await openDraft(bea, "Nobody wanted");
  expect(kickerOf(bea)).toContain("accepted by Ada");
});

test("a form that is sent twice does what it does once", async () => {
  await openDraft(ada, "We got what");
  const [first, again] = [ada.html, ada.url];
  await ada.send(DECIDE, { action: "accept" });
  const decided = progressOf(ada);
  ada.html = first;
  ada.url = again;
  await ada.send(DECIDE, { action: "accept" });
  expect(ada.status).toBe(200);
  expect(progressOf(ada)).toBe(decided);
});

test("two editors do not overwrite each other: the second is told what the first did", async () => {
  await openDraft(ada, "a fair outcome");
  await openDraft(bea, "a fair outcome");
  await bea.send(DECIDE, { action: "reject" });
  await ada.send(DECIDE, { action: "accept" });
  expect(ada.status).toBe(409);
  expect(textOf(ada.html)).toContain("Bea changed it meanwhile");
  expect(kickerOf(ada)).toContain("rejected by Bea");
  expect(await reader.open("/topics/harbour-strike")).not.toContain("a fair outcome");
});

test("a draft is edited and accepted in one step; what cannot be is said", async () => {
  await openDraft(ada, "vote on the deal");
  await ada.send(DECIDE, { action: "edit", speaker: "Helen Marsh", date: "someday" });
  expect(ada.status).toBe(409);
  // What was typed is there still, open and marked; the same again with what was wrong mended is taken.
  expect(ada.html).toMatch(/<details class="edit" open=""><summary data-key="e"/);
  expect(ada.html).toMatch(/name="speaker" value="Helen Marsh"/);
  expect(ada.html).toMatch(/name="date" value="someday"[^>]* aria-describedby="wrong-date" autofocus=""/);
  expect(ada.html).toMatch(/id="wrong-date">&quot;someday&quot; is not a date/);
  await ada.send(DECIDE, { action: "edit", sameAs: "/people/nobody-at-all", date: "2025-10-14" });
  expect(ada.html).toMatch(/id="wrong-sameAs">There is no person “nobody-at-all”/);
  await ada.send(DECIDE, { action: "edit", sameAs: "" });
  expect(ada.status).toBe(200);
  const page = textOf(await reader.open("/people/helen-marsh"));
  expect(page).toContain("vote on the deal");
});

test("words are drafted without script, where they stand once in the text", async () => {
  await ada.open(review);
  await ada.send(/\/add$/, { words: "the harbour", kind: "EVENT" });
  expect(ada.status).toBe(409);
  expect(ada.html).toMatch(/<details class="edit" id="add" open="">/);
  expect(ada.html).toMatch(/id="wrong-words">[^<]*(more than once|times|twice|several)/);
  expect(ada.html).toMatch(/<textarea name="words"[^>]*aria-invalid="true"[^>]*>the harbour<\/textarea>/);
  expect(ada.html).toMatch(/<option value="EVENT" selected="">where an event/);
  await ada.send(/\/add$/, { words: "will visit the harbour", kind: "EVENT", name: "Visit to the harbour" });
  expect(textOf(ada.html)).toContain("Because an editor marked it in the text");
  await ada.send(DECIDE, {
    action: "edit",
    title: "Visit to the harbour",
    status: "SCHEDULED",
    date: "2025-11-03",
  });
  expect(textOf(await reader.open("/topics/harbour-strike"))).toContain("Visit to the harbour");
  await ada.open(review);
  await ada.send(/\/add$/, { words: "not in it at all", kind: "QUOTE" });
  expect(ada.status).toBe(409);
});

test("of drafts and what is decided about them, webhooks and readers are told nothing but what came on record", async () => {
  await webhookTo("https://example.org/", store);
  const [webhook] = await store.webhooks.all();
  if (webhook === undefined) throw new Error("There is no webhook.");
  const types = new Set<string>();
  for (let position = 0; ; ) {
    const stretch = await nextStretch(store, { ...webhook, position }, () => new Date());
    if (stretch === null) break;
    position = stretch.end;
    for (const one of JSON.parse(stretch.message?.body ?? '{"data":{"changes":[]}}').data.changes)
      types.add(one.type);
  }
  expect(types).not.toContain("Draft");
  expect(types).toContain("Quote");
});
