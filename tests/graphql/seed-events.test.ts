import { describe, expect, test } from "vitest";
import { z } from "zod";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await applyStory(store, SEED, AUTHOR);

const ARTICLE = "russian-official-provides-insights-on-anticipated-putin-trump-summit";

test("the events have their participants in their parts", async () => {
  const data = await ask(
    store,
    "{ events(first: 100) { edges { node { slug participants { role agent { slug } } } } } }",
  );
  const Parts = z.object({
    slug: z.string(),
    participants: z.array(z.object({ role: z.string(), agent: z.object({ slug: z.string() }) })),
  });
  const { events } = z
    .object({ events: z.object({ edges: z.array(z.object({ node: Parts })) }) })
    .parse(data);
  const parts = events.edges.map(({ node }) => [
    node.slug,
    node.participants.map(({ role, agent }) => `${agent.slug} ${role}`),
  ]);
  expect(Object.fromEntries(parts)).toEqual({
    "alaska-meeting-2025": ["vladimir-putin ATTENDEE", "donald-trump ATTENDEE"],
    "budapest-summit-2025": ["vladimir-putin EXPECTED", "donald-trump EXPECTED"],
    "next-putin-trump-meeting": ["vladimir-putin EXPECTED", "donald-trump EXPECTED"],
    "nuclear-stability-talks": ["china EXPECTED", "united-states EXPECTED", "russia EXPECTED"],
    "bilateral-nuclear-de-escalation": [],
    "ryabkov-interview-2025": ["sergey-ryabkov SPEAKER", "international-affairs-magazine HOST"],
  });
});

test("the Budapest summit follows up the Alaska meeting, as the article says", async () => {
  const data = await ask(
    store,
    '{ event(slug: "budapest-summit-2025") { related { kind event { slug outcome } evidence { exact article { slug } } } } }',
  );
  expect(data).toEqual({
    event: {
      related: [
        {
          kind: "FOLLOW_UP_TO",
          event: { slug: "alaska-meeting-2025", outcome: expect.stringMatching(/[Nn]o agreement/) },
          evidence: [{ exact: "A follow-up meeting planned for Budapest", article: { slug: ARTICLE } }],
        },
      ],
    },
  });
});

describe("the dispute about the Budapest summit", () => {
  test("has both sides: who says so, and what the other says instead", async () => {
    const data = await ask(
      store,
      `{ event(slug: "budapest-summit-2025") { status disputed overdue when { edtf } formerDates { edtf display }
         firstReported independentSources statusHistory { from to disputed newDate { edtf } formerDate { edtf }
         evidence { stance claimantAsWritten claimedBy { slug } insteadStatus article { slug syndicatedFrom { slug } } } } } }`,
    );
    const side = (slug: string, fields: object = {}) => ({
      stance: "SUPPORTS",
      claimantAsWritten: null,
      claimedBy: [],
      insteadStatus: null,
      ...fields,
      article: expect.objectContaining({ slug }),
    });
    expect(data).toEqual({
      event: {
        status: "POSTPONED",
        disputed: true,
        overdue: false,
        when: null,
        formerDates: [{ edtf: "2025-10-16/2025-10-30~", display: expect.stringContaining("October 2025") }],
        firstReported: "2025-10-16",
        independentSources: 6,
        statusHistory: [
          {
            from: null,
            to: "SCHEDULED",
            disputed: false,
            newDate: { edtf: "2025-10-16/2025-10-30~" },
            formerDate: null,
            evidence: [side("tass-two-weeks"), side("semafor")],
          },
          {
            from: "SCHEDULED",
            to: "POSTPONED",
            disputed: true,
            newDate: null,
            formerDate: { edtf: "2025-10-16/2025-10-30~" },
            evidence: [
              side("business-standard", { claimantAsWritten: "a US official" }),
              side("zee"),
              side("sputnik", { claimedBy: [{ slug: "vladimir-putin" }] }),
              side(ARTICLE),
              side("xinhua", {
                stance: "DISPUTES",
                claimedBy: [{ slug: "donald-trump" }],
                insteadStatus: "CANCELLED",
              }),
            ],
          },
        ],
      },
    });
  });
});

test.each(["9999-10-28", "9999-10-29", "9999-12-31"])(
  "as of %s, far beyond all dates, each stands once",
  async (day) => {
    const data = await ask(store, `{ events(asOf: "${day}") { totalCount edges { node { slug } } } }`);
    const Slugs = z.object({
      events: z.object({
        totalCount: z.number(),
        edges: z.array(z.object({ node: z.object({ slug: z.string() }) })),
      }),
    });
    const { totalCount, edges } = Slugs.parse(data).events;
    expect([totalCount, edges.length, new Set(edges.map(({ node }) => node.slug)).size]).toEqual([6, 6, 6]);
  },
);
