import { domainOf, normalizeUrl } from "../../normalize-url.ts";
import type { InputDocument } from "../../reading.ts";
import { bylineNames } from "../byline.ts";
import type { GivenArticle } from "../make-article.ts";
import { writtenDate } from "../written-date.ts";
import type { LinkedData } from "./json-ld.ts";

/** Names of `<meta>` that give the day of publication, the most telling first. */
const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "citation_publication_date",
  "citation_date",
  "dcterms.created",
  "dcterms.date",
  "dc.date.issued",
  "dc.date",
  "pubdate",
  "publish-date",
  "publication_date",
  "date",
];
const AUTHOR = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "citation_author",
  "dc.creator",
  "byl",
];

/**
 * What a page says of its article outside of the text: by JSON-LD, else in `<meta>` and other elements meant for that.
 *
 * @param html the page as text, for what browsers note when they save one
 */
export function pageMetadata(
  page: Document,
  html: string,
  linked: LinkedData | undefined,
  document: InputDocument,
): GivenArticle {
  const meta = metaOf(page);
  const first = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])[0];
  const url = addressOf(page, html, linked, meta, document);
  const dates = [
    linked?.published,
    ...PUBLISHED.flatMap((name) => meta.get(name) ?? []),
    attribute(page, '[itemprop="datePublished"]', "datetime", "content"),
    attribute(page, "time[pubdate]", "datetime"),
    attribute(page, "article time[datetime], main time[datetime], header time[datetime]", "datetime"),
    page.querySelector("article time, main time, header time")?.textContent ?? undefined,
  ].filter((date) => date !== undefined);
  return {
    headline: linked?.headline ?? first(["og:title", "twitter:title", "citation_title", "dc.title"]),
    url,
    authors: authorsOf(page, linked, meta),
    sourceName:
      linked?.publisher ??
      first(["og:site_name", "citation_journal_title", "dc.publisher", "application-name"]),
    sourceDomain: domainOf(url),
    language:
      linked?.language ??
      attribute(page, "html", "lang", "xml:lang") ??
      first(["og:locale", "content-language", "dc.language"]) ??
      document.language,
    published: dates.find((date) => writtenDate(date) !== undefined) ?? dates[0],
    rights: linked?.rights ?? first(["copyright", "dc.rights", "dcterms.rights"]),
  };
}

type Meta = ReadonlyMap<string, readonly string[]>;

function metaOf(page: Document): Meta {
  const found = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta")) {
    const content = element.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["name", "property", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (!name) continue;
      const known = found.get(name);
      if (known === undefined) found.set(name, [content]);
      else known.push(content);
    }
  }
  return found;
}

function attribute(page: Document, selector: string, ...names: readonly string[]): string | undefined {
  const element = page.querySelector(selector);
  return names.map((name) => element?.getAttribute(name)?.trim()).find((value) => value) ?? undefined;
}

function authorsOf(page: Document, linked: LinkedData | undefined, meta: Meta): string[] {
  const byline = page.querySelector(
    '[rel="author"], [itemprop="author"] [itemprop="name"], .byline, .author',
  )?.textContent;
  const candidates = [
    linked?.authors ?? [],
    ...AUTHOR.map((name) => meta.get(name) ?? []),
    byline ? [byline] : [],
  ];
  for (const candidate of candidates) {
    const names = candidate.flatMap(bylineNames);
    if (names.length > 0) return names;
  }
  return [];
}

/**
 * The address of the article: what the page calls its canonical one, if that can be. Some pages give their site's front page for
 * it, and a page that was fetched is believed about its own site only.
 */
function addressOf(
  page: Document,
  html: string,
  linked: LinkedData | undefined,
  meta: Meta,
  document: InputDocument,
): string | undefined {
  const saved = /<!--\s*(?:saved from url=\(\d+\)|url:\s*)(https?:\/\/\S+)/i.exec(html.slice(0, 5000))?.[1];
  const own = document.url ?? saved;
  const candidates = [
    attribute(page, 'link[rel~="canonical"]', "href"),
    meta.get("og:url")?.[0],
    linked?.url,
  ].flatMap((href) => (href === undefined ? [] : (normalizeUrl(href, own) ?? [])));
  const found = candidates.find(
    (url) => new URL(url).pathname !== "/" && (own === undefined || isSameSite(url, own)),
  );
  return found ?? (own === undefined ? undefined : normalizeUrl(own));
}

function isSameSite(a: string, b: string): boolean {
  const [one, other] = [domainOf(a), domainOf(b)];
  if (one === undefined || other === undefined) return new URL(a).host === new URL(b).host;
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
