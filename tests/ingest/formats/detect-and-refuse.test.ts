import { describe, expect, test } from "vitest";
import { detectFormat } from "../../../src/ingest/formats/detect.ts";
import { readDocument } from "../../../src/ingest/formats/read-document.ts";
import type { InputDocument } from "../../../src/ingest/reading.ts";

const document = (
  name: string,
  text: string | Uint8Array,
  more: Partial<InputDocument> = {},
): InputDocument => ({
  name,
  bytes: typeof text === "string" ? Buffer.from(text) : text,
  ...more,
});

describe("the format is told by content", () => {
  test.each([
    ["a.txt", "Plain words.", "text"],
    ["a.md", "Plain words.", "markdown"],
    ["-", "[Update] The mayor spoke.", "text"],
    ["a.txt", "<!DOCTYPE html><html></html>", "html"],
    ["page", "\ufeff <html lang=en>", "html"],
    ["a.xml", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', "html"],
    ["a.html", '<?xml version="1.0"?><rss version="2.0"/>', "feed"],
    ["a", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"],
    ["a", "<rdf:RDF/>", "feed"],
    ["a", "<p>A piece of a page.</p>", "html"],
    ["-", '{"version": "https://jsonfeed.org/version/1"}', "feed"],
    ["a.txt", '{"uri": "urn:x", "headlines": []}', "ninjs"],
    ["-", '[{"uri": "urn:x", "pubStatus": "usable"}]', "ninjs"],
    ["-", '{"events": [{"start_date": {"year": 2025}}]}', "timelinejs"],
    ["-", '{"title": {"text": {"headline": "A"}}, "events": []}', "timelinejs"],
    ["a.json", "<!doctype html><p>", "html"],
    ["a.xml", "<!DOCTYPE rdf:RDF [<!ENTITY a '>'>]><rdf:RDF/>", "feed"],
    ["a", "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", "feed"],
    ["a.html", "<p>What a <feed> is</p>", "html"],
    ["a.txt", "<Name> said that it holds.", "text"],
  ])("%s: %s is %s", (name, text, format) => {
    expect(detectFormat(document(name, text))).toBe(format);
  });

  test("behind comments, however long and many", () => {
    const feed = `<?xml version="1.0"?>\n<?xml-stylesheet?><!-- ${"-".repeat(5000)} -->\n<rss version="2.0"/>`;
    expect(detectFormat(document("a.xml", feed))).toBe("feed");
    // A pattern that may begin anew at each comment takes years.
    expect(detectFormat(document("a.html", `${"<!---->".repeat(200)}x`))).toBe("html");
  });

  test("a server's word counts where the content tells nothing", () => {
    expect(detectFormat(document("https://example.com/a", "Words", { contentType: "text/markdown" }))).toBe(
      "markdown",
    );
    expect(detectFormat(document("https://example.com/a", "Words", { contentType: "text/html" }))).toBe(
      "html",
    );
  });
});

describe("what cannot be read is refused with place and reason", () => {
  const words = "A mayor opened a bridge on Saturday, and it held. ".repeat(8);
  const paid = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script></head><body><article><h1>T</h1><p>${words}</p></article></body></html>`;
  test.each([
    ["empty text", "a.txt", "\ufeff \n", /^a\.txt: is empty$/],
    ["an empty page", "a.html", "", /^a\.html: is empty$/],
    ["front matter alone", "a.md", "---\nheadline: A\n---\n", /^a\.md:4: has no text$/],
    [
      "front matter with a wrong date",
      "a.md",
      "---\nheadline: A\npublished: 3/4/2025\n---\nText.",
      /^a\.md:3: `published`: "3\/4\/2025" is no date/,
    ],
    ["front matter that is no YAML", "a.txt", "---\nheadline: 'A\n---\nText.", /^a\.txt:\d: not YAML/],
    ["what is no UTF-8", "a.txt", Buffer.from([0x41, 0x0a, 0xff, 0x41]), /^a\.txt:2: the file is not UTF-8/],
    ["a picture", "a", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), /^a: is a picture/],
    ["bytes of no text", "a", Buffer.from([0x41, 0, 0, 0, 0x42]), /is no text/],
    [
      "a page without an article",
      "a.html",
      "<html><body><nav>Menu</nav></body></html>",
      /no article text was found: the page may need/,
    ],
    [
      "a page that has to be paid for",
      "a.html",
      paid,
      /characters of article text were found: the page says that its text has to be paid for/,
    ],
    ["a page nested too deep", "a.html", "<div>".repeat(300), /nested more than 250 deep/],
    ["a page of too many elements", "a.html", "<p>x".repeat(30_000), /more than 25000 elements/],
    [
      "Markdown nested too deep by indents",
      "a.md",
      Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
      /^a\.md:51: lists or quotations are nested/,
    ],
    ["Markdown nested too deep", "a.md", `${">".repeat(60)} x`, /^a\.md:1: lists or quotations are nested/],
    ["XML of another kind", "a.xml", "<?xml version='1.0'?><svg/>", /neither a feed/],
    [
      "a feed without entries",
      "a.xml",
      "<rss version='2.0'><channel><title>T</title></channel></rss>",
      /has no entries/,
    ],
    ["broken JSON", "a.json", '{\n"a": 1,\n}', /^a\.json:3: not JSON/],
    ["JSON of another kind", "a.json", '{"events": [{"text": "A concert"}]}', /none that is read/],
    [
      "a timeline without a slide that can be read",
      "a.json",
      '{"events": [{"start_date": {"year": 2025}}, {"text": {}}]}',
      /^a\.json, events\[0\]: has no headline/,
    ],
    ["ninjs 1", "a.json", '{"uri": "urn:x", "headline": "A", "body_text": "B"}', /this is ninjs 1/],
    [
      "a picture in ninjs",
      "a.json",
      '{"uri": "urn:x", "type": "picture", "headlines": []}',
      /is of type picture/,
    ],
    [
      "TimelineJS 2",
      "a.json",
      '{"timeline": {"headline": "A", "date": []}}',
      /TimelineJS 2 .* is not read; bring it into the form of TimelineJS3/,
    ],
  ])("%s", async (_what, name, content, message) => {
    const reading = (async () => readDocument(document(name, content)))();
    await expect(reading).rejects.toMatchObject({
      name: "DatelineError",
      message: expect.stringMatching(message),
    });
  });
});

test("a canonical address is believed about its own site only, and not when it is the front page", async () => {
  const page = (href: string) =>
    document(
      "x",
      `<html><head><link rel="canonical" href="${href}"></head><body><article><h1>T</h1><p>${"Words of the article, one after the other. ".repeat(20)}</p></article></body></html>`,
      { url: "https://m.example.com/news/1?utm_source=a" },
    );
  const urlOf = async (href: string) => (await readDocument(page(href), "html")).items[0]?.article.url;
  expect(await urlOf("https://example.com/news/one")).toBe("https://example.com/news/one");
  expect(await urlOf("/news/two")).toBe("https://m.example.com/news/two");
  expect(await urlOf("https://example.com/")).toBe("https://m.example.com/news/1");
  expect(await urlOf("https://other.example.org/news/one")).toBe("https://m.example.com/news/1");
});

test.each([
  ["UTF-16 with a mark, of a file", Buffer.from("\ufeffCafé\n\nText.", "utf16le"), undefined],
  ["what the server says", Buffer.from("Café\n\nText.", "latin1"), "text/plain; charset=ISO-8859-1"],
])("a text is read in %s", async (_what, bytes, contentType) => {
  const reading = await readDocument(document("a.txt", bytes, { contentType }));
  expect(reading.items[0]?.article).toMatchObject({ headline: "Café", body: "Text." });
});

test("what a feed's document type declares is not looked up", async () => {
  const feed = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>
    <rss version="2.0"><channel><title>T</title><item><title>Of &a; and &b;</title><description>Text</description></item></channel></rss>`;
  const { items } = await readDocument(document("a.xml", feed));
  expect(items[0]?.article.headline).toBe("Of &a; and &b;");
});

test("a rule under a heading or between paragraphs is no nesting, however long", async () => {
  const text = `Mayor opens bridge\n${"-".repeat(90)}\nIt holds.\n\n${"*".repeat(90)}\n\nShe said so.\n`;
  const { items } = await readDocument(document("a.md", text));
  expect(items[0]?.article.body).toMatch(/It holds\.\n\nShe said so\.$/);
});
