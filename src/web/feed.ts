import { html } from "hono/html";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Dated } from "./fragments.ts";
import { anchorOf } from "./links.ts";

const FeedEntry = document(
  `
  fragment FeedEntry on TimelineEntry {
    __typename id title
    when { ...Dated }
    ... on Event { firstReported outcome }
    ... on StatusChange { reported }
    ... on Quote { text article { when { earliest } } }
  }
`,
  [Dated],
);

const TopicFeed = document(
  `
  query TopicFeed($slug: String!) {
    topic(slug: $slug) { id name: title timeline(first: 50, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } } }
  }
`,
  [FeedEntry],
);

const PersonFeed = document(
  `
  query PersonFeed($slug: String!) {
    person(slug: $slug) { id name timeline(first: 50, orderBy: NEWEST_FIRST) { edges { node { ...FeedEntry } } } }
  }
`,
  [FeedEntry],
);

/** An Atom feed (RFC 4287) of the latest entries of a topic or a person; null where there is none. */
export async function feed(ask: Ask, kind: "topics" | "people", slug: string, origin: string) {
  const whose =
    kind === "topics" ? (await ask(TopicFeed, { slug })).topic : (await ask(PersonFeed, { slug })).person;
  if (whose === null) return null;
  const page = `${origin}/${kind}/${encodeURIComponent(slug)}`;
  const entries = whose.timeline.edges.map(({ node }) => ({
    id: `urn:dateline:${node.id}`,
    link: `${page}#${anchorOf(node.id)}`,
    title: node.title,
    date: node.when?.display ?? "no date set",
    updated: `${reportedOn(node) ?? "1970-01-01"}T00:00:00Z`,
    text: ("text" in node ? node.text : "outcome" in node ? node.outcome : null) ?? "",
  }));
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00Z";
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:dateline:${whose.id}</id>
  <title>${whose.name}</title>
  <link href="${page}"/>
  <link rel="self" href="${page}/feed.atom"/>
  <updated>${updated}</updated>
  <author><name>Dateline</name></author>
  ${entries.map(
    (entry) => html`<entry>
    <id>${entry.id}</id>
    <title>${entry.title}</title>
    <link href="${entry.link}"/>
    <updated>${entry.updated}</updated>
    <summary>${`${entry.date}${entry.text && `: ${entry.text}`}`}</summary>
  </entry>
  `,
  )}</feed>
`;
}

interface Reported {
  readonly when: { readonly earliest: string | null } | null;
  readonly firstReported?: string | null;
  readonly reported?: string;
  readonly article?: { readonly when: { readonly earliest: string | null } | null };
}

/** The day on which it became known, as far as that is on record. */
function reportedOn({ firstReported, reported, article, when }: Reported): string | null {
  return reported ?? firstReported ?? article?.when?.earliest ?? when?.earliest ?? null;
}
