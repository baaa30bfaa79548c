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

/** A passage of an earlier text that the text shown does not have, or not in one certain place. */
export interface LostPassage {
  readonly fate: "ORPHANED" | "AMBIGUOUS";
  readonly exact: string;
  /** Number of the text that it was taken from. */
  readonly revision: number;
  readonly facts: readonly Fact[];
}

/**
 * Gathers the evidence of an article by passage, in the order of the text shown, and apart from it the passages that this does
 * not have, and what cites the article as a whole.
 */
export function groupPassages({ evidence, events, people }: ArticleResult): {
  readonly passages: readonly MarkedPassage[];
  readonly lost: readonly LostPassage[];
  readonly asAWhole: readonly Fact[];
} {
  const passages = new Map<string, MarkedPassage & { facts: Fact[] }>();
  const lost = new Map<string, LostPassage & { facts: Fact[] }>();
  const asAWhole: Fact[] = [];
  const quotes = new Set<string>();
  const owners = new Map([
    ...events.flatMap(({ slug, title: name, participants, related }) =>
      [...participants, ...related].map(({ id }) => [id, { slug, name }] as const),
    ),
    ...people.flatMap(({ slug, name, roles }) => roles.map(({ id }) => [id, { slug, name }] as const)),
  ]);
  for (const { subject, stance, exact, part, link, revision, ...one } of evidence) {
    const { anchor: fate, start: was, end: until } = one;
    const first = subject.__typename === "Quote" && !quotes.has(subject.id);
    if (subject.__typename === "Quote") quotes.add(subject.id);
    const whose = ("id" in subject && owners.get(subject.id)) || null;
    const fact = { subject, disputed: stance === "DISPUTES", whose, first };
    if (exact === null || part === null || was === null || until === null) {
      asAWhole.push(fact);
      continue;
    }
    if (fate === "ORPHANED" || fate === "AMBIGUOUS") {
      const name = `${revision} ${part} ${was} ${until}`;
      const passage = lost.get(name) ?? { fate, exact, revision, facts: [] };
      passage.facts.push(fact);
      lost.set(name, passage);
      continue;
    }
    const [start, end] = [one.currentStart ?? was, one.currentEnd ?? until];
    const anchor = passageAnchor({ part, start, end });
    const passage = passages.get(anchor) ?? { part, start, end, exact, link, anchor, facts: [] };
    passage.facts.push(fact);
    passages.set(anchor, passage);
  }
  return { passages: [...passages.values()], lost: [...lost.values()], asAWhole };
}
