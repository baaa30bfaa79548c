import type { Token } from "../annotated-text.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { phraseEnd } from "./phrases.ts";

/** The present of a verb as headlines have it: “meets” of one, “meet” of several. */
export function present(lemma: string, plural: boolean): string {
  if (plural) return lemma;
  const known = IRREGULAR[lemma];
  if (known !== undefined) return known;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

const IRREGULAR: Readonly<Record<string, string>> = { be: "is", have: "has" };

/** Whether a noun phrase means several: a plural, or two joined by “and”. */
export function isPlural(
  tokens: readonly Token[],
  { first, head }: { readonly first: number; readonly head: number },
): boolean {
  if (tokens.slice(first, head).some(({ lower }) => lower === "and")) return true;
  // “voters in Moldova”: the first noun counts.
  const at = phraseEnd(tokens, first) ?? head;
  const noun = tokens[at];
  if (noun === undefined) return false;
  const { lower, pos } = noun;
  if (
    /^(?:they|police|people|children|militia|media|crew|thousands|hundreds|dozens)$|(?:men|women)$/.test(
      lower,
    )
  )
    return true;
  if (!/[^sui]s$/.test(lower)) return false;
  // At the head of a sentence the tagger takes plurals for names: “Lawmakers”.
  return pos === "NOUN" ? noun.lemma !== lower : at === 0 && isEnglishWord(lower);
}

/** The form in -ing. */
export function gerund(lemma: string): string {
  if (/[^aeiou]e$/.test(lemma) && !/(?:ee|ye|oe)$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return `${lemma}ing`;
}
