import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asciiSlug } from "../../../src/ingest/ascii-slug.ts";
import { contentKey } from "../../../src/ingest/content-key.ts";
import { bylineNames } from "../../../src/ingest/formats/byline.ts";
import { domainOf, normalizeUrl } from "../../../src/ingest/normalize-url.ts";
import { runs } from "../../support/runs.ts";

describe("addresses", () => {
  test.each([
    ["https://Example.com/a?utm_source=x&id=1&fbclid=2#top", "https://example.com/a?id=1"],
    ["https://example.com/a?utm_source=x", "https://example.com/a"],
    ["https://example.com/?b=2&a=1&b=2", "https://example.com/?b=2&a=1&b=2"],
    ["https://example.com/a?q=a%20b&empty=&flag", "https://example.com/a?q=a%20b&empty=&flag"],
    ["https://example.com/a?#b", "https://example.com/a"],
    ["https://example.com/a?&", "https://example.com/a"],
    ["https://example.com/a??&b", "https://example.com/a??&b"],
    ["HTTP://example.com:80", "http://example.com/"],
    ["ftp://example.com/a", undefined],
    ["javascript:alert(1)", undefined],
    ["https://user:secret@example.com/", undefined],
    ["no address", undefined],
    [`https://example.com/${"a".repeat(2000)}`, undefined],
  ])("%s is kept as %s", (written, kept) => {
    expect(normalizeUrl(written)).toBe(kept);
  });

  test("what is kept stays as it is, and tracking makes no difference", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const kept = normalizeUrl(url) ?? "";
        expect(normalizeUrl(kept)).toBe(kept);
        expect(normalizeUrl(`${kept}${kept.includes("?") ? "&" : "?"}utm_medium=x&gclid=1#y`)).toBe(kept);
      }),
      { numRuns: runs(200) },
    );
  });

  test.each([
    ["https://www.example.co.uk/a", "example.co.uk"],
    ["http://127.0.0.1/a", undefined],
    ["http://localhost/a", undefined],
    ["http://[::1]/a", undefined],
  ])("the domain of %s is %s", (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });
});

describe("slugs", () => {
  test.each([
    ["Mayor's new bridge: it holds!", "mayors-new-bridge-it-holds"],
    ["Łódź, Straße & Ærø", "lodz-strasse-aero"],
    ["Встреча в Будапеште 2025", undefined],
    ["2025", "2025"],
    ["!?", undefined],
  ])("of %s is %s", (text, slug) => {
    expect(asciiSlug(text)).toBe(slug);
  });

  test("are words of ASCII with single hyphens, not too long, and their own slugs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const slug = asciiSlug(text);
        if (slug === undefined) return;
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(asciiSlug(slug)).toBe(slug);
      }),
      { numRuns: runs(300) },
    );
  });
});

test("keys tell apart what is written apart", () => {
  expect(contentKey("article", "ab", "c")).not.toBe(contentKey("article", "a", "bc"));
  expect(contentKey("article", "a")).toMatch(/^article-[0-9a-f]{24}$/);
});

test.each([
  ["By Ada Li and Bo Ek, Daily Bridge Staff", ["Ada Li", "Bo Ek"]],
  ["Von Christian Hollmann, dpa", ["Christian Hollmann"]],
  ["Jean-Luc O’Brien; María de la Cruz (Madrid)", ["Jean-Luc O’Brien", "María de la Cruz"]],
  ["Reuters", []],
  ["The Associated Press", []],
  ["newsroom@example.com", []],
  ["https://example.com/authors/ada-li", []],
  ["王 小明", ["王 小明"]],
])("the byline %j names %j", (byline, names) => {
  expect(bylineNames(byline)).toEqual(names);
});
