import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask, execute, idOf, readPage } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await applyStory(store, SEED, AUTHOR);

/** The one error of a query. */
async function errorOf(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLError> {
  const { errors } = await execute(store, query, variables);
  expect(errors).toHaveLength(1);
  const [error] = errors ?? [];
  if (!(error instanceof GraphQLError)) throw new Error("The query did not fail.");
  return error;
}

/** The code and message of our own error that a query ends with. */
async function refusalOf(query: string, variables: Record<string, unknown> = {}) {
  const { originalError } = await errorOf(query, variables);
  if (!(originalError instanceof DatelineError)) throw new Error(`Not one of ours: ${originalError}`);
  return { code: originalError.code, message: originalError.message };
}

const PERSON = 'person(slug: "vladimir-putin")';
const TOPIC = 'topic(slug: "putin-trump-summit")';
/** Every connection, with a place for its arguments. */
const CONNECTIONS = [
  "timeline(ARGS) { totalCount }",
  "events(ARGS) { totalCount }",
  "quotes(ARGS) { totalCount }",
  "articles(ARGS) { totalCount }",
  "topics(ARGS) { totalCount }",
  "people(ARGS) { totalCount }",
  `${PERSON} { timeline(ARGS) { totalCount } }`,
  `${PERSON} { events(ARGS) { totalCount } }`,
  `${PERSON} { quotes(ARGS) { totalCount } }`,
  'organization(slug: "russia") { events(ARGS) { totalCount } }',
  'place(slug: "budapest") { events(ARGS) { totalCount } }',
  'event(slug: "nuclear-stability-talks") { quotes(ARGS) { totalCount } }',
  `${TOPIC} { timeline(ARGS) { totalCount } }`,
  `${TOPIC} { people(ARGS) { totalCount } }`,
  `${TOPIC} { articles(ARGS) { totalCount } }`,
];
const FORWARDS = /^(articles|topics|people)|event\(|people\(ARGS|articles\(ARGS/;
const BOTH_WAYS = CONNECTIONS.filter((connection) => !FORWARDS.test(connection));

const withArgs = (connection: string, args: string) => `{ ${connection.replace("ARGS", args)} }`;

describe("a page size that is not from 1 to 100 is refused with INVALID_PAGE", () => {
  test.each([0, 101, 1000, -1])("first: %i, on every connection", async (first) => {
    for (const connection of CONNECTIONS) {
      expect(await refusalOf(withArgs(connection, `first: ${first}`)), connection).toEqual({
        code: "INVALID_PAGE",
        message: `\`first\` is ${first}; it may be 1 to 100.`,
      });
    }
  });

  test.each([0, 101, 1000, -1])("last: %i", async (last) => {
    expect(BOTH_WAYS).toHaveLength(9);
    for (const connection of BOTH_WAYS) {
      expect(await refusalOf(withArgs(connection, `last: ${last}`)), connection).toEqual({
        code: "INVALID_PAGE",
        message: `\`last\` is ${last}; it may be 1 to 100.`,
      });
    }
  });

  test("1 and 100 are not, and null is as if it were not given", async () => {
    for (const args of ["first: 1", "first: 100", "first: null", "first: null, after: null"]) {
      for (const connection of CONNECTIONS) {
        await expect(ask(store, withArgs(connection, args)), connection).resolves.toBeDefined();
      }
    }
    await expect(ask(store, "{ timeline(first: null, last: 3) { totalCount } }")).resolves.toBeDefined();
  });
});

test("first together with last is refused with INVALID_PAGE", async () => {
  for (const connection of BOTH_WAYS) {
    expect(await refusalOf(withArgs(connection, "first: 3, last: 3")), connection).toEqual({
      code: "INVALID_PAGE",
      message: "Give `first` or `last`, not both.",
    });
  }
});

describe("a cursor that is not the connection's is refused with INVALID_CURSOR", () => {
  const base64url = (text: string) => Buffer.from(text).toString("base64url");

  test.each([
    ["an empty one", ""],
    ["words", "not a cursor"],
    ["a row number", "42"],
    ["a Relay offset", Buffer.from("arrayconnection:3").toString("base64")],
    ["a global id", idOf("Topic:putin-trump-summit")],
    ["a broken text in it", base64url('[0,"\\x"]')],
    ["a line end in it", base64url('[0,"a\nb"]')],
    ["a number too large", base64url('[99999999999999999999,"a"]')],
    ["a negative number", base64url('[-1,"a"]')],
    ["a number in other notation", base64url('[01,"a"]')],
    ["spaces", base64url('[0, "a"]')],
    ["padding", `${base64url('[10,"a"]')}=`],
    ["the other alphabet", Buffer.from('[10,"??>"]').toString("base64")],
  ])("%s, on every connection", async (_what, cursor) => {
    for (const connection of CONNECTIONS) {
      const refusal = await refusalOf(withArgs(connection, `after: ${JSON.stringify(cursor)}`));
      expect(refusal.code, connection).toBe("INVALID_CURSOR");
      expect(refusal.message, connection).toContain("is not a cursor of this connection");
    }
    for (const connection of BOTH_WAYS) {
      const refusal = await refusalOf(withArgs(connection, `last: 2, before: ${JSON.stringify(cursor)}`));
      expect(refusal.code, connection).toBe("INVALID_CURSOR");
    }
  });

  test("that of a list of people on a timeline, and the other way round", async () => {
    const ofPeople = (await readPage(store, { field: "people" }, { first: 1 })).pageInfo.endCursor;
    const ofEvents = (await readPage(store, { field: "events" }, { first: 1 })).pageInfo.endCursor;
    expect((await refusalOf(`{ events(after: "${ofPeople}") { totalCount } }`)).code).toBe("INVALID_CURSOR");
    expect((await refusalOf(`{ people(after: "${ofEvents}") { totalCount } }`)).code).toBe("INVALID_CURSOR");
  });

  test("one that ends early", async () => {
    const cursor = (await readPage(store, { field: "events" }, { first: 1 })).pageInfo.endCursor ?? "";
    expect((await refusalOf(`{ events(after: "${cursor.slice(0, -2)}") { totalCount } }`)).code).toBe(
      "INVALID_CURSOR",
    );
  });
});

describe("ids", () => {
  test.each([
    ["nothing", ""],
    ["words", "not an id"],
    ["a slug", "putin-trump-summit"],
    ["no type", idOf(":key")],
    ["no key", idOf("Event:")],
    ["a day that does not exist", idOf("Event@2025-02-30:alaska-meeting-2025")],
    ["half a day", idOf("Event@2025-10:alaska-meeting-2025")],
    ["padding", Buffer.from("Event:ab").toString("base64")],
    ["a row number", idOf("1")],
    ["bytes that are no text", Buffer.from([0x45, 0x3a, 0xff]).toString("base64url")],
  ])("that are not ours are refused with INVALID_ID: %s", async (_what, id) => {
    for (const query of [
      "query ($id: ID!) { node(id: $id) { id } }",
      "query ($id: ID!) { nodes(ids: [$id]) { id } }",
    ]) {
      const refusal = await refusalOf(query, { id });
      expect(refusal.code).toBe("INVALID_ID");
      expect(refusal.message).toContain("is not an id of this API");
    }
  });

  test("of nothing on record give null", async () => {
    const names = [
      "Event:nope",
      "Topic:nope",
      "Evidence:1",
      "Query:x",
      "Event@2025-09-01:budapest-summit-2025",
    ];
    const data = await ask(store, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: names.map(idOf),
    });
    expect(data).toEqual({ nodes: names.map(() => null) });
  });

  test("may be 100 at once, not 101", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const ids = (count: number) => Array.from({ length: count }, () => idOf("Topic:putin-trump-summit"));
    await expect(ask(store, query, { ids: ids(100) })).resolves.toHaveProperty("nodes.length", 100);
    expect(await refusalOf(query, { ids: ids(101) })).toEqual({
      code: "INVALID_PAGE",
      message: "`ids` has 101 ids; it may have 100.",
    });
  });
});

describe("arguments of the wrong type are refused before anything is read", () => {
  test.each([
    [
      "{ timeline(filter: { kinds: [RUMOUR] }) { totalCount } }",
      /"RUMOUR" does not exist in "TimelineEntryKind"/,
    ],
    ["{ events(filter: { status: [DONE] }) { totalCount } }", /"DONE" does not exist in "EventStatus"/],
    ["{ timeline(orderBy: RANDOM) { totalCount } }", /"RANDOM" does not exist in "TimelineOrder"/],
    [
      '{ timeline(filter: { rumour: "x" }) { totalCount } }',
      /"rumour" is not defined by type "TimelineFilter"/,
    ],
    ['{ timeline(first: "3") { totalCount } }', /Int cannot represent/],
    ["{ timeline(first: 1e3) { totalCount } }", /Int cannot represent/],
    ["{ articles(last: 3) { totalCount } }", /Unknown argument "last"/],
    ["{ event { slug } }", /argument "slug".*required/],
  ])("%s", async (query, message) => {
    const error = await errorOf(query);
    expect(error.message).toMatch(message);
    expect(error.path).toBeUndefined();
  });

  test("so is an enum's value in a variable", async () => {
    const query =
      "query ($kinds: [TimelineEntryKind!]) { timeline(filter: { kinds: $kinds }) { totalCount } }";
    const error = await errorOf(query, { kinds: ["EVENT", "RUMOUR"] });
    expect(error.message).toMatch(/\$kinds.*"RUMOUR" does not exist in "TimelineEntryKind"/);
  });

  test("and a locale that is none", async () => {
    const query = '{ event(slug: "alaska-meeting-2025") { when { display(locale: "not a locale") } } }';
    expect((await refusalOf(query)).code).toBe("INVALID_LOCALE");
  });
});
