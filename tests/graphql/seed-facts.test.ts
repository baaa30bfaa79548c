import { expect, test } from "vitest";
import { z } from "zod";
import { sliceCodePoints } from "../../src/domain/passage.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await applyStory(store, SEED, AUTHOR);

const ARTICLE = "russian-official-provides-insights-on-anticipated-putin-trump-summit";

test("Trump's two quotes: one without a date, one that passes on Putin's words of the month before", async () => {
  const data = await ask(
    store,
    '{ person(slug: "donald-trump") { quotes { edges { node { quoteKind cue when { edtf } relays { slug } about { slug } saidAt { slug } title } } } } }',
  );
  const quote = (fields: object) => ({
    node: { quoteKind: "INDIRECT", saidAt: null, title: expect.stringMatching(/^Donald Trump: /), ...fields },
  });
  expect(data).toEqual({
    person: {
      quotes: {
        edges: [
          quote({
            cue: "said",
            when: { edtf: "2025-10" },
            relays: { slug: "vladimir-putin" },
            about: [{ slug: "bilateral-nuclear-de-escalation" }],
          }),
          quote({ cue: "has expressed interest in", when: null, relays: null, about: [] }),
        ],
      },
    },
  });
});

test("people, organizations, places and the topic are as the story has them", async () => {
  const data = await ask(
    store,
    `{ ryabkov: person(slug: "sergey-ryabkov") { roles { title organization { slug aliases } evidence { exact } } }
       us: organization(slug: "united-states") { aliases } china: organization(slug: "china") { aliases }
       place(slug: "budapest") { name events { edges { node { slug } } } }
       topic(slug: "putin-trump-summit") { summary people { totalCount edges { node { slug } } } articles { totalCount } } }`,
  );
  expect(data).toEqual({
    ryabkov: {
      roles: [
        {
          title: "Deputy Foreign Minister",
          organization: { slug: "russia", aliases: ["Moscow", "Kremlin"] },
          evidence: [{ exact: "Russia's Deputy Foreign Minister Sergey Ryabkov" }],
        },
      ],
    },
    us: { aliases: ["Washington"] },
    china: { aliases: ["Beijing"] },
    place: { name: "Budapest", events: { edges: [{ node: { slug: "budapest-summit-2025" } }] } },
    topic: {
      summary: expect.stringContaining("Alaska"),
      people: {
        totalCount: 3,
        // Ryabkov: the interview and eight quotes; Trump: three events, two changes, two quotes; Putin: no quote.
        edges: ["sergey-ryabkov", "donald-trump", "vladimir-putin"].map((slug) => ({ node: { slug } })),
      },
      articles: { totalCount: 10 },
    },
  });
});

test("the article is there word for word, and references only by name", async () => {
  const data = await ask(
    store,
    `{ article(slug: "${ARTICLE}") { headline body access state revision when { edtf } retrievedAt authors { slug } source { slug domain } url }
       mehr: article(slug: "mehr") { headline headlineIsOurs body access url when { edtf } }
       xinhua: article(slug: "xinhua") { headlineIsOurs source { name } syndicatedFrom { name } } }`,
  );
  const own = SEED.articles.find(({ slug }) => slug === ARTICLE);
  expect(data).toEqual({
    article: {
      headline: own?.headline,
      body: own?.body,
      access: "FULL",
      state: "CURRENT",
      revision: 1,
      when: { edtf: "2025-11-22~" },
      retrievedAt: "2026-11-23T00:00:00.000Z",
      authors: [{ slug: "layla-al-mansoori" }],
      source: { slug: "uae-feed", domain: "uaefeed.com" },
      url: `https://uaefeed.com/news/${ARTICLE}`,
    },
    mehr: {
      headline: "Trump and Putin greet one another on the tarmac",
      headlineIsOurs: true,
      body: null,
      access: "PASSAGES",
      url: expect.stringContaining("mehrnews.com"),
      when: { edtf: "2025-08-15" },
    },
    xinhua: {
      headlineIsOurs: false,
      source: { name: "People's Daily Online" },
      syndicatedFrom: { name: "Xinhua" },
    },
  });
});

test("each passage is its article's text from its start to its end, counted in code points", async () => {
  const passage = "evidence { part exact prefix suffix start end anchor article { body headline } }";
  const data = await ask(
    store,
    `{ articles { edges { node { ${passage} } } }
       events { edges { node { ${passage} statusHistory { ${passage} } participants { ${passage} } related { ${passage} } } } }
       quotes { edges { node { ${passage} } } } people { edges { node { roles { ${passage} } } } } }`,
  );
  const Passage = z.object({
    part: z.literal("BODY"),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.number(),
    end: z.number(),
    anchor: z.literal("EXACT"),
    article: z.object({ body: z.string() }),
  });
  const Cited = z.object({
    part: z.null(),
    exact: z.null(),
    start: z.null(),
    end: z.null(),
    anchor: z.literal("UNANCHORED"),
  });
  const found = evidenceIn(data).map((one) => z.union([Passage, Cited]).parse(one));
  const passages = found.flatMap((one) => (one.exact === null ? [] : one));
  expect(passages.length).toBeGreaterThan(60);
  expect(found.length - passages.length).toBeGreaterThan(30);
  for (const { exact, start, end, prefix, suffix, article } of passages) {
    const letters = [...article.body];
    expect(letters.slice(start, end).join("")).toBe(exact);
    expect(sliceCodePoints(article.body, start, end)).toBe(exact);
    expect(letters.slice(Math.max(0, start - 32), start).join("")).toBe(prefix);
    expect(letters.slice(end, end + 32).join("")).toBe(suffix);
  }
});

test("what is not on record is null", async () => {
  const kinds = ["topic", "person", "organization", "place", "event", "article"];
  const data = await ask(store, `{ ${kinds.map((kind) => `${kind}(slug: "nope") { id }`).join(" ")} }`);
  expect(data).toEqual(Object.fromEntries(kinds.map((kind) => [kind, null])));
  // A slug is that of one type: a person is no organization.
  expect(await ask(store, '{ organization(slug: "sergey-ryabkov") { id } }')).toEqual({ organization: null });
});

/** All values of `evidence` fields in an answer. */
function evidenceIn(data: unknown): unknown[] {
  if (Array.isArray(data)) return data.flatMap(evidenceIn);
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === "evidence" && Array.isArray(value) ? value : evidenceIn(value),
  );
}
