import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { EventDraft } from "../../src/domain/draft.ts";
import { EVENT_STATUSES } from "../../src/domain/model.ts";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft, spanOf } from "../support/drafts.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, story } from "../support/story.ts";

const BODY =
  "Elena Varga said that the bridge talks are on 3 November. Tibor Nagy will come to the old town hall.";
const QUOTE = "the bridge talks are on 3 November";
const SLUGS = ["a0", "a1", "a2", "a3"] as const;
type Slug = (typeof SLUGS)[number];
/** What an article tells of the event. */
type Told = Partial<EventDraft> & { readonly published: string; readonly topic: string };

/** Articles that each have a draft of the event, and of a quote about it. */
async function tell(store: Store, told: readonly Told[]): Promise<void> {
  const articles = told.map(({ published, topic }, index) =>
    article(SLUGS[index] ?? "", { body: BODY, published, topics: [...new Set(["talks", topic])] }),
  );
  await applyStory(store, story({ articles, people: [] }), AUTHOR);
  for (const [index, { published: _, topic: __, ...fields }] of told.entries()) {
    const events = [eventDraft(BODY, "bridge talks", { title: "Bridge talks", ...fields })];
    const quotes = [quoteDraft(BODY, QUOTE, { speaker: person("Elena Varga"), about: [0] })];
    await storeDrafts(store, SLUGS[index] ?? "", drafts({ events, quotes }), "RULE");
  }
}

/** When somebody decides: each decision has a moment of its own. */
let minute = 0;
const now = () => ({ now: new Date(Date.UTC(2026, 10, 24, 12, minute++)) });

/** Accepts the event's draft of an article, as what it is said to be. */
async function accept(store: Store, slug: Slug, as: { readonly sameAs?: string; readonly isNew?: boolean }) {
  const draft = await draftOf(store, slug, "EVENT");
  const payload = "... on DraftsPayload { facts { __typename id } }";
  const answer = await mutate(store, "acceptDrafts", { drafts: [{ draft, ...as }] }, payload, now());
  const Facts = z.object({ facts: z.array(z.object({ __typename: z.string(), id: z.string() })) });
  return Facts.parse(answer).facts.find((one) => one.__typename === "Event")?.id ?? "";
}

async function takeBack(store: Store, slug: Slug, kind: "EVENT" | "QUOTE" | "PERSON" = "EVENT") {
  const draft = await draftOf(store, slug, kind);
  const answer = await mutate(store, "takeBackDecision", { draft }, "", now());
  expect(answer).toMatchObject({ __typename: "DraftPayload" });
}

async function draftOf(store: Store, slug: string, kind: string): Promise<string> {
  const states = ["OPEN", "ACCEPTED", "REJECTED"] as const;
  const all = await everyDraft(store.latest(), { states });
  const found = all.find((one) => one.article.slug === slug && one.kind === kind);
  return encodeNodeId({ type: "Draft", key: found?.key ?? "", asOf: null });
}

/** All that is on record of an event, without names that are made when it comes on record first. */
async function recordOf(store: Store, id: string) {
  const evidence = "evidence { article { slug } exact start stance claimedBy { ... on Person { name } } }";
  const query = `query ($id: ID!) { node(id: $id) { ... on Event {
    title status when { edtf } place { name } topics { slug } firstReported ${evidence}
    statusHistory { from to reported newDate { edtf } ${evidence} }
    participants { role agent { ... on Person { name } } ${evidence} }
    quotes(first: 10) { edges { node { text } } }
  } } }`;
  const { node } = z
    .object({ node: z.record(z.string(), z.unknown()).nullable() })
    .parse(await ask(store, query, { id }));
  return sorted(node);
}

/** The same with all lists in some one order: evidence comes in that in which it was put on record. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one)]));
}

const told = fc.record({
  published: fc.constantFrom("2031-10-06", "2031-10-07", "2031-10-20", "2031-11-04"),
  topic: fc.constantFrom("talks", "trade", "visit"),
  status: fc.constantFrom(...EVENT_STATUSES),
  date: fc.constantFrom(null, "2031-11", "2031-11-03", "2031-11-05"),
  formerDate: fc.constantFrom(null, "2031-11-03"),
  place: fc.constantFrom(null, "Town hall", "Harbour"),
  participants: fc.subarray([
    { agent: person("Elena Varga"), role: "EXPECTED" as const },
    { agent: person("Tibor Nagy"), role: "EXPECTED" as const },
  ]),
});

test("what is taken back leaves an event as it would be if it had never been accepted", async () => {
  const all = fc.array(told, { minLength: 2, maxLength: 4 });
  const property = fc.asyncProperty(all, fc.nat(), fc.boolean(), async (some, which, isThere) => {
    const slugs = SLUGS.slice(0, some.length);
    const gone = slugs[which % slugs.length];
    const staying = slugs.filter((slug) => slug !== gone);
    const record = async (order: readonly Slug[], back: Slug | undefined) =>
      withStore(async ({ store }) => {
        await tell(store, some);
        let id = "";
        if (isThere) {
          await byHand(store);
          id = encodeNodeId({ type: "Event", key: "planned", asOf: null });
        }
        for (const slug of order)
          id = await accept(store, slug, id === "" ? { isNew: true } : { sameAs: id });
        if (back !== undefined) await takeBack(store, back);
        return recordOf(store, id);
      });
    expect(await record(slugs, gone)).toEqual(await record(staying, undefined));
  });
  await fc.assert(property, { numRuns: runs(60) });
}, 240_000);

/** An event that an editor put on record by another article. */
async function byHand(store: Store): Promise<void> {
  const planned = event("planned", {
    evidence: [cite("hand")],
    history: [change("POSSIBLE", "hand")],
    topics: ["trade"],
  });
  const articles = [article("hand", { published: "2031-10-01", topics: ["trade"] })];
  await applyStory(store, story({ articles, events: [planned], people: [] }), AUTHOR);
}

test("a quote is of an event no more by a draft that was taken back", async () => {
  await withStore(async ({ store }) => {
    await byHand(store);
    await tell(store, [{ published: "2031-10-06", topic: "talks" }]);
    const id = encodeNodeId({ type: "Event", key: "planned", asOf: null });
    const before = await recordOf(store, id);
    await accept(store, "a0", { sameAs: id });
    const quote = await draftOf(store, "a0", "QUOTE");
    await mutate(store, "acceptDrafts", { drafts: [{ draft: quote }] }, "", now());
    expect(await recordOf(store, id)).toMatchObject({ quotes: { edges: [{ node: { text: QUOTE } }] } });
    await takeBack(store, "a0");
    expect(await recordOf(store, id)).toEqual(before);
    // Accepted again as the same, it is all there again.
    await accept(store, "a0", { sameAs: id });
    expect(await recordOf(store, id)).toMatchObject({ quotes: { edges: [{ node: { text: QUOTE } }] } });
  });
});

test("a quote that was taken back twice is twice in no view", async () => {
  await withStore(async ({ store }) => {
    await tell(store, [{ published: "2031-10-06", topic: "talks" }]);
    const drafts = [{ draft: await draftOf(store, "a0", "QUOTE") }];
    const count = () => ask(store, "{ quotes { edges { node { text } } } }");
    for (let time = 1; time <= 3; time++) {
      await mutate(store, "acceptDrafts", { drafts }, "", now());
      expect(await count()).toEqual({ quotes: { edges: [{ node: { text: QUOTE } }] } });
      await takeBack(store, "a0", "QUOTE");
      expect(await count()).toEqual({ quotes: { edges: [] } });
    }
  });
});

test("what a wrong match gave a person is taken from them again, and what others say stays", async () => {
  await withStore(async ({ store }) => {
    const body = "Minister Elena Maria Varga spoke. Ms Varga, the mayor, left.";
    const articles = ["a0", "a1"].map((slug) => article(slug, { body, topics: ["talks"] }));
    const { people } = story({ people: [] });
    await applyStory(store, story({ articles, people }), AUTHOR);
    const role = (title: string) => ({
      title,
      organization: null,
      passage: spanOf(body, title),
    });
    const one = (name: string, title: string) => personDraft(body, name, { roles: [role(title)] });
    await storeDrafts(store, "a0", drafts({ people: [one("Elena Maria Varga", "Minister")] }), "RULE");
    await storeDrafts(store, "a1", drafts({ people: [one("Varga", "mayor")] }), "RULE");
    const other = { name: "Anna Varga", aliases: ["A. Varga"] };
    await mutate(store, "addPerson", other, "", now());
    const read = () =>
      ask(
        store,
        '{ person(slug: "anna-varga") { name aliases roles { title evidence { article { slug } } } } }',
      );
    const before = await read();
    const found = z
      .object({ person: z.object({ id: z.string() }) })
      .parse(await ask(store, '{ person(slug: "anna-varga") { id } }'));
    for (const slug of ["a0", "a1"] as const) {
      const drafts = [{ draft: await draftOf(store, slug, "PERSON"), sameAs: found.person.id }];
      expect(await mutate(store, "acceptDrafts", { drafts }, "", now())).toMatchObject({
        __typename: "DraftsPayload",
      });
    }
    expect(await read()).toMatchObject({ person: { aliases: ["A. Varga", "Elena Maria Varga"] } });
    await takeBack(store, "a0", "PERSON");
    expect(await read()).toEqual({
      person: {
        name: "Anna Varga",
        aliases: ["A. Varga"],
        roles: [{ title: "mayor", evidence: [{ article: { slug: "a1" } }] }],
      },
    });
    await takeBack(store, "a1", "PERSON");
    expect(await read()).toEqual(before);
  });
});
