import type { ResultOf } from "gql.tada";
import type { ArticlePage } from "./article-query.ts";
import { passageAnchor } from "./links.ts";

export type ArticleResult = NonNullable<ResultOf<typeof ArticlePage>["article"]>;

type Evidence = ArticleResult["evidence"][number];
type Subject = Evidence["subject"];

/** What rests on a passage or an article. */
export interface Fact {
  readonly subject: Subject;
  readonly disputed: boolean;
  /** The event of a part in one or of a relation, or the person of a role; null where the article's own facts do not tell. */
  readonly whose: { readonly slug: string; readonly name: string } | null;
  /** Whether this is where a quote stands: its first passage. */
  readonly first: boolean;
}

/** A passage, and all that rests on it. */
export interface MarkedPassage {
  readonly part: "BODY" | "HEADLINE";
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** The original, opened at the passage. */
  readonly link: string | null;
  /** The id of its place in the article. */
  readonly anchor: string;
  readonly facts: readonly Fact[];
}

/** Gathers the evidence of an article by passage, in text order, and apart from it what cites the article as a whole. */
export function groupPassages({ evidence, events, people }: ArticleResult): {
  readonly passages: readonly MarkedPassage[];
  readonly asAWhole: readonly Fact[];
} {
  const passages = new Map<string, MarkedPassage & { facts: Fact[] }>();
  const asAWhole: Fact[] = [];
  const quotes = new Set<string>();
  const owners = new Map([
    ...events.flatMap(({ slug, title: name, participants, related }) =>
      [...participants, ...related].map(({ id }) => [id, { slug, name }] as const),
    ),
    ...people.flatMap(({ slug, name, roles }) => roles.map(({ id }) => [id, { slug, name }] as const)),
  ]);
  for (const { subject, stance, exact, part, start, end, link } of evidence) {
    const first = subject.__typename === "Quote" && !quotes.has(subject.id);
    if (subject.__typename === "Quote") quotes.add(subject.id);
    const whose = ("id" in subject && owners.get(subject.id)) || null;
    const fact = { subject, disputed: stance === "DISPUTES", whose, first };
    if (exact === null || part === null || start === null || end === null) {
      asAWhole.push(fact);
      continue;
    }
    const anchor = passageAnchor({ part, start, end });
    const passage = passages.get(anchor) ?? { part, start, end, exact, link, anchor, facts: [] };
    passage.facts.push(fact);
    passages.set(anchor, passage);
  }
  return { passages: [...passages.values()], asAWhole };
}
