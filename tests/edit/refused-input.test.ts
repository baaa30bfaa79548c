import { expect, test } from "vitest";
import { encodeChangeCursor } from "../../src/domain/change-cursor.ts";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const { store } = await storeOfThisFile();
await applyStory(store, story({ articles: [article("one")] }), AUTHOR);
const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

test.each([
  { mutation: "addTopic", input: { title: "a\0b" }, path: ["input", "title"] },
  { mutation: "addTopic", input: { title: "a", summary: "\ud800" }, path: ["input", "summary"] },
  { mutation: "addTopic", input: { title: "a", idempotencyKey: "x\0" }, path: ["input", "idempotencyKey"] },
  { mutation: "addEvent", input: event({ place: "to\0wn" }), path: ["input", "place"] },
  { mutation: "addEvent", input: event({ exact: "\0" }), path: ["input", "evidence", "0", "exact"] },
  { mutation: "ingestArticle", input: { text: "A\n\nb\0" }, path: ["input", "text"] },
])("what no database holds is refused where it is: $path", async ({ mutation, input, path }) => {
  expect(await mutate(store, mutation, input)).toMatchObject({
    __typename: "InvalidInput",
    issues: [{ path, message: expect.stringMatching(/remove it/) }],
  });
});

function event({ place, exact }: { readonly place?: string; readonly exact?: string }) {
  return { title: "a", status: "OCCURRED", place, evidence: [{ article: "one", exact }] };
}

test("a revision that the record has not come to is refused", async () => {
  const last = await store.changes.last();
  const ann = { agent: id("Person", "ann"), name: "Ann B" };
  expect(
    await mutate(store, "amendPerson", { ...ann, expectedRevision: encodeChangeCursor(last + 1) }),
  ).toMatchObject({ __typename: "InvalidInput", issues: [{ path: ["input", "expectedRevision"] }] });
  expect(await ask(store, '{ person(slug: "ann") { name } }')).toEqual({ person: { name: "Person ann" } });
  expect(
    await mutate(store, "amendPerson", { ...ann, expectedRevision: encodeChangeCursor(last) }),
  ).toMatchObject({ __typename: "PersonPayload" });
});

test("two are not parted, nor is an article drafted again, where somebody changed it meanwhile", async () => {
  const input = { from: id("Person", "bob"), into: id("Person", "cleo") };
  const answer = await mutate(store, "merge", input, "... on MergePayload { merge { id } }");
  const merge = String(Object(answer["merge"]).id);
  const seen = await store.changes.last();
  await mutate(store, "amendPerson", {
    agent: id("Person", "cleo"),
    name: "Cleo B",
    expectedRevision: encodeChangeCursor(seen),
  });
  const undo = (position: number) =>
    mutate(store, "undoMerge", { merge, expectedRevision: encodeChangeCursor(position) });
  expect(await undo(seen)).toMatchObject({ __typename: "StaleRevision" });
  expect(await undo(seen + 1)).toMatchObject({ __typename: "MergePayload" });

  const before = await store.changes.last();
  await mutate(store, "setArticle", { article: id("Article", "one"), access: "PASSAGES" });
  const draft = { article: id("Article", "one"), expectedRevision: encodeChangeCursor(before) };
  expect(await mutate(store, "draftArticle", draft)).toMatchObject({ __typename: "StaleRevision" });
});
