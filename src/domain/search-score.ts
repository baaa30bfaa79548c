import { compareCodePoints } from "./code-point-order.ts";
import { type SearchQuery, type SearchTerm, wholePhrase } from "./search-query.ts";

/** What a score is made from. */
export interface Scorable {
  /** Folded names, the first before its aliases (see IndexedTexts). */
  readonly names: string;
  /** Whether the names are its own; those of a quote are its speaker's, and count as other names do. */
  readonly ownNames: boolean;
  /** How many words its texts have. */
  readonly length: number;
  /** Whether its texts have all words of the search in a row. */
  readonly phraseInTexts: boolean;
}

/** Where a result stands among the results of a search, best first. */
export interface SearchPosition {
  readonly score: number;
  /** Index in SEARCH_TYPES. */
  readonly type: number;
  readonly key: string;
}

/** No score reaches this. */
export const BEST_SCORE = 10_000;

/** Points for the place of a term: in the name, in an alias, in the texts; a word that is only begun gets fewer. */
const PLACE = { name: 600, begunInName: 500, alias: 400, begunInAlias: 350, texts: 100 };
/** Points for the search being the whole of a name. */
const WHOLE = { name: 2_000, alias: 1_500 };
/** Points for a name that begins or ends with the search, as people are searched for by either of their names. */
const EDGE = 100;
/** Points for all words in a row. */
const PHRASE = { name: 300, alias: 250, texts: 200 };
/** Points, at most, for how much of a name the search makes up, and for texts being short. */
const BREVITY = { name: 300, texts: 40 };

/**
 * A function that says how well something fits a search, as a whole number from 0 up to {@link BEST_SCORE}: where its
 * terms stand (the mean over all of them; what is in no name is in the texts), whether the search is a whole name or
 * one end of the name, whether its words stand in a row, and how little else there is. It depends on nothing but
 * the search and the texts, so that every engine gives the same order.
 */
export function scorer(query: SearchQuery): (texts: Scorable) => number {
  const terms = query.terms.map(needles);
  const phrase = wholePhrase(query);
  const whole = needles(phrase ?? query.terms[0]);

  function brevity(field: string): number {
    let words = 1;
    for (let at = field.indexOf(" ", 1); at >= 0 && at < field.length - 1; at = field.indexOf(" ", at + 1))
      words++;
    return Math.floor((BREVITY.name * Math.min(whole.length, words - 1)) / Math.max(1, words - 1));
  }

  return ({ names, ownNames, length, phraseInTexts }) => {
    const fields = names.split("\n").map((field) => ` ${field} `);
    const [name = "", ...aliases] = ownNames ? fields : ["", ...fields];
    let points = 0;
    let bestField: string | null = null;
    for (const term of terms) {
      const field = name.includes(term.begun) ? name : aliases.find((alias) => alias.includes(term.begun));
      points += placePoints(term, name, aliases);
      bestField ??= field ?? null;
    }
    let score = Math.floor(points / terms.length);
    score += bestField === null ? shortness(length) : brevity(bestField);
    if (name === whole.all) score += WHOLE.name;
    else if (ownNames && aliases.includes(whole.all)) score += WHOLE.alias;
    else if (isAtEdge(name, whole)) score += EDGE;
    if (phrase !== null) {
      if (name.includes(whole.begun)) score += PHRASE.name;
      else if (aliases.some((alias) => alias.includes(whole.begun))) score += PHRASE.alias;
      else if (phraseInTexts) score += PHRASE.texts;
    }
    return score;
  };
}

/** Compares two results, best first: by score, then by type, then by key. */
export function compareResults(a: SearchPosition, b: SearchPosition): number {
  return b.score - a.score || a.type - b.type || compareCodePoints(a.key, b.key);
}

interface Needles {
  /** The words as whole ones, with the spaces around them. */
  readonly all: string;
  /** The words, the last of which may go on where the term allows it. */
  readonly begun: string;
  readonly length: number;
}

function needles({ tokens, prefix }: SearchTerm): Needles {
  const words = ` ${tokens.join(" ")}`;
  return { all: `${words} `, begun: prefix ? words : `${words} `, length: tokens.length };
}

function placePoints(term: Needles, name: string, aliases: readonly string[]): number {
  if (name.includes(term.all)) return PLACE.name;
  if (name.includes(term.begun)) return PLACE.begunInName;
  if (aliases.some((alias) => alias.includes(term.all))) return PLACE.alias;
  return aliases.some((alias) => alias.includes(term.begun)) ? PLACE.begunInAlias : PLACE.texts;
}

/** Whether a name begins with words, or its last words are these. */
function isAtEdge(name: string, { begun }: Needles): boolean {
  if (name.startsWith(begun)) return true;
  const at = name.lastIndexOf(begun);
  return at >= 0 && name.indexOf(" ", at + begun.trimEnd().length) === name.length - 1;
}

/** Fewer points with each doubling of the length. */
function shortness(length: number): number {
  return Math.max(0, BREVITY.texts - 3 * (32 - Math.clz32(length)));
}
