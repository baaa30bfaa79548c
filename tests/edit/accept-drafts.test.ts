import { expect, test } from "vitest";
import { z } from "zod";
import { reviewed } from "../../src/commands/review.ts";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft } from "../support/drafts.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const BODY = "Elena Varga said that the bridge talks are on 3 November.";
const WORDS = "the bridge talks are on 3 November";
const PROPOSED = drafts({
  people: [personDraft(BODY, "Elena Varga")],
  quotes: [quoteDraft(BODY, WORDS, { speaker: person("Elena Varga"), kind: "INDIRECT" })],
  events: [eventDraft(BODY, "bridge talks", { title: "Bridge talks", date: "2031-11-03" })],
});

/** An article with drafts of a person, what they say and an event, and what gives their ids. */
async function withDrafts(
  work: (store: Store, ids: Readonly<Record<"PERSON" | "QUOTE" | "EVENT", string>>) => Promise<void>,
) {
  await withStore(async ({ store }) => {
    const one = article("a", { body: BODY, published: "2031-10-06", topics: ["talks"] });
    await applyStory(store, story({ articles: [one], people: [] }), AUTHOR);
    await storeDrafts(store, "a", PROPOSED, "RULE");
    const all = await everyDraft(store.latest(), {});
    const id = (kind: string) =>
      encodeNodeId({ type: "Draft", key: all.find((draft) => draft.kind === kind)?.key ?? "", asOf: null });
    await work(store, { PERSON: id("PERSON"), QUOTE: id("QUOTE"), EVENT: id("EVENT") });
  });
}

/** Puts something on record by hand, and answers its id. */
async function add(store: Store, mutation: string, input: object, field: string): Promise<string> {
  const answer = await mutate(
    store,
    mutation,
    { ...input },
    `... on ${field.replace(/^./, (a) => a.toUpperCase())}Payload { ${field} { id } }`,
  );
  return z.looseObject({ [field]: z.object({ id: z.string() }) }).parse(answer)[field]?.id ?? "";
}

const accept = (store: Store, one: object, more: object = {}, selection = "") =>
  mutate(store, "acceptDrafts", { drafts: [one], ...more }, selection);

test("drafts go on record as what an editor says they are, in one step, or nothing does", async () => {
  await withDrafts(async (store, { PERSON, QUOTE, EVENT }) => {
    const anna = await add(store, "addPerson", { name: "Anna Kiss" }, "person");
    const evidence = [{ article: "a" }];
    const planned = await add(store, "addEvent", { title: "Planned", status: "POSSIBLE", evidence }, "event");

    // One that does not fit keeps the others from it, too.
    const mixed = {
      drafts: [
        { draft: PERSON, sameAs: anna },
        { draft: EVENT, sameAs: anna },
      ],
    };
    expect(await mutate(store, "acceptDrafts", mixed)).toMatchObject({
      __typename: "InvalidInput",
      issues: [{ path: ["input", "drafts", "1", "sameAs"], message: expect.stringContaining("Event") }],
    });
    expect(await ask(store, "{ drafts { totalCount } }")).toEqual({ drafts: { totalCount: 3 } });

    const all = [
      { draft: PERSON, sameAs: anna },
      { draft: QUOTE, sameAs: anna },
      { draft: EVENT, sameAs: planned },
    ];
    expect(await mutate(store, "acceptDrafts", { drafts: all })).toMatchObject({
      __typename: "DraftsPayload",
    });
    expect(
      await ask(
        store,
        "{ people { edges { node { name aliases } } } events { edges { node { title } } } quotes { edges { node { speaker { name } } } } merges { id } }",
      ),
    ).toEqual({
      people: { edges: [{ node: { name: "Anna Kiss", aliases: ["Elena Varga"] } }] },
      events: { edges: [{ node: { title: "Planned" } }] },
      quotes: { edges: [{ node: { speaker: { name: "Anna Kiss" } } }] },
      merges: [],
    });
    const again = await accept(store, { draft: EVENT, sameAs: planned });
    expect(again.issues?.[0]).toMatchObject({ path: ["input", "drafts", "0", "sameAs"] });
  });
});

test("a draft is changed and put on record in one step; a stale revision changes nothing", async () => {
  await withDrafts(async (store, { EVENT }) => {
    const seen = z
      .object({ node: z.object({ recordRevision: z.string() }) })
      .parse(await ask(store, `{ node(id: "${EVENT}") { ... on Draft { recordRevision } } }`));
    const expectedRevision = seen.node.recordRevision;
    const wrong = await accept(store, { draft: EVENT, amend: { cue: "said" } });
    expect(wrong.issues?.[0]?.path).toEqual(["input", "drafts", "0", "amend", "cue"]);
    await mutate(store, "amendDraft", { draft: EVENT, expectedRevision, title: "The talks" });
    const amend = { title: "Talks at the bridge", date: "2031-11-04" };
    expect(await accept(store, { draft: EVENT, expectedRevision, amend })).toMatchObject({
      __typename: "StaleRevision",
      changes: [{ actor: "Tester" }],
    });
    expect(await ask(store, "{ events { edges { node { id } } } }")).toEqual({ events: { edges: [] } });
    expect(await accept(store, { draft: EVENT, amend })).toMatchObject({ __typename: "DraftsPayload" });
    expect(await ask(store, "{ events { edges { node { title when { edtf } } } } }")).toEqual({
      events: { edges: [{ node: { title: "Talks at the bridge", when: { edtf: "2031-11-04" } } }] },
    });
  });
});

test("a draft that was rejected is changed and put on record after all", async () => {
  await withDrafts(async (store, { EVENT }) => {
    await mutate(store, "rejectDrafts", { drafts: [{ draft: EVENT }] });
    expect(await accept(store, { draft: EVENT, amend: { title: "Talks" } })).toMatchObject({
      __typename: "DraftsPayload",
    });
    expect(await ask(store, "{ events { edges { node { title } } } }")).toEqual({
      events: { edges: [{ node: { title: "Talks" } }] },
    });
  });
});

test("drafts of which it is doubtful what they are are left where that is asked, and told; or taken for new", async () => {
  await withDrafts(async (store, { PERSON, QUOTE }) => {
    // Two who bear the name: which of them is meant has to be said.
    for (const slug of ["one", "another"])
      await add(store, "addPerson", { name: "Elena Varga", slug }, "person");
    const held =
      "... on DraftsPayload { drafts { id } held { what draft { id } match { why node { ... on Person { slug } } } } }";
    const left = await accept(store, { draft: PERSON }, { leaveDoubtful: true }, held);
    expect(left).toMatchObject({ drafts: [], held: [{ what: "Elena Varga", draft: { id: PERSON } }] });
    const named = await accept(store, { draft: QUOTE }, { leaveDoubtful: true }, held);
    expect(named).toMatchObject({ drafts: [], held: [{ what: "Elena Varga", draft: { id: QUOTE } }] });
    const both = await accept(store, { draft: PERSON, isNew: true, sameAs: PERSON });
    expect(both.issues?.[0]?.message).toContain("not both");
    expect(await accept(store, { draft: PERSON, isNew: true }, { leaveDoubtful: true }, held)).toMatchObject({
      drafts: [{ id: PERSON }],
      held: [],
    });
    expect(await ask(store, "{ people { totalCount } }")).toEqual({ people: { totalCount: 3 } });
  });
});

test("what is decided on the command line is in the log, and makes what an editor saw stale", async () => {
  await withDrafts(async (store, { QUOTE, EVENT }) => {
    const seen = z
      .object({ node: z.object({ recordRevision: z.string() }) })
      .parse(await ask(store, `{ node(id: "${EVENT}") { ... on Draft { recordRevision } } }`));
    const [event] = await everyDraft(store.latest(), { kinds: ["EVENT"] });
    const [quote] = await everyDraft(store.latest(), { kinds: ["QUOTE"] });
    const surroundings = { now: () => AUTHOR.at, terminal: null };
    await reviewed(store, { reject: [event?.key ?? ""] }, surroundings);
    await reviewed(store, { accept: [quote?.key ?? ""] }, surroundings);
    const stale = await accept(store, { draft: EVENT, expectedRevision: seen.node.recordRevision });
    expect(stale).toMatchObject({ __typename: "StaleRevision", changes: [{ actor: null }] });
    expect(stale.message).toContain("the command line");
    const Log = z.object({
      log: z.array(z.object({ actor: z.string().nullable(), node: z.object({ id: z.string() }).nullable() })),
    });
    const { log } = Log.parse(await ask(store, "{ log(first: 50) { actor node { id } } }"));
    const about = log.filter(({ node }) => node?.id === QUOTE || node?.id === EVENT);
    expect(about.map(({ actor }) => actor)).toEqual([null, null]);
  });
});
