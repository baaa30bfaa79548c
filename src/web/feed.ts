import { createHash } from "node:crypto";
import { html } from "hono/html";
import { addDays, type Day } from "../domain/day.ts";
import { decodeNodeId, encodeNodeId } from "../domain/node-id.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Dated } from "./fragments.ts";
import { anchorOf, linkTo } from "./links.ts";
import { isToldByEvent } from "./own-changes.ts";

const FeedEntry = document(
  `
  fragment FeedEntry on TimelineEntry {
    __typename id title
    when { ...Dated }
    ... on Event { slug firstReported outcome statusHistory { reported } }
    ... on StatusChange { reported reason event { slug } }
    ... on Quote { text article { slug when { latest } retrievedAt } }
  }
`,
  [Dated],
);

/** Undated entries come last in any order, and what was put off is news: each has a page of its own. */
const TopicFeed = document(
  `
  query TopicFeed($slug: String!) {
    topic(slug: $slug) {
      id name: title
      dated: timeline(filter: { dated: true }, first: 100, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } }
      undated: timeline(filter: { dated: false }, first: 50, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } }
    }
  }
`,
  [FeedEntry],
);

/** The days on which something was reported last, and what that was: it may be of any date. */
const TopicReportDays = document(`
  query TopicReportDays($slug: String!) {
    topic(slug: $slug) { reportDays(first: 50) { edges { node { day entries } } } }
  }
`);

const TopicNews = document(
  `
  query TopicNews($slug: String!, $since: Date!) {
    topic(slug: $slug) {
      whatChanged(since: $since) {
        newEvents { ...FeedEntry }
        statusChanges { ...FeedEntry to from }
        newQuotes { ...FeedEntry }
      }
    }
  }
`,
  [FeedEntry],
);

const PersonFeed = document(
  `
  query PersonFeed($slug: String!) {
    person(slug: $slug) {
      id name
      dated: timeline(filter: { dated: true }, first: 100, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } }
      undated: timeline(filter: { dated: false }, first: 50, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } }
    }
  }
`,
  [FeedEntry],
);

/** Entries of a feed at most. */
const LATEST = 50;

/** An Atom feed (RFC 4287) of what was reported last of a topic or a person; null where there is none. */
export async function feed(ask: Ask, kind: "topics" | "people", slug: string, origin: string) {
  const whose =
    kind === "topics" ? (await ask(TopicFeed, { slug })).topic : (await ask(PersonFeed, { slug })).person;
  if (whose === null) return null;
  const path = kind === "topics" ? linkTo.topic(slug, null) : linkTo.person(slug, null);
  const page = `${origin}${path}`;
  const nodes = [
    ...[...whose.dated.edges, ...whose.undated.edges].map((edge) => edge.node),
    ...(kind === "topics" ? await newsOf(ask, slug) : []),
  ];
  const entries = [...new Map(nodes.map((node) => [node.id, node])).values()]
    .map((node) => ({
      id: idOf(node.id),
      link: `${origin}${placeOf(node) ?? `${path}#${anchorOf(node.id)}`}`,
      title: node.title,
      updated: `${reportedOn(node)}T00:00:00Z`,
      text: [node.when?.display ?? "no date set", textOf(node)].filter(Boolean).join(": "),
    }))
    .sort((a, b) => b.updated.localeCompare(a.updated))
    .slice(0, LATEST);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${idOf(whose.id)}</id>
  <title>${written(whose.name)}</title>
  <link rel="alternate" type="text/html" href="${page}"/>
  <link rel="self" type="application/atom+xml" href="${page}/feed.atom"/>
  <updated>${entries[0]?.updated ?? NEVER}</updated>
  <author><name>Dateline</name></author>
  ${entries.map(
    (entry) => html`<entry>
    <id>${entry.id}</id>
    <title>${written(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${entry.link}"/>
    <updated>${entry.updated}</updated>
    <summary>${written(entry.text)}</summary>
  </entry>
  `,
  )}</feed>
`;
}

/** What of a topic was reported on its last days: as much as a feed takes, unless those days had far more. */
async function newsOf(ask: Ask, slug: string) {
  const { topic } = await ask(TopicReportDays, { slug });
  let entries = 0;
  let first: Day | null = null;
  for (const { node } of topic?.reportDays.edges ?? []) {
    entries += node.entries;
    if (entries > MOST_NEWS) break;
    first = node.day;
    if (entries >= LATEST) break;
  }
  if (first === null) return [];
  const since = addDays(first, -1);
  const news = since === null ? null : (await ask(TopicNews, { slug, since })).topic?.whatChanged;
  if (!news) return [];
  // They come as known today, on the day that is in their ids: here they are what they are.
  const atPresent = <Node extends { readonly id: string }>(node: Node): Node => {
    return { ...node, id: encodeNodeId({ ...decodeNodeId(node.id), asOf: null }) };
  };
  return [
    ...news.newEvents.map(atPresent),
    ...news.statusChanges.filter((change) => !isToldByEvent(change)).map(atPresent),
    ...news.newQuotes.map(atPresent),
  ];
}

/** Entries that are read for a feed because they were reported last, at most. */
const MOST_NEWS = 500;

/** A feed must say when it was updated, also an empty one. */
const NEVER = "1970-01-01T00:00:00Z";

/** A global id as the address that an Atom id is (section 4.2.6): the same wherever it is served. RFC 9562, version 5. */
function idOf(id: string): string {
  const hash = createHash("sha1").update(`dateline:${id}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4];
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Text without the characters that XML 1.0 has no way to write. */
function written(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}

interface FeedNode {
  readonly id: string;
  readonly when: { readonly earliest: string | null } | null;
  readonly slug?: string;
  readonly firstReported?: string | null;
  readonly statusHistory?: readonly { readonly reported: string }[];
  readonly event?: { readonly slug: string };
  readonly reported?: string;
  readonly reason?: string | null;
  readonly outcome?: string | null;
  readonly text?: string;
  readonly article?: {
    readonly slug: string;
    readonly when: { readonly latest: string | null } | null;
    readonly retrievedAt: string;
  };
}

/** The day on which the latest of it became known. */
function reportedOn({ firstReported, statusHistory = [], reported, article, when }: FeedNode): string {
  const days = [reported, firstReported, ...statusHistory.map((change) => change.reported)];
  const latest = days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  return (
    latest ??
    article?.when?.latest ??
    article?.retrievedAt.slice(0, 10) ??
    when?.earliest ??
    NEVER.slice(0, 10)
  );
}

/** Where an entry stands whatever page of a timeline it is on. */
function placeOf({ id, slug, event, article }: FeedNode): string | null {
  if (event) return `${linkTo.event(event.slug, null)}#${anchorOf(id)}`;
  if (article) return `${linkTo.article(article.slug, null)}#${anchorOf(id)}`;
  return slug === undefined ? null : linkTo.event(slug, null);
}

function textOf({ text, outcome, reason }: FeedNode): string {
  return text ?? outcome ?? reason ?? "";
}
