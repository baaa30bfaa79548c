import {
  type AtomFeed,
  DetectError,
  type JsonFeed,
  MalformedError,
  ParseError,
  parseFeed,
  type RdfFeed,
  type RssFeed,
} from "feedsmith";
import { domainOf, normalizeUrl } from "../normalize-url.ts";
import { refuse } from "../problems.ts";
import type { InputDocument, Reading } from "../reading.ts";
import { bylineNames } from "./byline.ts";
import { decodeMarkup } from "./html/decode.ts";
import { htmlText } from "./html/paragraphs.ts";
import { type GivenArticle, makeArticle } from "./make-article.ts";
import { readParts } from "./parts.ts";
import { beginningOf } from "./root-element.ts";

/** An entry as all kinds of feeds have it. */
interface Item {
  readonly title?: string | undefined;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  /** Whether that is its content; else what may be a summary. */
  readonly hasContent: boolean;
  readonly link?: string | undefined;
  /** What relative links are relative to. */
  readonly base?: string | undefined;
  readonly id?: string | undefined;
  readonly authors: readonly string[];
  readonly source?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly rights?: string | undefined;
}

/**
 * Reads RSS, RDF, Atom and JSON feeds: each entry is an article, whose text is the entry's content or, where it has none, its
 * summary.
 */
export function readFeed(document: InputDocument): Reading {
  const { read, problems } = readParts(itemsOf(document), (item, number) => {
    const at = `${document.name}, entry ${number}`;
    return { article: makeArticle(articleOf(item, document, at), at), events: [] };
  });
  if (read.length === 0 && problems.length === 0) refuse(document.name, "the feed has no entries");
  return { format: "feed", items: read, problems };
}

function articleOf(item: Item, document: InputDocument, at: string): GivenArticle {
  const url = item.link === undefined ? undefined : normalizeUrl(item.link, item.base ?? document.url);
  // Identifiers need to be unique within their feed only.
  const feedName = domainOf(item.base) ?? item.source ?? "";
  const plain = (text: string | undefined) =>
    text !== undefined && /[<&]/.test(text) ? htmlText(text, at) : text;
  return {
    headline: plain(item.title),
    body: item.html === undefined ? item.text : htmlText(item.html, at),
    ofFeed: item.hasContent ? "CONTENT" : "SUMMARY",
    url,
    identity: url === undefined && item.id !== undefined ? ["feed", feedName, item.id] : undefined,
    authors: item.authors.flatMap(bylineNames),
    sourceName: item.source,
    sourceDomain: domainOf(url) ?? domainOf(item.base),
    language: item.language,
    published: item.published,
    rights: plain(item.rights),
  };
}

function itemsOf(document: InputDocument): readonly Item[] {
  const parsed = parse(document);
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).map((item) => rssItem(item, parsed.feed));
    case "rdf":
      return (parsed.feed.items ?? []).map((item) => rdfItem(item, parsed.feed));
    case "atom":
      return (parsed.feed.entries ?? []).map((entry) => atomItem(entry, parsed.feed));
    case "json":
      return (parsed.feed.items ?? []).map((item) => jsonItem(item, parsed.feed));
  }
}

function parse(document: InputDocument) {
  const text = decodeMarkup(document);
  try {
    // What a document type declares is not looked up: it may be of any size.
    return parseFeed(text.slice(beginningOf(text).at));
  } catch (error) {
    if (error instanceof MalformedError) {
      const reason = error.cause instanceof Error ? error.cause.message : error.message;
      return refuse(document.name, `is no whole feed, perhaps cut off: ${reason.slice(0, 300)}`);
    }
    if (!(error instanceof DetectError || error instanceof ParseError)) throw error;
    return refuse(`${document.name}:1`, `not a feed in RSS, RDF, Atom or JSON Feed: ${error.message}`);
  }
}

function rssItem(item: RssFeed.Item<string>, feed: RssFeed.Feed<string>): Item {
  return {
    title: item.title ?? item.dc?.titles?.[0],
    html: item.content?.encoded ?? item.description,
    hasContent: item.content?.encoded !== undefined,
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    base: feed.link,
    id: item.guid?.value,
    authors: item.dc?.creators ?? (item.authors ?? []).flatMap((author) => author.name ?? []),
    source: item.source?.title ?? item.dc?.publishers?.[0] ?? feed.title,
    published: item.pubDate ?? item.dc?.dates?.[0],
    language: item.dc?.languages?.[0] ?? feed.language,
    rights: item.dc?.rights?.[0] ?? feed.copyright,
  };
}

function rdfItem(item: RdfFeed.Item<string>, feed: RdfFeed.Feed<string>): Item {
  return {
    title: item.title,
    html: item.content?.encoded ?? item.description,
    hasContent: item.content?.encoded !== undefined,
    link: item.link,
    base: feed.link,
    id: item.rdf?.about,
    authors: item.dc?.creators ?? [],
    source: item.dc?.publishers?.[0] ?? feed.dc?.publishers?.[0] ?? feed.title,
    published: item.dc?.dates?.[0],
    language: item.dc?.languages?.[0] ?? feed.dc?.languages?.[0],
    rights: item.dc?.rights?.[0] ?? feed.dc?.rights?.[0],
  };
}

function atomItem(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Item {
  const linkOf = (links: typeof entry.links, rel: string) =>
    links?.find((link) => (link.rel ?? "alternate") === rel)?.href;
  const content = entry.content?.value === undefined ? entry.summary : entry.content;
  const authors = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
  return {
    title: entry.title?.value,
    ...(isMarkup(content?.type) ? { html: content?.value } : { text: content?.value }),
    hasContent: entry.content?.value !== undefined,
    link: linkOf(entry.links, "alternate"),
    base: entry.xml?.base ?? feed.xml?.base ?? linkOf(feed.links, "self"),
    id: entry.id,
    authors: authors.flatMap((author) => author.name ?? []),
    source: entry.source?.title?.value ?? feed.title?.value,
    published: entry.published ?? entry.updated,
    language: entry.xml?.lang ?? feed.xml?.lang,
    rights: entry.rights?.value ?? feed.rights?.value,
  };
}

/** Atom (RFC 4287, 3.1.1 and 4.1.3): text unless it says otherwise. */
function isMarkup(type: string | undefined): boolean {
  return type !== undefined && /html/i.test(type);
}

function jsonItem(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): Item {
  return {
    title: item.title,
    ...(item.content_html === undefined
      ? { text: item.content_text ?? item.summary }
      : { html: item.content_html }),
    hasContent: item.content_html !== undefined || item.content_text !== undefined,
    link: item.url ?? item.external_url,
    base: feed.home_page_url ?? feed.feed_url,
    id: item.id,
    authors: (item.authors ?? feed.authors ?? []).flatMap((author) => author.name ?? []),
    source: feed.title,
    published: item.date_published,
    language: item.language ?? feed.language,
  };
}
