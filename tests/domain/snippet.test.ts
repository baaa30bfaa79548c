import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch } from "../../src/domain/search-query.ts";
import { makeSnippet } from "../../src/domain/snippet.ts";
import { runs } from "../support/runs.ts";

function snippet(search: string, text: string, name = "", aliases: readonly string[] = []): string {
  const query = parseSearch(search);
  if (query === null) throw new Error("A search without a word.");
  return makeSnippet(query, { name, aliases, texts: text === "" ? [] : [text] });
}

/** What a reader sees of a snippet. */
function seen(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
  return html.replace(/<\/?mark>/g, "").replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => entities[name] ?? "");
}

const WORDS = "The diplomatic process continues behind the scenes, he insists. ".repeat(20);

describe("a snippet", () => {
  test("marks what was searched for, whole words for beginnings", () => {
    expect(snippet("nuclear stab", "On nuclear stability.")).toBe(
      "On <mark>nuclear</mark> <mark>stability</mark>.",
    );
    expect(snippet("putin-trump", "The Putin–Trump summit")).toBe("The <mark>Putin–Trump</mark> summit");
    expect(snippet('"is going well" going', "all is going well")).toBe("all <mark>is going well</mark>");
    expect(snippet("lodz", "In Łódź")).toBe("In <mark>Łódź</mark>");
    expect(snippet("京", "東京都")).toBe("東<mark>京</mark>都");
  });

  test("is safe as HTML", () => {
    expect(snippet("b", `<b onclick='x("y")'>&`)).toBe(
      "&lt;<mark>b</mark> onclick=&#39;x(&quot;y&quot;)&#39;&gt;&amp;",
    );
  });

  test("shows the stretch that has most of the words, between spaces", () => {
    const html = snippet("alaska summit", `Alaska. ${WORDS}The Alaska summit was short. ${WORDS}`);
    expect(html).toMatch(/^…\S.* The <mark>Alaska<\/mark> <mark>summit<\/mark> was short\. .*\S…$/);
    expect(seen(html).length).toBeLessThan(165);
    for (const word of seen(html).replaceAll("…", "").trim().split(" ")) {
      expect(`Alaska. The Alaska summit was short. ${WORDS}`.split(" ")).toContain(word);
    }
  });

  test("begins at the beginning and ends at the end where the hit is there", () => {
    expect(snippet("alaska", `Alaska. ${WORDS}`)).toMatch(/^<mark>Alaska<\/mark>\. The .*…$/);
    expect(snippet("alaska", `${WORDS}Alaska.`)).toMatch(/^….*<mark>Alaska<\/mark>\.$/);
  });

  test("is of the names where these have more of the words", () => {
    expect(snippet("alaska meeting", "A meeting", "Meeting in Alaska")).toBe(
      "<mark>Meeting</mark> in <mark>Alaska</mark>",
    );
    expect(snippet("kremlin", "", "Russia", ["Moscow", "Kremlin"])).toBe("<mark>Kremlin</mark>");
    expect(snippet("alaska", "In Alaska", "Alaska")).toBe("In <mark>Alaska</mark>");
  });

  test("is the beginning where nothing is found", () => {
    expect(snippet("xyz", "No hit.", "Name")).toBe("No hit.");
    expect(snippet("xyz", "", "Name")).toBe("Name");
  });

  test("cuts scripts without spaces between characters", () => {
    const html = snippet("核", `${"東京都は日本の首都である".repeat(30)}核${"👩🏽‍🚒".repeat(100)}`);
    expect(html).toMatch(/^…\p{L}+<mark>核<\/mark>(👩🏽‍🚒)+…$/u);
  });

  test("of a long text is found in time", () => {
    const started = performance.now();
    expect(snippet("zebra", `${"word ".repeat(200_000)}zebra`)).toMatch(/^word /);
    expect(snippet("word", "word ".repeat(200_000))).toMatch(/^<mark>word<\/mark> /);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("for any text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "putin",
      "Putin’s ",
      " trump ",
      "e\u0301",
      "👩🏽‍🚒",
      "🇭🇺",
      "<",
      "&amp;",
      "\n",
      " ",
      "กำ",
      "ﾊﾟ",
      "\u0301",
    ),
    fc.string({ unit: "grapheme", maxLength: 30 }),
  );
  const text = fc
    .array(piece, { maxLength: 60, size: "max" })
    .map((pieces) => pieces.join("").replace(/\s/g, " "));
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  const boundaries = (of: string) =>
    new Set([...Array.from(graphemes.segment(of), (one) => one.index), of.length]);

  test("a snippet is a stretch of it that cuts no character, and its only tags are marks", () => {
    fc.assert(
      fc.property(text, (body) => {
        const html = snippet("putin trump", body);
        expect(html.replace(/<mark>[^<>]*<\/mark>/g, "")).toMatch(/^(?:[^<>&"']|&(?:lt|gt|amp|quot|#39);)*$/);
        const collapsed = body.replace(/\s+/g, " ");
        const plain = seen(html)
          .replace(/^…(?=.)/su, "")
          .replace(/(?<=.)…$/su, "");
        const inner = plain.replace(/^ (?!\p{M})| $/gu, "");
        const places = boundaries(collapsed);
        const at = places.has(collapsed.indexOf(inner)) || collapsed.indexOf(inner) < 0;
        expect(collapsed).toContain(inner);
        expect(at || inner === "").toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test("marks stand between characters", () => {
    fc.assert(
      fc.property(text, (body) => {
        const parts = snippet("putin trump", body)
          .split(/<\/?mark>/)
          .map(seen);
        const places = boundaries(parts.join(""));
        let at = 0;
        for (const part of parts) {
          expect(places.has(at)).toBe(true);
          at += part.length;
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
