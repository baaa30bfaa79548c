import { describe, expect, test } from "vitest";
import { z } from "zod";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask, nodesOf, readPage } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await applyStory(store, SEED, AUTHOR);

describe("Vladimir Putin's events tell the story", async () => {
  const data = await ask(
    store,
    `{ person(slug: "vladimir-putin") { events { edges { node { title status disputed when { edtf display } place { name }
       statusHistory { to when { edtf } reported evidence { stance exact article { headline source { name } } } } } } } } }`,
  );

  test("in order: the Alaska meeting, then the two without a date by first report", () => {
    expect(data).toMatchObject({
      person: {
        events: {
          edges: [
            {
              node: {
                title: "Putin–Trump meeting in Alaska",
                status: "OCCURRED",
                disputed: false,
                when: { edtf: "2025-08-15", display: "15 August 2025" },
                place: { name: "Alaska" },
              },
            },
            {
              node: {
                title: "Planned Putin–Trump summit in Budapest",
                status: "POSTPONED",
                disputed: true,
                when: null,
                place: { name: "Budapest" },
              },
            },
            {
              node: {
                title: "Another Putin–Trump meeting",
                status: "POSSIBLE",
                disputed: false,
                when: null,
                place: null,
              },
            },
          ],
        },
      },
    });
  });

  test("with the history of the Budapest summit and both sides of its dispute", () => {
    const cited = (headline: string, source: string, stance = "SUPPORTS") => ({
      stance,
      exact: null,
      article: { headline, source: { name: source } },
    });
    const history = [
      {
        to: "SCHEDULED",
        when: { edtf: "2025-10-16" },
        reported: "2025-10-16",
        evidence: [
          cited("Trump hopes to meet Putin in Budapest within two weeks", "TASS"),
          cited("Trump plans to meet Putin in Budapest", "Semafor"),
        ],
      },
      {
        to: "POSTPONED",
        when: { edtf: "2025-10-21" },
        reported: "2025-10-21",
        evidence: [
          cited("Trump-Putin Budapest summit on hold after Rubio talks with Lavrov", "Business Standard"),
          cited("Planned Trump-Putin summit in Hungary postponed, no new date set", "Zee News"),
          cited("Putin on Trump's Statements About Budapest Meeting: Likely Just a Postponement", "Sputnik"),
          {
            stance: "SUPPORTS",
            exact: "A follow-up meeting planned for Budapest was postponed indefinitely.",
            article: { source: { name: "UAE Feed" } },
          },
          cited("Trump says he canceled meeting with Putin", "People's Daily Online", "DISPUTES"),
        ],
      },
    ];
    expect(data).toHaveProperty("person.events.edges[1].node.statusHistory", [
      expect.objectContaining({ ...history[0] }),
      expect.objectContaining({ to: "POSTPONED", reported: "2025-10-21" }),
    ]);
    expect(data).toMatchObject({
      person: { events: { edges: [{}, { node: { statusHistory: history } }, {}] } },
    });
  });
});

test("Sergey Ryabkov's eight quotes are told word for word, each with its passage", async () => {
  const data = await ask(
    store,
    `{ person(slug: "sergey-ryabkov") { quotes { totalCount edges { node { quoteKind text speakerAsWritten cue translated
       when { edtf } saidAt { slug } about { slug } evidence { exact start end link } } } } } }`,
  );
  const said = (
    quoteKind: string,
    speakerAsWritten: string,
    cue: string,
    begins: string,
    about?: string,
  ) => ({
    node: expect.objectContaining({
      quoteKind,
      speakerAsWritten,
      cue,
      text: expect.stringMatching(`^${begins}`),
      translated: true,
      when: { edtf: "2025-11-22" },
      saidAt: { slug: "ryabkov-interview-2025" },
      about: about === undefined ? [] : [{ slug: about }],
      evidence: [
        expect.objectContaining({
          exact: expect.stringMatching(`^${begins}`),
          link: expect.stringMatching(/^https:\/\/uaefeed\.com\/news\/.*#:~:text=/),
        }),
      ],
    }),
  });
  const talks = "nuclear-stability-talks";
  expect(data).toEqual({
    person: {
      quotes: {
        totalCount: 8,
        edges: [
          said(
            "INDIRECT",
            "Russia's Deputy Foreign Minister Sergey Ryabkov",
            "says",
            "another meeting between",
            "next-putin-trump-meeting",
          ),
          said("INDIRECT", "Ryabkov", "said", "communication channels between Moscow and Washington"),
          said("INDIRECT", "Ryabkov", "insists", "the diplomatic process continues"),
          said("DIRECT", "he", "said", "We work continuously\\. .* everything is going well,$"),
          said("PARTIAL", "The Russian official", "described", "excellent,$"),
          said("INDIRECT", "he", "said", "Moscow won't pressure Beijing", talks),
          said("PARTIAL", "he", "noting", "no questions for China regarding", talks),
          said("INDIRECT", "He", "added", "Russia hasn't received formal proposals", talks),
        ],
      },
    },
  });
});

describe("the topic's timeline", () => {
  const TOPIC = { of: 'topic(slug: "putin-trump-summit")', field: "timeline" };
  const dated = [
    "Event:alaska-meeting-2025",
    "Quote:donald-trump",
    "StatusChange:budapest-summit-2025/scheduled-2025-10-16",
    "StatusChange:budapest-summit-2025/postponed-2025-10-21",
    "Event:ryabkov-interview-2025",
    ...Array.from({ length: 8 }, () => "Quote:sergey-ryabkov"),
  ];
  const undated = [
    "Event:budapest-summit-2025",
    "Event:bilateral-nuclear-de-escalation",
    "Event:next-putin-trump-meeting",
    "Event:nuclear-stability-talks",
    "Quote:donald-trump",
  ];

  const Speakers = z.object({
    nodes: z.array(z.object({ speaker: z.object({ slug: z.string() }).optional() })),
  });

  /** The entries with the speaker in place of a quote's key, and the keys themselves. */
  async function entries(fixed: string) {
    const page = await readPage(store, { ...TOPIC, fixed }, { first: 100 });
    const ids = page.edges.map(({ node }) => node.id);
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Quote { speaker { slug } } } }";
    const { nodes: quotes } = Speakers.parse(await ask(store, query, { ids }));
    const names = nodesOf(page).map((node, index) => {
      const speaker = quotes[index]?.speaker;
      return speaker ? `Quote:${speaker.slug}` : node;
    });
    return { names, nodes: nodesOf(page), count: page.totalCount };
  }

  test("has 18 entries, oldest first, those without a date last", async () => {
    const { names, count } = await entries("orderBy: OLDEST_FIRST");
    expect(names).toEqual([...dated, ...undated]);
    expect(count).toBe(18);
  });

  test("is reversed newest first, but for those without a date, which stay last", async () => {
    const { nodes } = await entries("orderBy: OLDEST_FIRST");
    const newest = await entries("orderBy: NEWEST_FIRST");
    expect(newest.count).toBe(18);
    expect(newest.nodes).toEqual([...nodes.slice(0, 13).reverse(), ...nodes.slice(13).reverse()]);
  });

  test("has the quotes of the interview in the order of the text", async () => {
    const { nodes } = await entries("orderBy: OLDEST_FIRST");
    const quotes = nodes.slice(5, 13);
    expect(quotes).toEqual([...quotes].sort());
  });
});
