import { expect, test } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { deskApp, keyFor, Visitor } from "../../support/desk.ts";
import { AUTHOR, storeOfThisFile } from "../../support/store.ts";
import { article, change, event, passage, quote, story } from "../../support/story.ts";

const { store } = await storeOfThisFile();
await applyStory(
  store,
  story({
    articles: [article("a", { topics: ["talks"] })],
    events: [
      event("meeting", {
        topics: ["talks"],
        evidence: [passage("a", 1)],
        history: [change("SCHEDULED", "a")],
      }),
      event("gathering", {
        topics: ["talks"],
        evidence: [passage("a", 2)],
        history: [change("POSSIBLE", "a")],
      }),
    ],
    quotes: [quote("a", 3, { topics: ["talks"], speaker: { person: "ann" } })],
  }),
  AUTHOR,
);
const app = deskApp(store, () => new Date("2026-11-24T13:00:00Z"));
const ada = new Visitor(app);
await ada.signIn(await keyFor(store, "Ada"));
const reader = new Visitor(app);

test("the pages of events and people lead editors to where they are corrected, and nobody else", async () => {
  for (const [path, to] of [
    ["/events/meeting", "/desk/events/meeting"],
    ["/people/ann", "/desk/people/ann"],
  ] as const) {
    expect(await ada.open(path)).toContain(`<a href="${to}">Correct this</a>`);
    expect(await reader.open(path)).not.toContain("Correct this");
    await reader.open(to);
    expect(reader.url).toContain("/desk/sign-in");
  }
});

test("an event is given another title, what became of it, and is withdrawn and let hold again", async () => {
  await ada.open("/desk/events/meeting");
  await ada.send("/desk/correct", { action: "amend-event", title: "The meeting of the year" });
  expect(ada.html).toContain("Done: it is on record.");
  expect(await reader.open("/events/meeting")).toContain("The meeting of the year");

  await ada.open("/desk/events/meeting");
  const exact = "Sentence 4 of “a”";
  await ada.send("/desk/correct", { action: "status", to: "POSTPONED", article: "/articles/a", exact });
  expect(ada.html).toContain("Done: it is on record.");
  expect(await reader.open("/events/meeting")).toContain("Postponed");
  await ada.open("/desk/events/meeting");
  await ada.send("/desk/correct", { action: "status", to: "CANCELLED", article: "a", exact: "not in it" });
  expect(ada.status).toBe(409);
  // The form is there again, open, with what was typed and what is wrong with it.
  const refused = /<details class="edit" open="">[\s\S]*?<\/details>/.exec(ada.html)?.[0] ?? "";
  expect(refused).toContain('<option value="CANCELLED" selected="">');
  expect(refused).toMatch(/<textarea name="exact"[^>]*aria-invalid="true"[^>]*>not in it<\/textarea>/);
  expect(refused).toMatch(/id="wrong-exact">[^<]/);

  await ada.open("/desk/events/meeting");
  const facts = [...ada.html.matchAll(/<option value="([^"]*)"[^>]*>(The step: Postponed[^<]*)/g)];
  const step = facts[0]?.[1] ?? "";
  await ada.send("/desk/correct", { action: "withdraw", fact: step, reason: "The wrong meeting." });
  expect(await reader.open("/events/meeting")).not.toContain("Postponed");
  await ada.open("/desk/events/meeting");
  expect(ada.html).toContain("The wrong meeting.");
  await ada.send("/desk/correct", { action: "lift" });
  expect(await reader.open("/events/meeting")).toContain("Postponed");
});

test("withdrawing what was changed meanwhile is refused, with what changed", async () => {
  const bea = new Visitor(app);
  await bea.signIn(await keyFor(store, "Bert"));
  await ada.open("/desk/events/gathering");
  await bea.open("/desk/events/gathering");
  await bea.send("/desk/correct", { action: "amend-event", title: "A gathering of many" });
  const reason = "It never was.";
  await ada.send("/desk/correct", { action: "withdraw", reason });
  expect(ada.status).toBe(409);
  expect(ada.html).toContain("title: “Title of gathering” is now “A gathering of many”");
  expect(ada.html).toContain(`name="reason" value="${reason}"`);
  expect(await reader.open("/events/gathering")).toContain("A gathering of many");
  // Seen as it is now, it is withdrawn.
  await ada.send("/desk/correct", { action: "withdraw" });
  expect(ada.status).toBe(200);
  expect(await reader.open("/events/gathering")).not.toContain("A gathering of many");
  // It has no page any more: all that was withdrawn is listed on one of the desk.
  expect(new URL(ada.url).pathname).toBe("/desk/withdrawn");
  expect(ada.html).toContain("Done: it is on record.");
  expect(ada.html).toContain("A gathering of many");
  await ada.send("/desk/correct", { action: "lift" });
  expect(ada.html).not.toContain("A gathering of many");
  expect(await reader.open("/events/gathering")).toContain("A gathering of many");
  await ada.open("/desk/events/gathering");
  await ada.send("/desk/correct", { action: "amend-event", title: "Title of gathering" });
});

test("people and events that stand twice are merged, by slug or address, and parted again", async () => {
  await ada.open("/desk/people/bob");
  await ada.send("/desk/correct", {
    action: "merge-person",
    into: "http://localhost/people/ann?asOf=2025-01-01",
  });
  await ada.open("/desk/people/ann");
  expect(ada.html).toContain("Merged into them");
  expect(ada.html).toContain("Person bob");
  await ada.send("/desk/correct", { action: "undo-merge" });
  expect(ada.html).not.toContain("Merged into them");
  expect(await reader.open("/people/bob")).toContain("Person bob");

  await ada.open("/desk/events/gathering");
  await ada.send("/desk/correct", { action: "merge-event", into: "nothing" });
  expect(ada.status).toBe(409);
  expect(ada.html).toMatch(/id="wrong-into">There is no event “nothing” on record/);
  expect(ada.html).toContain('name="into" value="nothing"');
  await ada.open("/desk/events/gathering");
  await ada.send("/desk/correct", { action: "merge-event", into: "meeting" });
  await ada.open("/desk/events/meeting");
  expect(ada.html).toContain("Title of gathering");
  await ada.send("/desk/correct", { action: "undo-merge" });
  expect(await reader.open("/events/gathering")).toContain("Title of gathering");
});

test("names are changed, and a quote goes to whoever said it", async () => {
  await ada.open("/desk/people/ann");
  await ada.send("/desk/correct", {
    action: "amend-person",
    name: "Ann Example",
    aliases: "Annie\n\nA. Example",
  });
  expect(await reader.open("/people/ann")).toContain("Annie");
  await ada.open("/desk/people/ann");
  await ada.send("/desk/correct", { action: "move-quote", speaker: "/people/cleo" });
  expect(await reader.open("/people/cleo")).toContain("Sentence 3 of “a”");
  expect(await reader.open("/people/ann")).not.toContain("Sentence 3 of “a”");
});

test("who changes what somebody else has changed meanwhile is told who, and writes nothing", async () => {
  const bea = new Visitor(app);
  await bea.signIn(await keyFor(store, "Bea"));
  await ada.open("/desk/people/cleo");
  await bea.open("/desk/people/cleo");
  await bea.send("/desk/correct", { action: "amend-person", name: "Cleo of Bea" });
  await ada.send("/desk/correct", { action: "amend-person", name: "Cleo of Ada" });
  expect(ada.status).toBe(409);
  expect(ada.html).toContain("Bea changed it meanwhile");
  expect(await reader.open("/people/cleo")).toContain("Cleo of Bea");
});
