import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { checkPassages } from "../../src/ingest/formats/story/passages.ts";
import { readStories, readStory } from "../../src/ingest/formats/story/read-folder.ts";
import { storyReferences } from "../../src/ingest/formats/story/references.ts";
import { packagePath } from "../../src/package-root.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { storyFolder } from "./story-folder.ts";

const ARTICLE = `---
headline: Mayor opens bridge
retrieved: 2025-03-02T10:00:00Z
---

The mayor said: "It holds." Nobody\u0020
disagreed. "It holds," she said again.
`;

const FACTS = `
defaults:
  article: bridge
  topics: bridges
topics: { slug: bridges, title: Bridges }
people:
  - slug: ada-li
    name: Ada Li
    roles:
      - title: Mayor
        when: 2025
        evidence: bridge
events:
  - slug: opening
    title: 2025
    place:
    history:
      - to: OCCURRED
        date: 2025-03
        evidence:
          - exact: The mayor
            confidence: 0.5
            method: MODEL
            claimedBy: [ada-li, { organization: city }]
          - article: other
            stance: DISPUTES
            claimant: a bystander
            instead: { status: POSTPONED, date: 2025-04~ }
quotes:
  - kind: DIRECT
    text: It holds.
    speaker: ada-li
    about: opening
  - kind: PARTIAL
    text: It holds
    prefix: disagreed. "
    speakerAsWritten: she
  - kind: INDIRECT
    text: disagreed
    evidence: [{ article: other, part: HEADLINE, exact: no }]
`;

async function bridgeStory() {
  return readStory(
    await storyFolder({ "facts.yml": FACTS, "articles/bridge.md": ARTICLE, "README.md": "not read" }),
  );
}

test("an article's body is kept word for word, its slug is its file's name", async () => {
  const [article] = (await bridgeStory()).articles;
  expect(article?.slug).toBe("bridge");
  expect(article?.body).toBe('The mayor said: "It holds." Nobody \ndisagreed. "It holds," she said again.');
  expect(article).toMatchObject({ headlineIsOurs: false, authors: [] });
});

test("line ends, a byte order mark and combining letters come in the stored form", async () => {
  const text = `\uFEFF${ARTICLE.replace("Nobody", "Cafe\u0301\n\n---\n").replaceAll("\n", "\r\n")}`;
  const story = await readStory(await storyFolder({ "articles/bridge.md": text }));
  expect(story.articles[0]?.body).toBe(
    'The mayor said: "It holds." Café\n\n---\n \ndisagreed. "It holds," she said again.',
  );
});

test("defaults and single values fill in what entries leave out; values are text as written", async () => {
  const story = await bridgeStory();
  expect(story.topics.map(({ slug }) => slug)).toEqual(["bridges"]);
  expect(story.people[0]?.roles[0]).toMatchObject({ when: "2025", evidence: [{ article: "bridge" }] });
  expect(story.events[0]).toMatchObject({ title: "2025", topics: ["bridges"] });
  expect(story.events[0]?.place).toBeUndefined();
  expect(story.events[0]?.history[0]).toMatchObject({
    to: "OCCURRED",
    date: "2025-03",
    evidence: [
      {
        article: "bridge",
        part: "BODY",
        exact: "The mayor",
        stance: "SUPPORTS",
        method: "MODEL",
        confidence: 0.5,
        claimedBy: [{ person: "ada-li" }, { organization: "city" }],
      },
      {
        article: "other",
        stance: "DISPUTES",
        method: "HUMAN",
        claimantAsWritten: "a bystander",
        instead: { status: "POSTPONED", date: "2025-04~" },
      },
    ],
  });
});

test("a quote's evidence is its own text unless it gives some; its speaker is named, unnamed or unknown", async () => {
  const { quotes } = await bridgeStory();
  expect(quotes[0]).toMatchObject({
    speaker: { person: "ada-li" },
    speakerKind: "NAMED",
    about: ["opening"],
    translated: false,
    evidence: [{ article: "bridge", exact: "It holds.", part: "BODY", stance: "SUPPORTS", method: "HUMAN" }],
  });
  expect(quotes[1]).toMatchObject({ speakerKind: "UNNAMED", evidence: [{ prefix: 'disagreed. "' }] });
  expect(quotes[2]).toMatchObject({
    speakerKind: "UNKNOWN",
    article: "bridge",
    evidence: [{ article: "other", part: "HEADLINE", exact: "no" }],
  });
});

test("every part knows its file and line", async () => {
  const story = await bridgeStory();
  const [event] = story.events;
  const [change] = event?.history ?? [];
  const [first, second] = change?.evidence ?? [];
  if (!event || !change || !first || !second) throw new Error("parts are missing");
  expect(story.at(event)).toBe("facts.yml:14");
  expect(story.at(event, "title")).toBe("facts.yml:15");
  expect(story.at(event, "place"), "what is not written is near").toBe("facts.yml:14");
  expect(story.at(change, "date")).toBe("facts.yml:19");
  expect(story.at(first)).toBe("facts.yml:21");
  expect(story.at(first, "claimedBy", 1)).toBe("facts.yml:24");
  expect(story.at(second.instead ?? {})).toBe("facts.yml:28");
  expect(story.articles.map((article) => story.at(article, "retrieved"))).toEqual(["articles/bridge.md:3"]);
});

test("references are listed with what they name and where", async () => {
  const references = storyReferences(await bridgeStory());
  expect(references).toContainEqual({ kind: "organization", slug: "city", at: "facts.yml:24" });
  expect(references).toContainEqual({ kind: "article", slug: "other", at: "facts.yml:25" });
  expect(references).toContainEqual({ kind: "event", slug: "opening", at: "facts.yml:33" });
  expect(references).toContainEqual({ kind: "topic", slug: "bridges", at: "facts.yml:14" });
  expect(references).toContainEqual({ kind: "person", slug: "ada-li", at: "facts.yml:32" });
});

test("passages are looked for where the story has the text", async () => {
  expect(checkPassages(await bridgeStory())).toEqual([]);

  const wrong = FACTS.replace("exact: The mayor", "exact: A mayor").replace('    prefix: disagreed. "\n', "");
  const story = await readStory(await storyFolder({ "facts.yml": wrong, "articles/bridge.md": ARTICLE }));
  const problems = checkPassages(story);
  expect(problems.map(({ at }) => at)).toEqual(["facts.yml:21", "facts.yml:34"]);
  expect(problems[0]?.message).toContain("“A mayor” is not in the text");
  expect(problems[1]?.message).toContain("occurs 2 times");
});

test("a headline is a text for passages unless it is our own wording", async () => {
  const quote =
    "quotes: { kind: INDIRECT, text: x, article: a, evidence: { article: a, part: HEADLINE, exact: bridge } }";
  const article = "articles: { slug: a, headline: Mayor opens bridge, retrieved: 2025-03-02T10:00:00Z }";
  const story = await readStory(await storyFolder({ "a.yaml": `${quote}\n${article}\n` }));
  expect(checkPassages(story)).toEqual([]);

  const ours = `${quote}\n${article.replace(" }", ", headlineIsOurs: true }")}\n`;
  const [problem] = checkPassages(await readStory(await storyFolder({ "a.yaml": ours })));
  expect(problem?.message).toContain("our own wording");
});

test("several folders make one story", async () => {
  const first = await storyFolder({ "a.yaml": "places: { slug: oslo, name: Oslo, country: NO }" });
  const second = await storyFolder({ "b.yaml": "places: { slug: bergen, name: Bergen, within: oslo }" });
  const story = await readStories([first, second]);
  expect(story.places.map((place) => [place.slug, place.country])).toEqual([
    ["oslo", "NO"],
    ["bergen", undefined],
  ]);
  await expect(readStories([first, first])).rejects.toThrow(
    "`slug` repeats what stands at a.yaml:1; keep one",
  );
});

test("the example in the documentation is a story", async () => {
  const page = readFileSync(packagePath("docs/story-format.md"), "utf8");
  const example = (language: string) => page.split(`\`\`\`${language}\n`)[1]?.split("```\n")[0] ?? "";
  const story = await readStory(
    await storyFolder({ "story.yaml": example("yaml"), "articles/bridge-opens.md": example("markdown") }),
  );
  expect(story.quotes.map(({ text }) => text)).toEqual(["It holds,"]);
  expect(checkPassages(story)).toEqual([]);
});

test("a folder with a changed text is loaded as it is, with passages of the text before", async () => {
  const files = { "facts.yml": FACTS, "articles/bridge.md": ARTICLE };
  const other = "articles: [{ slug: other, headline: no vote, retrieved: 2025-03-02T10:00:00Z }]\n";
  const people = "organizations: { slug: city, name: City }\n";
  const rest = { "other.yml": other, "people.yml": people };
  const changed = ARTICLE.replace("2025-03-02", "2025-03-05").replace("The mayor", "Ada Li");
  await withStore(async ({ store }) => {
    const load = async (texts: Record<string, string>) =>
      applyStory(store, await readStory(await storyFolder({ ...texts, ...rest })), AUTHOR);
    await load(files);
    expect(await load({ ...files, "articles/bridge.md": changed })).toMatchObject({ created: 0 });
    const query = `{ article(slug: "bridge") { revision evidence { exact anchor } } }`;
    expect(await ask(store, query)).toMatchObject({
      article: {
        revision: 2,
        evidence: expect.arrayContaining([
          { exact: "The mayor", anchor: "ORPHANED" },
          { exact: "It holds", anchor: "MOVED" },
        ]),
      },
    });
    expect(await load({ ...files, "articles/bridge.md": changed })).toEqual({ created: 0, updated: 0 });
  });
});
