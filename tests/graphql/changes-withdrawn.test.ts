import { expect, test } from "vitest";
import { z } from "zod";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { createContext } from "../../src/graphql/context.ts";
import { follow } from "../../src/graphql/follow.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { nextStretch } from "../../src/server/webhooks/message.ts";
import type { Store } from "../../src/store/open.ts";
import { addWebhook } from "../../src/store/write-webhooks.ts";
import { mutate } from "../support/editing.ts";
import { ask, nameOf } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, event, passage, quote, story } from "../support/story.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

const SCENE = story({
  articles: [article("one", { topics: ["trade"] })],
  events: [
    event("meeting", {
      topics: ["talks"],
      evidence: [passage("one", 1)],
      history: [
        change("SCHEDULED", "one", { key: "announced" }),
        change("OCCURRED", "one", { key: "held", effective: "2025-10-18" }),
      ],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("one", 1)] }],
    }),
  ],
  quotes: [quote("one", 2, { key: "said", speaker: { person: "bob" }, topics: ["talks"] })],
});

const withdraw = (store: Store, type: string, key: string) =>
  mutate(store, "withdrawFact", { fact: id(type, key), reason: "It was a mistake." });

/** What `changes` tells after a position in the log. */
async function toldSince(store: Store, since: string) {
  const query =
    "query ($since: String!) { changes(since: $since) { edges { node { action nodeId node { __typename } topics { slug } } } } }";
  const Told = z.object({
    changes: z.object({
      edges: z.array(
        z.object({
          node: z.object({
            action: z.string(),
            nodeId: z.string(),
            node: z.object({}).nullable(),
            topics: z.array(z.object({ slug: z.string() })),
          }),
        }),
      ),
    }),
  });
  return Told.parse(await ask(store, query, { since })).changes.edges.map(({ node: one }) =>
    [
      one.action,
      nameOf(one.nodeId),
      one.node === null ? "gone" : "there",
      ...one.topics.map(({ slug }) => slug),
    ].join(" "),
  );
}

async function endOf(store: Store): Promise<string> {
  const End = z.object({ changes: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) });
  return End.parse(await ask(store, "{ changes(last: 1) { pageInfo { endCursor } } }")).changes.pageInfo
    .endCursor;
}

test("that a fact was withdrawn is told; with a part of it, an event is changed and not removed", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    const since = await endOf(store);
    await withdraw(store, "Participation", "meeting/PERSON/ann/HOST");
    expect(await toldSince(store, since)).toEqual(["UPDATED Event:meeting there talks"]);
    await withdraw(store, "StatusChange", "held");
    await withdraw(store, "Quote", "said");
    expect((await toldSince(store, since)).slice(1)).toEqual([
      "REMOVED StatusChange:held gone talks",
      "REMOVED Quote:said gone talks",
    ]);
    const atEvent = await endOf(store);
    await withdraw(store, "Event", "meeting");
    expect(await toldSince(store, atEvent)).toEqual(["REMOVED Event:meeting gone talks"]);
  });
});

test.each([
  { following: { topic: "talks" }, told: ["Event:meeting", "Quote:said"] },
  { following: { person: "ann" }, told: ["Event:meeting"] },
  { following: { person: "bob" }, told: ["Quote:said"] },
])("whoever follows $following is told so", async ({ following, told }) => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    const since = await endOf(store);
    await withdraw(store, "Event", "meeting");
    await withdraw(store, "Quote", "said");
    const context = createContext(store, () => NOW);
    const changes = await follow({ ...following, since }, context);
    const seen: string[] = [];
    for (let count = 0; count < told.length; count++) {
      const { value } = await changes.next();
      seen.push(`${value.action} ${nameOf(value.nodeId)}`);
    }
    await changes.return?.();
    expect(seen).toEqual(told.map((name) => `REMOVED ${name}`));
  });
});

test("and so is a webhook of its topic", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    const [talks] = await store.topics.bySlug(["talks"]);
    const added = {
      key: "hook",
      name: null,
      url: "https://example.org/",
      secret: "whsec_eA==",
      createdAt: NOW,
    };
    const position = await store.changes.last();
    await addWebhook(store, { ...added, topicId: talks?.id ?? null, position });
    await withdraw(store, "Quote", "said");
    const [webhook] = await store.webhooks.all();
    if (webhook === undefined) throw new Error("There is no webhook.");
    const stretch = await nextStretch(store, webhook, () => NOW);
    expect(JSON.parse(stretch?.message?.body ?? "null")).toMatchObject({
      data: { changes: [{ action: "REMOVED", type: "Quote", nodeId: id("Quote", "said") }] },
    });
  });
});
