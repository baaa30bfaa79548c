import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Story } from "../../../src/domain/story.ts";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { execute } from "../../support/graphql.ts";
import { newDatabase } from "../../support/postgres-databases.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR, keptFolder } from "../../support/store.ts";
import { article, CAST, event, passage, quote, story, together } from "../../support/story.ts";
import { storyArbitrary } from "../../support/story-arbitrary.ts";
import { withFragments } from "../../support/views.ts";

/** Names and texts on which orders, folding and escaping could go apart. */
const NAMES = [
  "Ä",
  "a",
  "Z",
  "ß",
  "ı",
  "İ",
  "é",
  "e\u0301",
  "東京",
  "%_",
  "\\",
  "'",
  '"',
  "😀",
  "﷽",
  "_",
  "-1",
];
const NASTY: Story = story({
  articles: NAMES.map((name, index) =>
    article(`n${index}`, { headline: `${name} herring ${name}`, published: "2025-10-1X", topics: ["talks"] }),
  ),
  events: NAMES.map((name, index) =>
    event(`n${index}`, {
      title: `${name}-${name} herring`,
      key: `${name}-key-${index}`,
      topics: ["talks"],
      evidence: [passage(`n${index}`, 1)],
      description: { written: "2025-10-20", text: `${name} of herring, ${name}` },
    }),
  ),
  quotes: NAMES.map((name, index) =>
    quote(`n${index}`, 2, { key: `${name}${index}`, speaker: { person: "ann" } }),
  ),
});

const GENERATED = fc.sample(storyArbitrary({ events: 30, quotes: 60, articles: 12 }), {
  seed: 5,
  numRuns: 1,
})[0];

const PAGE = `edges { cursor node { ...Shown } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount totalCountIsExact`;
const LISTED = "edges { cursor node { id slug } } pageInfo { endCursor }";
const SEARCHES = [
  "herring",
  "her",
  "talks sentence",
  '"sentence 3"',
  "東",
  "ss",
  "a",
  "title of e",
  "ann-alias",
  "of -1",
];

/** Each asks of a page, and for the one after it. */
const QUERIES: readonly string[] = [
  ...["OLDEST_FIRST", "NEWEST_FIRST"].flatMap((order) => [
    `timeline(first: 7, orderBy: ${order}) { ${PAGE} }`,
    `timeline(last: 7, orderBy: ${order}) { ${PAGE} }`,
    `timeline(first: 9, orderBy: ${order}, asOf: "2025-10-20") { ${PAGE} }`,
    `timeline(first: 9, orderBy: ${order}, filter: { from: "2025-10-12", to: "2025-11" }) { ${PAGE} }`,
    `events(first: 9, orderBy: ${order}) { ${PAGE} }`,
    `quotes(first: 9, orderBy: ${order}) { ${PAGE} }`,
    `events(first: 5, orderBy: ${order}, filter: { person: "ann" }) { ${PAGE} }`,
    `quotes(first: 5, orderBy: ${order}, filter: { speaker: "bob" }) { ${PAGE} }`,
  ]),
  `timeline(first: 9, filter: { kinds: [STATUS_CHANGE, ARTICLE] }) { ${PAGE} }`,
  `timeline(first: 9, filter: { topic: "talks", person: "ann" }) { ${PAGE} }`,
  `timeline(first: 9, filter: { dated: false }) { ${PAGE} }`,
  `events(first: 9, filter: { status: [POSTPONED, CANCELLED] }) { ${PAGE} }`,
  `events(first: 9, filter: { person: "ann", role: [HOST, ATTENDEE] }, asOf: "2025-10-25") { ${PAGE} }`,
  `quotes(first: 9, filter: { kind: [DIRECT] }) { ${PAGE} }`,
  `articles(first: 6) { ${PAGE} }`,
  `articles(first: 6, asOf: "2025-10-18") { ${PAGE} }`,
  ...SEARCHES.flatMap((search) => {
    const text = JSON.stringify(search);
    return [
      `search(query: ${text}, first: 10) { edges { cursor snippet node { __typename ... on Node { id } } } pageInfo { endCursor } totalCount }`,
      `timeline(first: 5, filter: { search: ${text} }) { ${PAGE} }`,
      `articles(first: 5, search: ${text}) { ${PAGE} }`,
    ];
  }),
  `topics(first: 2) { ${LISTED} }`,
  `people(first: 2) { ${LISTED} }`,
  `people(first: 5, search: "person") { ${LISTED} }`,
];

const WHOLE = [
  ...CAST.topics.map(
    (slug) => `topic(slug: "${slug}") { title summary people(first: 3) { edges { cursor node { slug name } } }
      whatChanged(since: "2025-10-14", until: "2025-10-25") { newEvents { ...Happened } statusChanges { ...Changed } disputes { ...Changed } newQuotes { ...Quoted } } }`,
  ),
  ...CAST.people.map(
    (slug) =>
      `person(slug: "${slug}") { name aliases timeline(first: 5) { ${PAGE} } quotes(first: 5) { ${PAGE} } }`,
  ),
];

describe.each([
  ["the seed story", SEED],
  ["a generated story", GENERATED ?? SEED],
  ["a story of awkward names", together(NASTY, story({}))],
])("about %s", (_name, of) => {
  let stores: { sqlite: Store; postgres: Store };
  let close: () => Promise<void>;

  beforeAll(async () => {
    const database = await newDatabase();
    const { folder, remove } = await keptFolder();
    stores = {
      sqlite: await openStore(join(folder, "dateline.db")),
      postgres: await openStore(database.url),
    };
    for (const store of Object.values(stores)) await applyStory(store, of, AUTHOR);
    close = async () => {
      for (const store of Object.values(stores)) await store.close();
      await database.remove();
      await remove();
    };
  });
  afterAll(() => close());

  /** The answer of both engines, which must be the same to the byte. */
  async function answerOfBoth(query: string): Promise<string> {
    const source = withFragments(`{ answer: ${query} }`);
    const answers = await Promise.all(
      [stores.sqlite, stores.postgres].map(async (store) => JSON.stringify(await execute(store, source))),
    );
    expect(answers[1]).toBe(answers[0]);
    return answers[0] ?? "";
  }

  test.each(QUERIES)("both engines give the same pages: %.80s", async (query) => {
    const first = await answerOfBoth(query);
    expect(JSON.parse(first)).not.toHaveProperty("errors");
    const cursor = /"endCursor":"([^"]+)"/.exec(first)?.[1];
    if (cursor === undefined || query.includes("last:")) return;
    await answerOfBoth(query.replace("(", `(after: "${cursor}", `));
  });

  test.each(WHOLE)("both engines tell the same: %s", async (query) => {
    expect(JSON.parse(await answerOfBoth(query))).not.toHaveProperty("errors");
  });
});

test("there are enough questions", () => expect(QUERIES.length + WHOLE.length).toBeGreaterThan(50));
