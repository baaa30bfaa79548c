import type {
  AgentRef,
  Story,
  StoryArticle,
  StoryEvent,
  StoryEvidence,
  StoryQuote,
  StoryStatusChange,
} from "../../src/domain/story.ts";

/** Who and what the stories of tests are about. A person and an organization share a slug. */
export const CAST = {
  topics: ["talks", "trade", "visit"],
  people: ["ann", "bob", "cleo", "union"],
  organizations: ["ministry", "union"],
  places: ["harbour", "town"],
  sources: ["agency", "daily", "evening", "weekly"],
} as const;

export const AGENTS: readonly AgentRef[] = [
  ...CAST.people.map((person) => ({ person })),
  ...CAST.organizations.map((organization) => ({ organization })),
];

/** Sentences of an article that has a text. */
export const SENTENCES = 8;

/** A sentence of an article that {@link article} made; each stands in its text once. */
export function sentence(slug: string, number: number): string {
  return `Sentence ${number} of “${slug}”`;
}

/** An article with a text, out on a day. */
export function article(slug: string, fields: Partial<StoryArticle> = {}): StoryArticle {
  const sentences = Array.from({ length: SENTENCES }, (_, number) => `👩🏽‍🚒 ${sentence(slug, number)}.`);
  return {
    slug,
    headline: `Headline of ${slug}`,
    headlineIsOurs: false,
    url: `https://example.com/${encodeURIComponent(slug)}`,
    authors: [],
    language: "en",
    published: "2025-10-16",
    retrieved: "2025-11-02T12:00:00Z",
    access: "FULL",
    state: "CURRENT",
    topics: [],
    body: sentences.join("\n"),
    ...fields,
  };
}

/** Support from an article as a whole. */
export function cite(slug: string, fields: Partial<StoryEvidence> = {}): StoryEvidence {
  return { article: slug, part: "BODY", stance: "SUPPORTS", method: "HUMAN", claimedBy: [], ...fields };
}

/** Support from a sentence of an article's text. */
export function passage(slug: string, number: number, fields: Partial<StoryEvidence> = {}): StoryEvidence {
  return cite(slug, { exact: sentence(slug, number), ...fields });
}

/** An event of which nothing is said yet. */
export function event(slug: string, fields: Partial<StoryEvent> = {}): StoryEvent {
  return {
    slug,
    title: `Title of ${slug}`,
    topics: [],
    evidence: [],
    history: [],
    participants: [],
    related: [],
    ...fields,
  };
}

/** A change of an event, supported by an article. */
export function change(
  to: StoryStatusChange["to"],
  slug: string,
  fields: Partial<StoryStatusChange> = {},
): StoryStatusChange {
  return { to, evidence: [cite(slug)], ...fields };
}

/** A sentence of an article as a quote. */
export function quote(slug: string, number: number, fields: Partial<StoryQuote> = {}): StoryQuote {
  return {
    kind: "DIRECT",
    text: sentence(slug, number),
    speakerKind: fields.speaker === undefined ? "UNKNOWN" : "NAMED",
    about: [],
    translated: false,
    article: slug,
    topics: [],
    evidence: [passage(slug, number)],
    ...fields,
  };
}

/** A story about the {@link CAST}. */
export function story(
  parts: Partial<Pick<Story, "articles" | "events" | "quotes" | "people" | "topics">>,
): Story {
  return {
    topics: CAST.topics.map((slug) => ({ slug, title: `Topic ${slug}` })),
    people: CAST.people.map((slug) => ({
      slug,
      name: `Person ${slug}`,
      aliases: [`${slug}, alias`],
      sameAs: [],
      roles: [],
    })),
    organizations: CAST.organizations.map((slug) => ({
      slug,
      name: `Organization ${slug}`,
      aliases: [],
      sameAs: [`https://example.org/${slug}`],
    })),
    places: [
      { slug: "harbour", name: "Harbour", within: "town" },
      { slug: "town", name: "Town", country: "HU", latitude: 47.5, longitude: 19 },
    ],
    sources: CAST.sources.map((slug) => ({
      slug,
      name: `Source ${slug}`,
      owner: slug === "daily" || slug === "evening" ? "One House" : undefined,
    })),
    articles: [],
    events: [],
    quotes: [],
    ...parts,
    at: () => "test:1",
  };
}

/** Two stories that share nothing but the cast, as one. */
export function together(a: Story, b: Story): Story {
  return story({
    articles: [...a.articles, ...b.articles],
    events: [...a.events, ...b.events],
    quotes: [...a.quotes, ...b.quotes],
  });
}
