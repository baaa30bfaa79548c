import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { JsonSplitter } from "../../src/ingest/formats/document/json-splitter.ts";
import { documentOf, readText } from "../support/document.ts";
import { ask } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, cite, event, passage, quote, story } from "../support/story.ts";

const LONG = `${"A long passage, ".repeat(20)}to the end.`;

/** One article that anyone may read, one of which only passages may be shown, one that is a reference. */
const SOME = story({
  articles: [
    article("free"),
    article("closed", { access: "PASSAGES", body: `${article("closed").body}\n${LONG} Secret ending.` }),
    article("reference", { body: undefined }),
  ],
  events: [
    event("e0", {
      topics: ["talks"],
      evidence: [passage("closed", 2), passage("free", 3), cite("reference")],
    }),
  ],
  quotes: [quote("closed", 4, { speaker: { person: "ann" }, topics: ["talks"] })],
});

describe("a document without texts that are not free", () => {
  test("has of them only the words of passages", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SOME, AUTHOR);
      const document = await documentOf(store, { texts: "FREE" });
      expect(document).toContain("Sentence 7 of “free”");
      expect(document).toContain("Sentence 2 of “closed”");
      for (const kept of [
        "Sentence 0 of “closed”",
        "Sentence 3 of “closed”",
        "Secret",
        "👩🏽‍🚒 Sentence 2 of “closed”",
      ]) {
        expect(document).not.toContain(kept);
      }
      expect(JSON.parse(document).articles).toMatchObject([
        { slug: "closed", bodyWithheld: true },
        { slug: "free", body: expect.any(String) },
        { slug: "reference" },
      ]);
    });
  });

  test("leaves out words that are more than may be shown, and still says where they come from", async () => {
    await withStore(async ({ store }) => {
      const free = { ...SOME, articles: SOME.articles.map((one) => ({ ...one, access: "FULL" as const })) };
      await applyStory(
        store,
        { ...free, events: [event("e1", { evidence: [cite("closed", { exact: LONG })] })] },
        AUTHOR,
      );
      await applyStory(store, { ...SOME, events: [], quotes: [] }, AUTHOR);
      const document = await documentOf(store, { texts: "FREE" });
      expect(document).not.toContain("A long passage");
      expect(JSON.parse(document).events[0].evidence).toEqual([{ article: "closed", method: "HUMAN" }]);
    });
  });

  test("is put on record with the passages that it has, which say that they cannot be looked up, and comes back equal", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SOME, AUTHOR);
      const document = await documentOf(store, { texts: "FREE" });
      await withStore(async ({ store: other }) => {
        await applyStory(other, await readText(document), AUTHOR);
        const data = await ask(other, `{ event(slug: "e0") { evidence { exact anchor } } }`);
        expect(data).toEqual({
          event: {
            evidence: [
              { exact: "Sentence 2 of “closed”", anchor: "UNANCHORED" },
              { exact: "Sentence 3 of “free”", anchor: "EXACT" },
              { exact: null, anchor: "UNANCHORED" },
            ],
          },
        });
        const again = await documentOf(other, { texts: "FREE" });
        expect(again.replaceAll('"access":"PASSAGES"', '"access":"PASSAGES","bodyWithheld":true')).toBe(
          document,
        );
      });
    });
  });

  test("leaves a text that is on record alone, and its passages are looked for in that", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SOME, AUTHOR);
      const document = await documentOf(store, { texts: "FREE" });
      const before = await documentOf(store);
      expect(await applyStory(store, await readText(document), AUTHOR)).toEqual({ created: 0, updated: 0 });
      expect(await documentOf(store)).toBe(before);
      const wrong = document.replace(
        '"exact":"Sentence 2 of “closed”","start":',
        '"exact":"Sentence 2 of “closed”","start":1',
      );
      await expect(applyStory(store, await readText(wrong), AUTHOR)).rejects.toThrow(
        /closed: at 1\d+ the text has ".*correct `start`/,
      );
    });
  });
});

describe("a document", () => {
  const whole = () =>
    withStore(async ({ store }) => {
      await applyStory(store, SOME, AUTHOR);
      return documentOf(store);
    });

  test("is read however it is laid out and in whatever pieces it arrives", async () => {
    const document = await whole();
    const { at: _at, ...parts } = await readText(document);
    for (const [text, size] of [
      [JSON.stringify(JSON.parse(document), null, 2), 1],
      [JSON.stringify(JSON.parse(document)), 7],
      [`\uFEFF${document}`, 1000],
    ] as const) {
      expect(await readText(text, size)).toMatchObject(parts);
    }
  });

  test("is refused with the line of each problem", async () => {
    const lines = (await whole()).split("\n");
    const wrong = (from: string, to: string) => lines.map((line) => line.replace(from, to)).join("\n");
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    const refused = async (text: string, message: RegExp | string) => {
      await expect(readText(text)).rejects.toMatchObject({
        code: "INVALID_STORY",
        message: expect.stringMatching(message),
      });
    };
    await refused(
      wrong('"slug":"free"', '"slug":"Free"'),
      `story.json:${lineOf('"slug":"free"')}: \`slug\`: "Free" is no slug`,
    );
    await refused(wrong('"start":', '"begin":'), /`begin` is not known here/);
    await refused(
      wrong('"version":1', '"version":2'),
      /story.json:1: `version` is not 1, the one that is read here/,
    );
    await refused(wrong('"format":"dateline",', ""), /story.json:1: this is no story document/);
    await refused(wrong('"events":[', '"evnts":['), /`evnts` is not known here \(did you mean events\?\)/);
    await refused(wrong('"retrieved":"2025', '"retrieved":"2O25'), /`retrieved`: "2O25.* is no time in UTC/);
    await refused(wrong('"language":"en"', '"language":7'), /`language` is 7; write a text/);
    await refused(lines.slice(0, -3).join("\n"), /not JSON: the document ends in the middle/);
    await refused(wrong('"slug":"free"', '"slug":free'), `story.json:${lineOf('"slug":"free"')}: not JSON`);
    await refused("[]", /story.json:1: not JSON: there is "\[" where "\{" is expected/);
    const twice = wrong('"slug":"harbour","name":"Harbour"', '"slug":"town","name":"Harbour"');
    await refused(twice, /story.json:\d+: `slug` repeats what stands at story.json:\d+; keep one/);
  });

  test("is refused where it is not UTF-8 or is not there", async () => {
    const { readDocument, readDocumentFile } = await import(
      "../../src/ingest/formats/document/read-document.ts"
    );
    const latin = (async function* () {
      yield new Uint8Array([0x7b, 0xe9, 0x7d]);
    })();
    await expect(readDocument(latin, "latin.json")).rejects.toThrow("latin.json: the file is not UTF-8 text");
    await expect(readDocumentFile("nowhere.json")).rejects.toMatchObject({ code: "UNREADABLE" });
  });
});

test("any JSON object is taken apart into its values and the items of its lists, wherever it is cut", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ unit: "grapheme" }).filter((name) => !/["\\]|[^\x20-\uffff]/.test(name)),
        fc.jsonValue(),
      ),
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 20 }),
      (object, indent, size) => {
        const text = JSON.stringify(object, null, indent);
        const splitter = new JsonSplitter();
        const pieces = [];
        for (let at = 0; at < text.length; at += size)
          pieces.push(...splitter.push(text.slice(at, at + size)));
        splitter.finish();
        const expected = Object.entries(JSON.parse(text)).flatMap(([name, value]) =>
          Array.isArray(value) ? value.map((item, index) => [name, index, item]) : [[name, null, value]],
        );
        expect(pieces.map((piece) => [piece.name, piece.index, JSON.parse(piece.text)])).toEqual(expected);
      },
    ),
    { numRuns: runs(200) },
  );
});
