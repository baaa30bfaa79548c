import type { HeldBack } from "../../ingest/drafts/held-back.ts";
import { identify } from "../../ingest/reconcile/identify.ts";
import { type Match, matchOf, matchOfDoubt, suggestionsFor } from "../../ingest/reconcile/match.ts";
import { readScope } from "../../ingest/reconcile/scope.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { percent } from "../words.ts";

/** Suggestions for one draft that are shown, at most. */
const MOST = 3;

/** What a draft is, or may be, the same as, as it is shown. */
export interface ShownMatch {
  /** Slug on record, null for a quote and for what is only drafted. */
  readonly slug: string | null;
  /** Key of the other draft, where that is all there is. */
  readonly draft: string | null;
  readonly name: string;
  readonly score: number;
  readonly reason: string;
}

/** What drafts are the same as, and may be, by their keys. */
export type Sameness = ReadonlyMap<
  string,
  { readonly sameAs: ShownMatch | null; readonly suggestions: readonly ShownMatch[] }
>;

/** Says of drafts what they are the same as, and what they may be. */
export async function samenessOf(readers: Readers, drafts: readonly Draft[]): Promise<Sameness> {
  const scope = await readScope(readers, [...new Set(drafts.map(({ articleId }) => articleId))]);
  const identities = identify(scope);
  const found = drafts.map(({ key, factKey }) => ({
    key,
    match: matchOf(identities, key, factKey),
    suggestions: suggestionsFor(identities, key, MOST),
  }));
  const name = await namesOf(
    readers,
    found.flatMap(({ match, suggestions }) => [match ?? [], suggestions].flat()),
    scope.drafts,
  );
  return new Map(
    found.map(({ key, match, suggestions }) => [
      key,
      { sameAs: match && name(match), suggestions: suggestions.map(name) },
    ]),
  );
}

/** The lines that say it under a draft. */
export function samenessLines(sameness: Sameness, draftKey: string): string[] {
  const { sameAs = null, suggestions = [] } = sameness.get(draftKey) ?? {};
  return [
    ...(sameAs === null ? [] : [`same as ${inWords(sameAs)}`]),
    ...suggestions.map((one) => `may be ${inWords(one)}`),
  ];
}

/** Why drafts were left, a line for each. */
export async function heldLines(readers: Readers, held: readonly HeldBack[]): Promise<string[]> {
  const keys = held.flatMap(({ doubt }) => doubt.other.drafts[0] ?? []);
  const others = new Map((await readers.drafts.byKey(keys)).map((draft) => [draft.key, draft]));
  // It may be on record by now.
  const factOf = (draft: string) => others.get(draft)?.factKey ?? null;
  const matches = held.map(({ doubt }) => matchOfDoubt(doubt, factOf));
  const name = await namesOf(readers, matches, others);
  return held.flatMap(({ draft, what }, index) => {
    const match = matches[index];
    if (match === undefined) return [];
    const about = what === draft.title ? "" : `, of which ${what}`;
    return `${draft.key.slice(0, 8)}  ${draft.kind.padEnd(6)}  ${draft.title}${about} may be ${inWords(name(match))}`;
  });
}

function inWords({ slug, draft, name, score, reason }: ShownMatch): string {
  const which = slug ?? (draft === null ? "a quote on record" : `the draft ${draft.slice(0, 8)}`);
  return `${which} (${name}), ${percent(score)}: ${reason}`;
}

/** Looks up what matches are called. */
async function namesOf(
  readers: Readers,
  matches: readonly Match[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<(match: Match) => ShownMatch> {
  const keys = (kind: Draft["kind"]) =>
    matches.flatMap(({ of }) => ("fact" in of && of.kind === kind ? of.fact : []));
  const quotes = await readers.quotes.byKey([...new Set(keys("QUOTE"))]);
  const facts = new Map<string, { readonly slug: string | null; readonly name: string }>([
    ...(await readers.agents.byKey("PERSON", keys("PERSON"))).map(
      ({ key, slug, name }) => [`PERSON ${key}`, { slug, name }] as const,
    ),
    ...(await readers.events.byKey(keys("EVENT"))).map(
      ({ key, slug, title }) => [`EVENT ${key}`, { slug, name: title }] as const,
    ),
    ...(await readers.quotes.withArticles(quotes.map(({ id }) => id))).map(
      ({ quote, articleKey }) => [`QUOTE ${quote.key}`, { slug: null, name: `of ${articleKey}` }] as const,
    ),
  ]);
  return ({ of, score, reason }) => {
    if ("fact" in of) {
      const { slug, name } = facts.get(`${of.kind} ${of.fact}`) ?? { slug: null, name: of.fact };
      return { slug, draft: null, name, score, reason };
    }
    const other = drafts.get(of.draft);
    const name = other === undefined ? of.draft : `${other.title}, in ${other.article.slug}`;
    return { slug: null, draft: of.draft, name, score, reason };
  };
}
