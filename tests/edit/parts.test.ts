import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, event, passage, story } from "../support/story.ts";

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });
const SCENE = story({
  articles: [
    article("one", { topics: ["talks"], source: "daily" }),
    article("two", { topics: ["talks"], source: "evening", published: "2025-10-20" }),
  ],
  events: [
    event("meeting", {
      topics: ["talks"],
      evidence: [passage("one", 1)],
      history: [change("SCHEDULED", "one")],
      participants: [
        { person: "ann", role: "HOST", evidence: [passage("one", 1)] },
        { person: "ann", role: "SUBJECT", evidence: [passage("two", 2)] },
      ],
    }),
  ],
});

function onScene(work: (store: Store) => Promise<void>) {
  return withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    await work(store);
  });
}

async function revisionOf(store: Store, node: string): Promise<string> {
  const query = `{ node(id: "${node}") { ... on Person { recordRevision } ... on Event { recordRevision } ... on Source { recordRevision } } }`;
  const Node = z.object({ node: z.object({ recordRevision: z.string() }) });
  return Node.parse(await ask(store, query)).node.recordRevision;
}

const ann = id("Person", "ann");
const meeting = id("Event", "meeting");
const daily = id("Source", "daily");

describe("a role", () => {
  const roles = (store: Store) =>
    ask(
      store,
      '{ person(slug: "ann") { roles { id title organization { slug } when { edtf } evidence { article { slug } exact } } } }',
    );
  async function withRole(work: (store: Store, role: string) => Promise<void>) {
    await onScene(async (store) => {
      const evidence = [{ article: "one", exact: "Sentence 2 of “one”" }];
      const input = { person: ann, title: "Minister", organization: "ministry", when: "2024", evidence };
      expect(await mutate(store, "addRole", input)).toMatchObject({ __typename: "PersonPayload" });
      const Roles = z.object({ person: z.object({ roles: z.array(z.object({ id: z.string() })) }) });
      await work(store, Roles.parse(await roles(store)).person.roles[0]?.id ?? "");
    });
  }

  test("is amended, and rests on what it rested on", async () => {
    await withRole(async (store, role) => {
      const expectedRevision = await revisionOf(store, ann);
      const input = { role, expectedRevision, title: "Prime Minister", organization: null };
      expect(await mutate(store, "amendRole", input)).toMatchObject({ __typename: "PersonPayload" });
      const rests = [{ article: { slug: "one" }, exact: "Sentence 2 of “one”" }];
      expect(await roles(store)).toEqual({
        person: {
          roles: [
            {
              id: role,
              title: "Prime Minister",
              organization: null,
              when: { edtf: "2024" },
              evidence: rests,
            },
          ],
        },
      });
      // What was seen before is no ground for another change.
      expect(await mutate(store, "amendRole", { ...input, title: "King" })).toMatchObject({
        __typename: "StaleRevision",
        changes: [{ actor: "Tester" }],
      });
    });
  });

  test("that is none, or of an organization that is none, is refused", async () => {
    await withRole(async (store, role) => {
      const expectedRevision = await revisionOf(store, ann);
      const wrong = await mutate(store, "amendRole", { role: ann, expectedRevision, title: "King" });
      expect(wrong.issues?.[0]?.path).toEqual(["input", "role"]);
      const nowhere = await mutate(store, "amendRole", { role, expectedRevision, organization: "nowhere" });
      expect(nowhere.issues?.[0]?.path).toEqual(["input", "organization"]);
    });
  });

  test("is withdrawn, and amended stays so", async () => {
    await withRole(async (store, role) => {
      await mutate(store, "withdrawFact", { fact: role, reason: "She never was." });
      const expectedRevision = await revisionOf(store, ann);
      await mutate(store, "amendRole", { role, expectedRevision, title: "King" });
      expect(await roles(store)).toEqual({ person: { roles: [] } });
    });
  });
});

describe("a part in an event", () => {
  const parts = (store: Store) =>
    ask(
      store,
      '{ event(slug: "meeting") { participants { id role agent { ... on Person { slug } } evidence { article { slug } } } } }',
    );
  const participation = (role: string) => id("Participation", `meeting/PERSON/ann/${role}`);
  let expectedRevision = "";
  const amend = (store: Store, from: string, role: string) =>
    mutate(store, "amendParticipant", { participation: participation(from), expectedRevision, role });
  const part = (role: string, ...slugs: string[]) => ({
    id: participation(role),
    role,
    agent: { slug: "ann" },
    evidence: slugs.map((slug) => ({ article: { slug } })),
  });
  beforeEach(() => {
    expectedRevision = "";
  });
  const onRecord = (work: (store: Store) => Promise<void>) =>
    onScene(async (store) => {
      expectedRevision = await revisionOf(store, meeting);
      await work(store);
    });

  test("becomes another, with what it rests on", async () => {
    await onRecord(async (store) => {
      expect(await amend(store, "HOST", "ATTENDEE")).toMatchObject({ __typename: "EventPayload" });
      expect(await parts(store)).toEqual({
        event: { participants: [part("SUBJECT", "two"), part("ATTENDEE", "one")] },
      });
      expect(await amend(store, "SUBJECT", "ATTENDEE")).toMatchObject({ __typename: "StaleRevision" });
      expectedRevision = await revisionOf(store, meeting);
      expect(await amend(store, "SUBJECT", "ATTENDEE")).toMatchObject({ __typename: "EventPayload" });
      expect(await parts(store)).toEqual({ event: { participants: [part("ATTENDEE", "one", "two")] } });
    });
  });

  test("that was withdrawn, or is none, is refused", async () => {
    await onRecord(async (store) => {
      await mutate(store, "withdrawFact", { fact: participation("HOST"), reason: "No host." });
      expectedRevision = await revisionOf(store, meeting);
      for (const [from, to, path] of [
        ["HOST", "ATTENDEE", "participation"],
        ["SUBJECT", "HOST", "role"],
        ["SUBJECT", "SUBJECT", "role"],
        ["EXPECTED", "HOST", "participation"],
      ] as const) {
        const refused = await amend(store, from, to);
        expect(refused.issues?.[0]?.path, `${from} ${to}`).toEqual(["input", path]);
      }
      expect(await parts(store)).toEqual({ event: { participants: [part("SUBJECT", "two")] } });
    });
  });
});

test("a publisher is amended, and who owns it decides what is independent", async () => {
  await onScene(async (store) => {
    const independent = () => ask(store, '{ event(slug: "meeting") { independentSources } }');
    expect(await independent()).toEqual({ event: { independentSources: 1 } });
    const input = { source: daily, expectedRevision: await revisionOf(store, daily) };
    const wrong = await mutate(store, "amendSource", { ...input, domain: "not a domain" });
    expect(wrong.issues?.[0]?.path).toEqual(["input", "domain"]);
    const more = { name: "The Daily", domain: "Daily.Example", owner: null };
    const answer = "... on SourcePayload { replayed source { name domain owner } }";
    const sent = { ...input, ...more, idempotencyKey: "once" };
    const done = { source: { name: "The Daily", domain: "daily.example", owner: null } };
    expect(await mutate(store, "amendSource", sent, answer)).toMatchObject({ replayed: false, ...done });
    expect(await mutate(store, "amendSource", sent, answer)).toMatchObject({ replayed: true, ...done });
    expect(await independent()).toEqual({ event: { independentSources: 2 } });
    expect(await mutate(store, "amendSource", { ...input, name: "Daily" })).toMatchObject({
      __typename: "StaleRevision",
    });
    const Log = z.object({ log: z.array(z.object({ actor: z.string() })) });
    expect(Log.parse(await ask(store, "{ log(first: 1) { actor } }")).log[0]?.actor).toBe("Tester");
  });
});
