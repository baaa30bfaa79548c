import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Drafts } from "../../src/domain/draft.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import { identify } from "../../src/ingest/reconcile/identify.ts";
import { readScope } from "../../src/ingest/reconcile/scope.ts";
import { openStore } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft } from "../support/drafts.ts";
import { article, story } from "../support/story.ts";

/*
 * Says how long it takes to bring together what is drafted of the articles of one topic: 1,000 of them, or as many as the first
 * argument says, each with 7 people, 10 quotes and 6 events, of which a few are in most articles, as in a running story.
 */
const ARTICLES = Number(process.argv[2] ?? 1_000);
const [PEOPLE, QUOTES, EVENTS] = [7, 10, 6];
/** Whom and what the story is about, the first most often. */
const CAST = 400;
const HAPPENINGS = 500;

const KINDS = [
  "Meeting",
  "Talks",
  "Attack",
  "Election",
  "Arrest",
  "Launch",
  "Resignation",
  "Protest",
  "Trial",
];
const FIRST = ["Ada", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "Jan"];

/** Numbers from 0 on, small ones most often, the same each time. */
let state = 1;
function rank(count: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return Math.min(count - 1, Math.floor(count ** (state / 2_147_483_647)) - 1);
}

function letters(number: number): string {
  return [...String(number)].map((digit) => "bcdfghklmn"[Number(digit)]).join("a");
}

const named = (number: number) =>
  `${FIRST[number % FIRST.length]} ${letters(number)}son`.replace(/ ./, (l) => l.toUpperCase());

function day(number: number): string {
  return new Date(Date.UTC(2030, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
}

function bodyAndDrafts(number: number): { body: string; proposed: Drafts } {
  const people = [...new Set(Array.from({ length: PEOPLE }, () => rank(CAST)))].map(named);
  const says = Array.from({ length: QUOTES }, (_, at) =>
    at === 0
      ? `We have said this many times before, and number ${rank(50)} says it again`
      : `What ${number} and ${at} say is said by nobody else, ${at} times`,
  );
  const happens = Array.from({ length: EVENTS }, () => rank(HAPPENINGS));
  const events = happens.map((one, at) => `event ${at} was number ${one}`);
  const body = [...people, ...says, ...events].join(".\n");
  const speaker = (at: number) => person(people[at % people.length] ?? "");
  return {
    body,
    proposed: drafts({
      people: people.map((name) => personDraft(body, name)),
      quotes: says.map((words, at) => quoteDraft(body, words, { speaker: speaker(at) })),
      events: happens.map((one, at) =>
        eventDraft(body, events[at] ?? "", {
          title: `${KINDS[one % KINDS.length]} in ${letters(one)}`,
          date: day(one),
          participants: [0, 1].map((_, index) => ({ agent: speaker(index), role: "ATTENDEE" })),
        }),
      ),
    }),
  };
}

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
const store = await openStore(join(folder, "dateline.db"));
const author = { at: new Date(), actor: "bench" };
const all = Array.from({ length: ARTICLES }, (_, number) => ({ number, ...bodyAndDrafts(number) }));
await applyStory(
  store,
  story({
    articles: all.map(({ number, body }) =>
      article(`a${number}`, { body, published: day(Math.floor(number / 4)), topics: ["talks"] }),
    ),
  }),
  author,
);
let count = 0;
for (const { number, proposed } of all)
  count += (await storeDrafts(store, `a${number}`, proposed, "RULE")).added;
process.stdout.write(`${ARTICLES} articles, ${count} drafts\n`);

const [first] = await store.articles.bySlug(["a0"]);
await measure("nothing on record");
const began = performance.now();
const { accepted, held } = await acceptDrafts(store, { filter: {} }, author);
process.stdout.write(`accepting ${accepted}, leaving ${held.length}: ${since(began)}\n`);
await measure("all on record");
await store.close();
rmSync(folder, { recursive: true });

async function measure(what: string): Promise<void> {
  const start = performance.now();
  const scope = await readScope(store, [first?.id ?? 0]);
  const read = performance.now();
  identify(scope);
  process.stdout.write(`${what}: read ${(read - start).toFixed(0)} ms, brought together ${since(read)}\n`);
}

function since(start: number): string {
  return `${(performance.now() - start).toFixed(0)} ms`;
}
