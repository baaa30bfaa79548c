import { beforeEach, describe, expect, test } from "vitest";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { mutate, send } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, event, passage, quote, sentence, story } from "../support/story.ts";

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

const SCENE = story({
  articles: [
    article("one", { topics: ["talks"], published: "2025-10-14" }),
    article("two", { topics: ["talks"], published: "2025-10-18" }),
  ],
  events: [
    event("meeting", {
      topics: ["talks"],
      evidence: [passage("one", 1)],
      history: [
        change("SCHEDULED", "one", { date: "2025-10-30", effective: "2025-10-14", key: "announced" }),
        change("POSTPONED", "two", { effective: "2025-10-18", key: "postponed" }),
      ],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("one", 1)] }],
    }),
  ],
  quotes: [
    quote("one", 2, { key: "said", speaker: { person: "ann" }, topics: ["talks"], saidAt: "meeting" }),
  ],
});

const { store } = await storeOfThisFile();
await applyStory(store, SCENE, AUTHOR);

/** Does something on a store of its own, with the scene on record. */
function onScene(work: (store: Store) => Promise<void>) {
  return withStore(async ({ store: own }) => {
    await applyStory(own, SCENE, AUTHOR);
    await work(own);
  });
}

async function revisionOf(of: Store, node: string): Promise<string> {
  const { data } = await send(
    of,
    "query ($id: ID!) { node(id: $id) { ... on Event { recordRevision } ... on Quote { recordRevision } } }",
    { id: node },
  );
  return String(Object(data?.["node"]).recordRevision);
}

describe("a mutation", () => {
  let title = 0;
  beforeEach(() => {
    title += 1;
  });
  const topic = () => ({ title: `Story ${title}`, idempotencyKey: `story-${title}` });
  const ANSWER = "... on TopicPayload { replayed topic { id slug } }";

  test("that is sent again is not done again", async () => {
    const input = topic();
    const first = await mutate(store, "addTopic", input, ANSWER);
    expect(first).toMatchObject({ replayed: false, topic: { slug: `story-${title}` } });
    const again = await mutate(store, "addTopic", input, ANSWER);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await ask(store, '{ topics(search: "story") { totalCount } }')).toEqual({
      topics: { totalCount: title },
    });
  });

  test("cannot have the idempotency key of another; that of another editor it can", async () => {
    const input = topic();
    await mutate(store, "addTopic", input);
    expect(await mutate(store, "addTopic", { ...input, title: "Another" })).toMatchObject({
      __typename: "IdempotencyKeyReused",
      path: ["input", "idempotencyKey"],
    });
    const viewer = { name: "Other", scope: "EDITOR", key: "other" } as const;
    expect(await mutate(store, "addTopic", { ...input, title: "Theirs" }, "", { viewer })).toMatchObject({
      __typename: "TopicPayload",
    });
  });

  test("says of each thing that is wrong with what was sent where it is", async () => {
    const evidence = [{ article: "one", exact: "Nobody wrote this." }, { article: "three" }];
    const input = { title: "", slug: "Not A Slug", status: "OCCURRED", date: "soon", evidence };
    const first = await mutate(store, "addEvent", input);
    expect(first.issues?.map((issue) => issue.path.join("."))).toEqual([
      "input.title",
      "input.slug",
      "input.date",
    ]);
    const mended = { ...input, title: "Event", slug: "event", date: "2025-10" };
    const second = await mutate(store, "addEvent", { ...mended, topics: ["nowhere"] });
    expect(second.issues?.map((issue) => issue.path.join("."))).toEqual([
      "input.topics.0",
      "input.evidence.1.article",
    ]);
    const third = await mutate(store, "addEvent", { ...mended, evidence: evidence.slice(0, 1) });
    expect(third.issues?.[0]).toMatchObject({ path: ["input", "evidence", "0", "exact"] });
    const none = await mutate(store, "addEvent", { ...mended, evidence: [] });
    expect(none.issues?.[0]).toMatchObject({ path: ["input", "evidence"] });
    expect(await ask(store, '{ event(slug: "event") { title } }')).toEqual({ event: null });
  });

  test("is refused where what it changes was changed since, and told by whom and how", async () => {
    await onScene(async (own) => {
      const node = id("Event", "meeting");
      const expectedRevision = await revisionOf(own, node);
      const viewer = { name: "Night desk", scope: "EDITOR", key: "night" } as const;
      const by = { event: node, expectedRevision };
      await mutate(own, "amendEvent", { ...by, title: "The meeting" }, "", { viewer });
      const stale = await mutate(own, "amendEvent", { ...by, title: "A meeting" });
      expect(stale).toMatchObject({
        __typename: "StaleRevision",
        path: ["input", "expectedRevision"],
        currentRevision: await revisionOf(own, node),
        changes: [
          {
            actor: "Night desk",
            action: "UPDATED",
            before: [{ table: "event", row: { title: "Title of meeting" } }],
            after: [{ table: "event", row: { title: "The meeting" } }],
          },
        ],
      });
      const now = { event: node, expectedRevision: stale["currentRevision"], title: "A meeting" };
      expect(await mutate(own, "amendEvent", now)).toMatchObject({ __typename: "EventPayload" });
      // A step of its history changes an event, too.
      const seen = await revisionOf(own, node);
      const step = { event: node, to: "OCCURRED", effective: "2025-10-20", evidence: [{ article: "two" }] };
      await mutate(own, "recordStatusChange", step);
      expect(await mutate(own, "amendEvent", { ...by, expectedRevision: seen, title: "B" })).toMatchObject({
        __typename: "StaleRevision",
      });
    });
  });

  test("is in the log with who sent it, and what it wrote", async () => {
    await onScene(async (own) => {
      const input = { quote: id("Quote", "said"), speaker: { person: "bob" } };
      const expectedRevision = await revisionOf(own, input.quote);
      await mutate(own, "moveQuote", { ...input, expectedRevision });
      const { data } = await send(own, "{ log(first: 1) { actor action nodeId at before after } }");
      expect(data).toMatchObject({
        log: [{ actor: "Tester", action: "UPDATED", nodeId: input.quote, at: "2026-11-24T12:00:00.000Z" }],
      });
      const both = await ask(
        own,
        `{ ann: person(slug: "ann") { quotes { totalCount } } bob: person(slug: "bob") { quotes { totalCount } } }`,
      );
      expect(both).toEqual({ ann: { quotes: { totalCount: 0 } }, bob: { quotes: { totalCount: 1 } } });
    });
  });
});

describe("a fact that is withdrawn", () => {
  const VIEWS = `{
    event(slug: "meeting") { status statusHistory { to } participants { role } }
    early: event(slug: "meeting", asOf: "2025-10-15") { status participants { role } }
    quotes { totalCount } earlyQuotes: quotes(asOf: "2025-10-15") { totalCount }
    topic(slug: "talks") { corrections { kind day reason } timeline(first: 50) { totalCount } people { totalCount } }
    search(query: "sentence") { edges { node { __typename } } }
  }`;
  const withdraw = (own: Store, fact: string, reason = "It was another meeting.") =>
    mutate(own, "withdrawFact", { fact, reason }, "... on CorrectionPayload { correction { id } }");

  test("is in no view of any day, and readers are told so", async () => {
    await onScene(async (own) => {
      const before = await ask(own, VIEWS);
      const event = await withdraw(own, id("Event", "meeting"));
      const quoted = await withdraw(own, id("Quote", "said"), "He did not say that.");
      expect(await ask(own, VIEWS)).toEqual({
        event: null,
        early: null,
        quotes: { totalCount: 0 },
        earlyQuotes: { totalCount: 0 },
        topic: {
          corrections: [
            { kind: "QUOTE", day: "2026-11-24", reason: "He did not say that." },
            { kind: "EVENT", day: "2026-11-24", reason: "It was another meeting." },
          ],
          timeline: { totalCount: 0 },
          people: { totalCount: 0 },
        },
        search: { edges: [{ node: { __typename: "Article" } }, { node: { __typename: "Article" } }] },
      });
      const { data } = await send(own, "{ log(first: 2) { action actor node { __typename } } }");
      expect(data).toMatchObject({
        log: [
          { action: "REMOVED", node: null },
          { action: "REMOVED", node: null },
        ],
      });
      for (const { correction } of [event, quoted]) {
        const input = { correction: String(Object(correction).id) };
        expect(await mutate(own, "liftWithdrawal", input)).toMatchObject({ __typename: "CorrectionPayload" });
      }
      expect(await ask(own, VIEWS)).toEqual(before);
    });
  });

  test("may be a step or a part of an event, and whatever else is told later of it stays withdrawn", async () => {
    await onScene(async (own) => {
      await withdraw(own, id("StatusChange", "postponed"));
      await withdraw(own, id("Participation", "meeting/PERSON/ann/HOST"));
      const later = story({
        articles: [article("late")],
        events: [
          event("meeting", {
            history: [change("POSTPONED", "late", { effective: "2025-10-18", key: "postponed" })],
            participants: [{ person: "ann", role: "HOST", evidence: [passage("late", 1)] }],
          }),
        ],
      });
      await applyStory(own, later, AUTHOR);
      expect(await ask(own, VIEWS)).toMatchObject({
        event: { status: "SCHEDULED", statusHistory: [{ to: "SCHEDULED" }], participants: [] },
        early: { status: "SCHEDULED", participants: [] },
      });
      expect(await withdraw(own, id("StatusChange", "postponed"))).toMatchObject({
        __typename: "InvalidInput",
      });
      expect(await withdraw(own, id("Person", "ann"))).toMatchObject({ __typename: "InvalidInput" });
    });
  });
});

test("an article is put on record with its drafts, which are amended, accepted and rejected", async () => {
  await withStore(async ({ store: own }) => {
    const text = [
      "Mayor calls bridge unsafe",
      "",
      'Mayor Jane Miller said on Monday: "The old bridge is not safe any more." She spoke to reporters at the town hall.',
      "",
      'Engineer Tom Baker said: "We will repair it before the winter comes."',
    ].join("\n");
    const topic = { slug: "bridge", title: "The bridge" };
    const ANSWER = "... on IngestPayload { replayed state openDrafts article { id slug } }";
    const input = { text, topic, published: "2025-10-14", language: "en", idempotencyKey: "one" };
    const put = await mutate(own, "ingestArticle", input, ANSWER);
    expect(put).toMatchObject({
      state: "CREATED",
      replayed: false,
      article: { slug: "mayor-calls-bridge-unsafe" },
    });
    expect(await mutate(own, "ingestArticle", input, ANSWER)).toEqual({ ...put, replayed: true });
    expect(await mutate(own, "ingestArticle", { ...input, idempotencyKey: "two" }, ANSWER)).toMatchObject({
      state: "UNCHANGED",
    });
    const { data } = await send(
      own,
      "{ drafts(filter: { kinds: [QUOTE] }) { edges { node { id recordRevision speakerName text } } } }",
    );
    const quotes = Object(data?.["drafts"]).edges.map((edge: { node: Record<string, string> }) => edge.node);
    expect(quotes).toHaveLength(2);
    const [first, second] = quotes;
    const draft = { draft: first.id, expectedRevision: first.recordRevision };
    const speaker = { type: "PERSON", name: "Jane Q. Miller" };
    expect(await mutate(own, "amendDraft", { ...draft, speaker })).toMatchObject({
      __typename: "DraftPayload",
    });
    expect(await mutate(own, "acceptDrafts", { drafts: [draft] })).toMatchObject({
      __typename: "StaleRevision",
      path: ["input", "drafts", "0", "expectedRevision"],
      changes: [{ actor: "Tester" }],
    });
    // What an editor mended, drafting again leaves alone.
    await mutate(own, "draftArticle", { article: Object(put["article"]).id });
    const accepted = await mutate(
      own,
      "acceptDrafts",
      { drafts: [{ draft: first.id }] },
      "... on DraftsPayload { facts { ... on Quote { text speaker { name } evidence { method confidence } } } }",
    );
    expect(accepted).toMatchObject({
      facts: expect.arrayContaining([
        {
          text: first.text,
          speaker: { name: "Jane Q. Miller" },
          evidence: [{ method: "HUMAN", confidence: null }],
        },
      ]),
    });
    await mutate(own, "rejectDrafts", { drafts: [{ draft: second.id }] });
    expect(await mutate(own, "rejectDrafts", { drafts: [{ draft: first.id }] })).toMatchObject({
      issues: [{ path: ["input", "drafts", "0", "draft"] }],
    });
    const { data: logged } = await send(
      own,
      "{ log(first: 3) { nodeId } changes { edges { node { nodeId } } } }",
    );
    const drafted = /^Draft:/;
    const decoded = (one: { nodeId: string }) => Buffer.from(one.nodeId, "base64url").toString();
    expect(decoded(Object(logged?.["log"])[0])).toMatch(drafted);
    for (const { node } of Object(logged?.["changes"]).edges) expect(decoded(node)).not.toMatch(drafted);
  });
});

test("everything may be put on record by hand, each fact with what it rests on", async () => {
  await onScene(async (own) => {
    const evidence = [{ article: "one", exact: sentence("one", 3), claimedBy: [{ organization: "union" }] }];
    const person = await mutate(
      own,
      "addPerson",
      { name: "Zoë Ångström", aliases: ["Zoë"] },
      "... on PersonPayload { person { id slug } }",
    );
    expect(person).toMatchObject({ person: { slug: "zoe-angstrom" } });
    const personId = String(Object(person["person"]).id);
    await mutate(own, "addRole", {
      person: personId,
      title: "Mayor",
      organization: "ministry",
      when: "2025",
      evidence,
    });
    await mutate(own, "addPlace", { name: "Bridge", within: "town", country: "HU" });
    const added = await mutate(
      own,
      "addEvent",
      {
        title: "Inspection of the bridge",
        place: "bridge",
        topics: ["talks"],
        status: "SCHEDULED",
        date: "2025-11",
        participants: [{ agent: { person: "zoe-angstrom" }, role: "HOST" }],
        evidence,
      },
      "... on EventPayload { event { id slug } }",
    );
    const eventId = String(Object(added["event"]).id);
    const told = { event: eventId, to: "POSTPONED", effective: "2025-10-18", evidence: [{ article: "two" }] };
    const step = await mutate(
      own,
      "recordStatusChange",
      told,
      "... on StatusChangePayload { statusChange { id } }",
    );
    const restated = { ...told, evidence: [{ article: "one" }] };
    expect(
      await mutate(own, "recordStatusChange", restated, "... on StatusChangePayload { statusChange { id } }"),
    ).toEqual(step);
    await mutate(own, "recordDispute", {
      fact: Object(step["statusChange"]).id,
      evidence: [
        {
          article: "two",
          exact: sentence("two", 4),
          claimedBy: [{ person: "bob" }],
          instead: { status: "CANCELLED" },
        },
      ],
    });
    await mutate(own, "addParticipant", {
      event: eventId,
      agent: { organization: "union" },
      role: "INVITED",
      evidence,
    });
    await mutate(own, "addQuote", {
      passage: { article: "two", exact: sentence("two", 5) },
      kind: "INDIRECT",
      speaker: { person: "zoe-angstrom" },
      about: ["inspection-of-the-bridge"],
    });
    const asked = await ask(
      own,
      `{ event(slug: "inspection-of-the-bridge") {
        status disputed place { name country within { slug } }
        statusHistory { to disputed evidence { stance article { slug } insteadStatus claimedBy { slug } } }
        participants { role agent { slug } } quotes { edges { node { text } } }
      } person(slug: "zoe-angstrom") { aliases roles { title organization { slug } when { edtf } } } }`,
    );
    expect(asked).toMatchObject({
      event: {
        status: "POSTPONED",
        disputed: true,
        place: { name: "Bridge", country: "HU", within: { slug: "town" } },
        statusHistory: [
          { to: "SCHEDULED" },
          {
            to: "POSTPONED",
            disputed: true,
            evidence: [
              { stance: "SUPPORTS", article: { slug: "two" } },
              { stance: "SUPPORTS", article: { slug: "one" } },
              { stance: "DISPUTES", insteadStatus: "CANCELLED", claimedBy: [{ slug: "bob" }] },
            ],
          },
        ],
        participants: [
          { role: "HOST", agent: { slug: "zoe-angstrom" } },
          { role: "INVITED", agent: { slug: "union" } },
        ],
        quotes: { edges: [{ node: { text: sentence("two", 5) } }] },
      },
      person: {
        aliases: ["Zoë"],
        roles: [{ title: "Mayor", organization: { slug: "ministry" }, when: { edtf: "2025" } }],
      },
    });
    const again = { passage: { article: "two", exact: sentence("two", 5) }, kind: "INDIRECT" };
    expect(await mutate(own, "addQuote", again)).toMatchObject({ issues: [{ path: ["input", "text"] }] });
  });
});

test("taking an article down is one call", async () => {
  await onScene(async (own) => {
    const input = { article: id("Article", "one"), state: "RETRACTED", access: "PASSAGES" };
    await mutate(own, "setArticle", input);
    const asked = await ask(
      own,
      '{ article(slug: "one") { body state } quotes { totalCount } event(slug: "meeting") { statusHistory { to } } }',
    );
    expect(asked).toEqual({
      article: { body: null, state: "RETRACTED" },
      quotes: { totalCount: 0 },
      event: { statusHistory: [{ to: "POSTPONED" }] },
    });
  });
});

test("nothing is fetched unless the operator allows it", async () => {
  const given = { address: "http://127.0.0.1:1/page" };
  expect(await mutate(store, "ingestArticle", given)).toMatchObject({
    issues: [{ path: ["input", "address"], message: expect.stringContaining("FETCH_URLS") }],
  });
});
