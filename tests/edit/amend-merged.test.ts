import { expect, test } from "vitest";
import { z } from "zod";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { Journal } from "../../src/store/change-log.ts";
import type { Store } from "../../src/store/open.ts";
import { RowWriter } from "../../src/store/row-writer.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, cite, event, passage, quote, story } from "../support/story.ts";

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

/** Somebody says something at the encounter, which is at the harbour; all of it can be merged into something else. */
const SCENE = story({
  articles: [article("one", { topics: ["talks"] }), article("two", { topics: ["talks"] })],
  events: [
    ...["meeting", "outing"].map((slug) => event(slug, { topics: ["talks"], evidence: [cite("one")] })),
    event("encounter", {
      topics: ["talks"],
      place: "harbour",
      evidence: [cite("two")],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("two", 3)] }],
    }),
  ],
  quotes: [quote("two", 2, { speaker: { person: "ann" }, saidAt: "encounter", about: ["encounter"] })],
});

const Asked = z.object({
  quotes: z.object({
    edges: z.array(
      z
        .object({ node: z.looseObject({ id: z.string(), recordRevision: z.string() }) })
        .transform((one) => one.node),
    ),
  }),
  event: z.looseObject({
    id: z.string(),
    recordRevision: z.string(),
    participants: z.array(z.object({ id: z.string(), role: z.string() })),
    place: z.object({ slug: z.string() }).nullable(),
  }),
});

async function scene(store: Store) {
  const asked = await ask(
    store,
    `{
      quotes { edges { node { ... on Quote {
        id recordRevision speaker { ... on Person { slug } } saidAt { slug } about { slug }
      } } } }
      event(slug: "encounter") { id recordRevision participants { id role } place { slug } }
    }`,
  );
  const { quotes, event: encounter } = Asked.parse(asked);
  const [said] = quotes.edges;
  if (said === undefined) throw new Error("The quote is gone.");
  const { id: quoteId, recordRevision, ...shown } = said;
  const { participants, place } = encounter;
  return {
    quote: { quote: quoteId, expectedRevision: recordRevision },
    event: { event: encounter.id, expectedRevision: encounter.recordRevision },
    part: { participation: participants[0]?.id, expectedRevision: encounter.recordRevision },
    shown: { ...shown, place, roles: participants.map(({ role }) => role) },
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Merges two things of a type. Returns what undoes it. */
async function merged(store: Store, type: string, from: string, into: string) {
  const input = { from: id(type, from), into: id(type, into) };
  const answer = await mutate(store, "merge", input, "... on MergePayload { merge { id } }");
  const { merge } = z.object({ merge: z.object({ id: z.string() }) }).parse(answer);
  return () => mutate(store, "undoMerge", { merge: merge.id });
}

test.each([
  {
    what: "whose a quote is",
    first: ["Person", "ann", "bob"],
    later: ["Person", "cleo", "union"],
    amend: ({ quote }: Scene) => ({ moveQuote: { ...quote, speaker: { person: "cleo" } } }),
    shown: { speaker: { slug: "cleo" } },
  },
  {
    what: "where it was said",
    first: ["Event", "encounter", "meeting"],
    later: ["Event", "outing", "meeting"],
    amend: ({ quote }: Scene) => ({ amendQuote: { ...quote, saidAt: "outing" } }),
    shown: { saidAt: { slug: "outing" } },
  },
  {
    what: "what it is about",
    first: ["Event", "encounter", "meeting"],
    later: ["Event", "outing", "meeting"],
    amend: ({ quote }: Scene) => ({ amendQuote: { ...quote, about: ["outing"] } }),
    shown: { about: [{ slug: "outing" }] },
  },
  {
    what: "where an event is",
    first: ["Place", "harbour", "town"],
    later: ["Place", "quay", "town"],
    amend: ({ event: encounter }: Scene) => ({ amendEvent: { ...encounter, place: "quay" } }),
    shown: { place: { slug: "quay" } },
  },
] as const)(
  "$what stays as it was amended, whatever is merged and parted then",
  async ({ first, later, amend, shown }) => {
    await withStore(async ({ store }) => {
      await applyStory(store, SCENE, AUTHOR);
      await mutate(store, "addPlace", { name: "Quay", slug: "quay" });
      const quay = z
        .object({ place: z.object({ id: z.string() }) })
        .parse(await ask(store, '{ place(slug: "quay") { id } }')).place.id;
      const [type, from, into] = later;
      const undo = await merged(store, first[0], first[1], first[2]);
      for (const [name, input] of Object.entries(amend(await scene(store)))) {
        expect((await mutate(store, name, input)).__typename).toMatch(/Payload$/);
      }
      expect((await scene(store)).shown).toMatchObject(shown);
      await undo();
      const parted = (await scene(store)).shown;
      expect(parted).toMatchObject(shown);
      const input = { from: type === "Place" ? quay : id(type, from), into: id(type, into) };
      const again = z
        .object({ merge: z.object({ id: z.string() }) })
        .parse(await mutate(store, "merge", input, "... on MergePayload { merge { id } }"));
      const [field, value] = Object.entries(shown)[0] ?? [];
      const expected = Array.isArray(value) ? [{ slug: into }] : { slug: into };
      expect((await scene(store)).shown).toMatchObject({ [String(field)]: expected });
      await mutate(store, "undoMerge", { merge: again.merge.id });
      expect((await scene(store)).shown).toEqual(parted);
    });
  },
);

test("the part that somebody has stays as it was amended when more is merged", async () => {
  await withStore(async ({ store }) => {
    const participants = [{ person: "ann", role: "HOST" as const, evidence: [passage("one", 3)] }];
    const events = SCENE.events.map((one) => (one.slug === "meeting" ? { ...one, participants } : one));
    await applyStory(store, { ...SCENE, events }, AUTHOR);
    await merged(store, "Event", "encounter", "meeting");
    const { part } = await scene(store);
    expect(await mutate(store, "amendParticipant", { ...part, role: "ATTENDEE" })).toMatchObject({
      __typename: "EventPayload",
    });
    expect((await scene(store)).shown.roles).toEqual(["ATTENDEE"]);
    const undo = await merged(store, "Event", "outing", "meeting");
    expect((await scene(store)).shown.roles).toEqual(["ATTENDEE"]);
    await undo();
    expect((await scene(store)).shown.roles).toEqual(["ATTENDEE"]);
  });
});

test("a topic that an editor took from an event and gives it anew is its own, whatever is parted", async () => {
  await withStore(async ({ store }) => {
    const trade = event("outing", { topics: ["trade"], evidence: [cite("one")] });
    const events = SCENE.events.map((one) => (one.slug === "outing" ? trade : one));
    await applyStory(store, { ...SCENE, events }, AUTHOR);
    const undo = await merged(store, "Event", "outing", "encounter");
    const topics = async () => {
      const asked = await ask(store, '{ event(slug: "encounter") { topics { slug } } }');
      const Topics = z.object({ event: z.object({ topics: z.array(z.object({ slug: z.string() })) }) });
      return Topics.parse(asked).event.topics.map(({ slug }) => slug);
    };
    expect(await topics()).toEqual(["talks", "trade"]);
    for (const given of [["talks"], ["talks", "trade"]]) {
      const { event: encounter } = await scene(store);
      await mutate(store, "amendEvent", { ...encounter, topics: given });
      expect(await topics()).toEqual(given);
    }
    await undo();
    expect(await topics()).toEqual(["talks", "trade"]);
  });
});

test("names are added where others were taken away", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    await store.write(async (tx, readers) => {
      const [ann] = await readers.agents.bySlug("PERSON", ["ann"]);
      const rows = new RowWriter(tx, new Journal(AUTHOR));
      const { agentAlias } = tx.tables;
      const of = { id: ann?.id ?? 0, changed: false, created: false };
      const node = { type: "Person" as const, key: "ann" };
      const list = { table: agentAlias, owner: agentAlias.agentId, of, ordered: true };
      await rows.add(list, [{ agentId: of.id, alias: "Annie" }], node);
      await rows.remove(agentAlias, { agentId: of.id, alias: "ann, alias" }, node);
      await rows.add(list, [{ agentId: of.id, alias: "Anna" }], node);
      await rows.finish();
    });
    expect(await ask(store, '{ person(slug: "ann") { aliases } }')).toEqual({
      person: { aliases: ["Annie", "Anna"] },
    });
  });
});
