import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { countSigns } from "../../../src/ingest/formats/html/count-signs.ts";
import { readDocument } from "../../../src/ingest/formats/read-document.ts";
import { runs } from "../../support/runs.ts";

const WORDS = "The mayor, Ada Li, opened the new bridge on Saturday, and it held. ".repeat(10);
const page = (body: string, head = "") =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const read = async (html: string) =>
  (await readDocument({ name: "a.html", bytes: Buffer.from(html) }, "html")).items[0]?.article;

test("as many start tags are counted as the parser finds, whatever hides them", () => {
  const piece = fc.constantFrom(
    ..."<p>|<br/>|</p>|<a href=|x|\"|'|>|/>|<|</|</ x|<!-->|<!--|-->|--!>|<![CDATA[|]]>|<!x|<?x|&amp;|&| ".split(
      "|",
    ),
    ..."<script>|<script/>|<script x=/>|</script>|</SCRIPT >|<style>|</style|<title>|</title>|<svg>|</svg>|\n".split(
      "|",
    ),
    ..."<xmp>|</xmp>|<noscript>|</noscript>|<textarea a='|</textarea>|=|/|<p =>|<p a = b>|<p a\n=\"".split(
      "|",
    ),
  );
  const most = { elements: 1000, attributes: 1000, pieces: 1000 };
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const html = `<p>${pieces.join("")}`;
      const made = parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll("*").length - 2;
      // An end tag of a paragraph makes one where none began.
      const ends = pieces.filter((one) => one === "</p>").length;
      expect(countSigns(html, most).elements + ends, html).toBeGreaterThanOrEqual(made);
    }),
    { numRuns: runs(1500) },
  );
});

test("what only looks like an element is not counted", () => {
  const html = '<script>if (a<b) "<p>"</script><title><b></title><!-- <p> --><p title="<p>">a < b</p>';
  const most = { elements: 1000, attributes: 1000, pieces: 1000 };
  expect(countSigns(html, most)).toMatchObject({ elements: 3, attributes: 1 });
});

describe("a page is refused before it takes long", () => {
  test.each([
    ["elements behind a script in capitals", `<style></STYLE>${"<p>x".repeat(30_000)}`, /25000 elements/],
    ["elements behind a tag in quotes", `<a title="><script>">${"<p>x".repeat(30_000)}`, /25000 elements/],
    ["elements behind the shortest comment", `<!-->${"<p>x".repeat(30_000)}`, /25000 elements/],
    ["elements of which only the end is there", "</p>x".repeat(30_000), /25000 elements/],
    ["levels of elements that often end by themselves", "<tr><p>".repeat(2_000), /nested more than 250 deep/],
    ["attributes", `<p ${"a ".repeat(300_000)}>`, /more than 200000 attributes/],
    ["text in many levels", "<div>".repeat(200) + WORDS.repeat(500), /too much text in too many levels/],
  ])("%s", async (_what, body, message) => {
    await expect(read(page(body))).rejects.toThrow(message);
  });
});

// Each takes minutes where time goes by the square.
test.each([
  [
    "JSON-LD with an end that is none",
    page(`<p>${WORDS}</p>`, `<script type="application/ld+json">{${"; ".repeat(250_000)}x</script>`),
  ],
  ["a byline without end", page(`<p class="byline">${"(".repeat(800_000)}</p><p>${WORDS}</p>`)],
])("%s is passed over", async (_what, html) => {
  expect((await read(html))?.body).toContain("Ada Li");
});

test("the JSON-LD of a page is read between comments and with a semicolon after it", async () => {
  for (const [begin, end] of [
    ["<!--", "-->"],
    ["// <![CDATA[\n", "\n// ]]>"],
    ["/* <![CDATA[ */", ";\n ;"],
    ["", `${" ".repeat(500)}`],
  ]) {
    const linked = `<script type="application/ld+json">${begin}{"@type":"NewsArticle","headline":"Told"}${end}</script>`;
    expect((await read(page(`<p>${WORDS}</p>`, linked)))?.headline).toBe("Told");
  }
});
