import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkPassages } from "../../src/ingest/formats/story/passages.ts";
import { readStory } from "../../src/ingest/formats/story/read-folder.ts";
import { storyEvidence, storyReferences } from "../../src/ingest/formats/story/references.ts";
import { packagePath } from "../../src/package-root.ts";

const story = await readStory(packagePath("seeds/putin-trump-summit"));
const slugs = (parts: readonly { readonly slug: string }[]) => parts.map(({ slug }) => slug);
const original = fileURLToPath(new URL("../../../shared/seed/article.txt", import.meta.url));

test("the seed story holds one article with its text, nine references, six events and ten quotes", () => {
  expect(slugs(story.topics)).toEqual(["putin-trump-summit"]);
  expect(story.articles.filter(({ body }) => body !== undefined)).toHaveLength(1);
  expect(story.articles.filter(({ body }) => body === undefined)).toHaveLength(9);
  expect(slugs(story.events)).toEqual([
    "alaska-meeting-2025",
    "budapest-summit-2025",
    "next-putin-trump-meeting",
    "nuclear-stability-talks",
    "bilateral-nuclear-de-escalation",
    "ryabkov-interview-2025",
  ]);
  expect(story.quotes).toHaveLength(10);
  const ryabkovs = story.quotes.filter(
    ({ speaker }) => speaker && "person" in speaker && speaker.person === "sergey-ryabkov",
  );
  expect(ryabkovs).toHaveLength(8);
  expect(ryabkovs.every(({ translated, when }) => translated && when === "2025-11-22")).toBe(true);
});

test("every passage of the seed story is in its article once", () => {
  expect(checkPassages(story)).toEqual([]);
  const passages = storyEvidence(story).flatMap(({ evidence }) =>
    evidence.filter(({ exact }) => exact !== undefined),
  );
  const articles = new Map(story.articles.map((article) => [article.slug, article.body]));
  expect(passages.length).toBeGreaterThan(20);
  for (const { article, exact = "" } of passages) {
    expect(articles.get(article)?.split(exact), exact).toHaveLength(2);
  }
});

test("all that the seed story refers to is in it", () => {
  const known = {
    topic: slugs(story.topics),
    person: slugs(story.people),
    organization: slugs(story.organizations),
    place: slugs(story.places),
    source: slugs(story.sources),
    article: slugs(story.articles),
    event: slugs(story.events),
  };
  expect(storyReferences(story).filter(({ kind, slug }) => !known[kind].includes(slug))).toEqual([]);
});

test("the Budapest summit was planned, then postponed, which Trump disputes", () => {
  const summit = story.events.find(({ slug }) => slug === "budapest-summit-2025");
  expect(summit?.history.map(({ to, effective, date }) => [to, effective, date])).toEqual([
    ["SCHEDULED", "2025-10-16", "2025-10-16/2025-10-30~"],
    ["POSTPONED", "2025-10-21", undefined],
  ]);
  expect(summit?.history[1]?.evidence).toMatchObject([
    { article: "business-standard", claimantAsWritten: "a US official" },
    { article: "zee" },
    { article: "sputnik", claimedBy: [{ person: "vladimir-putin" }] },
    { exact: "A follow-up meeting planned for Budapest was postponed indefinitely." },
    {
      article: "xinhua",
      stance: "DISPUTES",
      claimedBy: [{ person: "donald-trump" }],
      instead: { status: "CANCELLED" },
    },
  ]);
});

test("the seed article stands word for word, open to all, its rights with its publisher", () => {
  const article = story.articles.find(({ body }) => body !== undefined);
  expect(article).toMatchObject({ access: "FULL", published: "2025-11-22~", authors: ["layla-al-mansoori"] });
  expect(article?.rights).toContain("UAE Feed");
  expect(article?.body?.startsWith("Russia's Deputy Foreign Minister Sergey Ryabkov says")).toBe(true);
  expect(
    article?.body?.endsWith("with no clear resolution in sight despite ongoing diplomatic contacts."),
  ).toBe(true);
});

test("the seed article equals the original", (context) => {
  if (!existsSync(original)) context.skip(`${original} is not here to compare with`);
  const [headline, ...rest] = readFileSync(original, "utf8").trimEnd().split("\n");
  const article = story.articles.find(({ body }) => body !== undefined);
  expect(article?.headline).toBe(headline);
  expect(article?.body).toBe(rest.slice(0, -1).join("\n"));
});
