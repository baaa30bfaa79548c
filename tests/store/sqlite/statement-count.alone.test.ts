import { beforeEach, describe, expect, test, vi } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { ask, idOf } from "../../support/graphql.ts";
import { AUTHOR, withStore } from "../../support/store.ts";
import { article, cite, event, passage, quote, story } from "../../support/story.ts";

/** Every statement about what is on record that any connection has run. */
const statements = vi.hoisted((): string[] => []);

vi.mock("better-sqlite3", async (original) => {
  const { default: SQLite } = await original<{ default: typeof import("better-sqlite3") }>();
  class Listening extends SQLite {
    constructor(path: string, options: object) {
      const verbose = (statement: unknown) => {
        if (!/^pragma /i.test(String(statement))) statements.push(String(statement));
      };
      super(path, { ...options, verbose });
    }
  }
  return { default: Listening };
});

beforeEach(() => {
  statements.length = 0;
});

/** A story of so many events, each with a history, participants, relations, quotes and articles of its own. */
function storyOf(events: number) {
  const names = Array.from({ length: events }, (_, index) => `e${String(index).padStart(3, "0")}`);
  return story({
    articles: names.flatMap((name) => [
      article(`${name}-a`, { source: "daily", topics: ["talks"], authors: ["cleo"] }),
      article(`${name}-b`, { source: "weekly", syndicatedFrom: "agency", topics: ["talks"] }),
    ]),
    events: names.map((name, index) =>
      event(name, {
        place: index % 2 ? "town" : "harbour",
        topics: ["talks", "trade"],
        description: { text: `About ${name}.`, written: "2025-10-16" },
        evidence: [passage(`${name}-a`, 1), cite(`${name}-b`)],
        history: [
          { to: "SCHEDULED", date: "2025-10-30", evidence: [passage(`${name}-a`, 2)] },
          {
            to: "POSTPONED",
            evidence: [
              passage(`${name}-b`, 3, { claimedBy: [{ person: "bob" }] }),
              cite(`${name}-a`, { stance: "DISPUTES", claimedBy: [{ organization: "union" }] }),
            ],
          },
        ],
        participants: [
          { person: "ann", role: "HOST", evidence: [passage(`${name}-a`, 4)] },
          { organization: "ministry", role: "ATTENDEE", evidence: [cite(`${name}-b`)] },
        ],
        related: [
          { kind: "FOLLOW_UP_TO", event: names[(index + 1) % events] ?? name, evidence: [cite(`${name}-a`)] },
        ],
      }),
    ),
    quotes: names.flatMap((name) => [
      quote(`${name}-a`, 5, { speaker: { person: "ann" }, saidAt: name, topics: ["talks"], utterance: name }),
      quote(`${name}-b`, 6, {
        speaker: { person: "ann" },
        about: [name],
        topics: ["talks"],
        utterance: name,
      }),
      quote(`${name}-b`, 7, { speaker: { person: "bob" }, about: [name], topics: ["talks"] }),
    ]),
  });
}

const EVIDENCE = `evidence {
  stance exact start end anchor link part method revision
  claimedBy { slug name aliases }
  article { slug headline when { edtf display } source { name owner } syndicatedFrom { name } authors { name } }
}`;
const EVENT = `slug title status disputed overdue description outcome firstReported independentSources
  when { edtf display } formerDates { edtf } place { name within { name } } topics { slug }
  statusHistory { title from to reported when { edtf } event { slug } ${EVIDENCE} }
  participants { role agent { __typename slug aliases } ${EVIDENCE} }
  related { kind event { slug status place { name } } ${EVIDENCE} }
  evidence { subject {
    ... on Event { slug } ... on StatusChange { to } ... on Participation { agent { name } } ... on EventRelation { kind }
  } }
  ${EVIDENCE}`;
const QUOTE = `text title speaker { name } saidAt { slug status } about { slug } otherReports { text article { slug } }
  article { body people { slug } events { slug } quotes { text } } ${EVIDENCE}`;

/** The ids of the events of such a story. */
function idsOf(events: number): string[] {
  return storyOf(events).events.map(({ slug }) => idOf(`Event:${slug}`));
}

/** How many statements a query takes where there are so many events, and how many nodes of them it shows. */
async function countStatements(events: number, query: string) {
  return withStore(async ({ store }) => {
    await applyStory(store, storyOf(events), AUTHOR);
    statements.length = 0;
    const data = await ask(store, query, { ids: idsOf(events) });
    return { run: statements.length, nodes: JSON.stringify(data).split('"shown"').length - 1 };
  });
}

describe("the number of statements does not grow with the number of entries", () => {
  test.each([
    [
      "a person's events with all that belongs to them",
      60,
      1,
      `{ person(slug: "ann") { name roles { title } events(first: 100) { edges { shown: cursor node { ${EVENT} } } } } }`,
    ],
    [
      "a person's quotes",
      60,
      1,
      `{ person(slug: "ann") { quotes(first: 100) { totalCount edges { shown: cursor node { ${QUOTE} } } } } }`,
    ],
    [
      "a topic's timeline",
      20,
      5,
      `{ topic(slug: "talks") { title summary timeline(first: 100, filter: { kinds: [EVENT STATUS_CHANGE QUOTE] }) {
        totalCount edges { shown: cursor node { __typename title when { display }
          ... on Event { ${EVENT} } ... on StatusChange { event { ${EVENT} } ${EVIDENCE} } ... on Quote { ${QUOTE} }
        } } } } }`,
    ],
    [
      "articles and what is in them",
      50,
      2,
      `{ articles(first: 100) { edges { shown: cursor node { slug body people { slug } events { ${EVENT} } quotes { ${QUOTE} } ${EVIDENCE} } } } }`,
    ],
    [
      "events asked for by their ids",
      60,
      1,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { shown: id ... on Event { ${EVENT} } } }`,
    ],
  ])("for %s: 3 events, and %i", async (_what, events, perEvent, query) => {
    const few = await countStatements(3, query);
    const many = await countStatements(events, query);
    expect([few.nodes, many.nodes]).toEqual([3 * perEvent, events * perEvent]);
    // A request that takes longer than a turn reads in a few more steps; but in no more for each thing.
    expect(many.run).toBeLessThan(few.run * 2);
    expect(many.run).toBeGreaterThan(5);
    expect(many.run).toBeLessThan(60);
  });
});

test("the counting sees statements of every kind", async () => {
  await withStore(async ({ store }) => {
    statements.length = 0;
    await store.topics.bySlug(["talks"]);
    await store.write(async (tx) => {
      await tx.db.insert(tx.tables.topic).values({ key: "t", slug: "t", title: "Topic" });
    });
    expect(statements).toHaveLength(4);
  });
});
