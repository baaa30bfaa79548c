import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { markedParts, type Stretch } from "../../src/web/marks.ts";
import { getPage, idsOf, linksOf, textOf } from "../support/pages.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const SCRIPTS = "قال الوزير إن المحادثات كانت جيدة.\nTalks were <b>good</b>, he said.";

const STORY = story({
  articles: [
    article("full", { topics: ["talks"] }),
    article("closed", { access: "PASSAGES", topics: ["talks"] }),
    article("gone", { state: "RETRACTED" }),
    article("fixed", { state: "CORRECTED" }),
    article("cited", { body: undefined, headline: "What is cited" }),
    article("scripts", { language: "ar", headline: "محادثات", body: SCRIPTS }),
  ],
  events: [
    event("e", {
      title: "The talks",
      topics: ["talks"],
      evidence: [passage("full", 1), passage("closed", 6), passage("gone", 2), cite("cited")],
      history: [change("SCHEDULED", "fixed", { evidence: [passage("closed", 2), passage("full", 1)] })],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("full", 1)] }],
    }),
    event("overlap", {
      evidence: [
        cite("full", { exact: "Sentence 3 of “full”.\n👩🏽‍🚒 Sentence 4" }),
        cite("full", { exact: "4 of “full”" }),
        cite("full", { exact: "Headline of full", part: "HEADLINE" }),
      ],
    }),
    event("mixed", {
      evidence: [
        cite("scripts", { exact: "المحادثات كانت جيدة" }),
        cite("scripts", { exact: "<b>good</b>" }),
      ],
    }),
  ],
  quotes: [quote("full", 5, { speaker: { person: "ann" }, about: ["e"], topics: ["talks"] })],
});

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, STORY, AUTHOR));

const page = async (path: string) => (await getPage(store, path)).html;

describe("an article that anyone may read", () => {
  test("marks each passage once, names all that rests on it, and leads there and back", async () => {
    const html = await page("/articles/full");
    const [, mark = "", fact = ""] =
      /<mark>Sentence 1 of “full”<\/mark><sup id="([^"]+)"><a href="#(facts-\d+)"/.exec(html) ?? [];
    const item = html.slice(html.indexOf(`<li id="${fact}">`)).split("</ul>")[0] ?? "";
    expect(item).toContain(`href="#${mark}"`);
    expect(textOf(item)).toMatch(
      /Event: The talks .*Change: The talks: scheduled .*Part: Person ann in The talks/,
    );
    expect(linksOf(item).join(" ")).toMatch(
      /#:~:text=.*Sentence%201.* \/events\/e .*\/events\/e#e-\w+ .*\/people\/ann/,
    );
  });

  test("each place that a link names is there, on the page and on those it leads to", async () => {
    const html = await page("/articles/full");
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
    let places = 0;
    for (const href of linksOf(html).filter((link) => /^[/#]/.test(link) && !link.startsWith("/graphql"))) {
      const [path = "", place] = href.split("#");
      const there = path === "" ? html : (await getPage(store, path)).html;
      if (place === undefined) continue;
      places++;
      expect(idsOf(there), href).toContain(place);
    }
    expect(places).toBeGreaterThan(8);
  });

  test("passages that overlap and go over lines are marked where they are, the headline's too", async () => {
    const html = await page("/articles/full");
    expect(html).toContain("<mark>Sentence 3 of “full”.</mark></p>");
    expect(html).toMatch(/<mark>👩🏽‍🚒 Sentence <\/mark><mark class="overlap">4<\/mark><sup/);
    expect(textOf(html)).toContain("In the headline.");
    // Whatever is marked, the text is the article's.
    const body = html.slice(html.indexOf('<div class="body"'), html.indexOf("</div>"));
    const text = body
      .replace(/<sup.*?<\/sup>/g, "")
      .replaceAll("</p>", "\n")
      .replace(/<[^>]+>/g, "");
    expect(text.trim()).toBe(STORY.articles[0]?.body);
  });

  test("a quote stands there, for whoever follows a link to it", async () => {
    const html = await page("/articles/full");
    const [found] = linksOf(await page("/search?q=%22Sentence+5%22")).filter((href) => href.includes("#e-"));
    expect(idsOf(html)).toContain(found?.split("#")[1]);
  });
});

test("each line has its own direction, and markup in a passage is text", async () => {
  const html = await page("/articles/scripts");
  expect(html.match(/<p dir="auto">/g)?.length).toBeGreaterThanOrEqual(2);
  expect(html).toContain("<mark>&lt;b&gt;good&lt;/b&gt;</mark>");
  expect(html).toContain('<h1 dir="auto" lang="ar">');
});

test("of one that is not free to read, only the passages are shown, in their order, and it says so", async () => {
  const html = await page("/articles/closed");
  const text = textOf(html);
  expect(text).toContain("only the passages");
  expect(text.indexOf("Sentence 2 of")).toBeLessThan(text.indexOf("Sentence 6 of"));
  for (const hidden of [0, 1, 3, 4, 5, 7]) expect(text).not.toContain(`Sentence ${hidden} of`);
  expect(html).not.toContain("<mark");
});

test("of a reference, what cites it is named, and it says that there is no text", async () => {
  const text = textOf(await page("/articles/cited"));
  expect(text).toContain("Its text is not on record");
  expect(text).toMatch(/What cites it as a whole Event: The talks/);
});

test.each([
  ["gone", /Retracted\. Its outlet withdrew/],
  ["fixed", /Corrected\. Its outlet changed/],
])("whether its outlet stands by it is said first: %s", async (slug, words) => {
  const text = textOf(await page(`/articles/${slug}`));
  expect(text).toMatch(words);
  expect(text.search(words)).toBeLessThan(text.indexOf("Sentence 0"));
});

test("parts of a text are the text, and say which stretches all of them belong to", () => {
  const stretch = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([a, b]): Stretch => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
      fc.array(stretch, { maxLength: 6 }),
      (text, some) => {
        const letters = [...text];
        const stretches = some.filter(({ end }) => end <= letters.length);
        let at = 0;
        for (const part of markedParts(text, stretches)) {
          const end = at + [...part.text].length;
          expect(part.text).toBe(letters.slice(at, end).join(""));
          for (const [index, one] of stretches.entries()) {
            for (let letter = at; letter < end; letter++) {
              expect(part.of.includes(index)).toBe(one.start <= letter && letter < one.end);
            }
            expect(part.ending.includes(index)).toBe(one.end === end);
          }
          at = end;
        }
        expect(at).toBe(letters.length);
      },
    ),
  );
});

test("an article of which no passage is on record does not say that its passages are shown", async () => {
  await withStore(async ({ store: other }) => {
    const articles = [article("closed", { access: "PASSAGES" }), article("shown", { access: "PASSAGES" })];
    const events = [event("e", { evidence: [cite("closed"), passage("shown", 1)] })];
    await applyStory(other, story({ articles, events }), AUTHOR);
    const text = async (slug: string) => textOf((await getPage(other, `/articles/${slug}`)).html);
    expect(await text("closed")).toContain("no passage of it is shown here");
    expect(await text("closed")).not.toContain("only the passages");
    expect(await text("shown")).toContain("only the passages that something rests on are shown here");
  });
});
