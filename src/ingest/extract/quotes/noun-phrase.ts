import type { Token } from "../annotated-text.ts";
import { isRoleNoun } from "../lexicon/role-nouns.ts";
import type { Chunk } from "./chunk.ts";
import { isPossessive, POSSESSIVES } from "./noun-chunk.ts";

/** Who or what a clause is about, as written. */
export interface NounPhrase {
  /** The noun with what stands before it. */
  readonly tokens: readonly Token[];
  /** What follows and belongs to it: “of the ministry”. */
  readonly tail: readonly Token[];
  /** Position of its first chunk. */
  readonly first: number;
  /** Position of its last chunk. */
  readonly last: number;
}

/** The noun phrase of the chunks from `first` to `last`. */
export function nounPhrase(chunks: readonly Chunk[], first: number, last = first): NounPhrase {
  const tail = chunks.slice(first + 1, last + 1).flatMap(({ tokens }) => tokens);
  return { tokens: chunks[first]?.tokens ?? [], tail, first, last };
}

/** The noun phrase that begins at a chunk, with the phrases (“of the ministry”) that follow it. */
export function nounPhraseAt(chunks: readonly Chunk[], first: number): NounPhrase {
  let last = first;
  while (
    ATTACHING.has(chunks[last + 1]?.head.lower ?? "") &&
    chunks[last + 2]?.kind === "NOUNS" &&
    chunks[last + 1]?.kind === "PREPOSITION"
  ) {
    last += 2;
  }
  return nounPhrase(chunks, first, last);
}

const ATTACHING: ReadonlySet<string> = new Set("of for at from with".split(" "));

/** The owner in a noun phrase: “Smith” in “Smith’s claim”, “his” in “his claim”. */
export function ownerIn(chunks: readonly Chunk[], index: number): NounPhrase | undefined {
  const tokens = chunks[index]?.tokens ?? [];
  const mark = tokens.findLastIndex((_, at) => isPossessive(tokens, at));
  if (mark > 0) return { tokens: tokens.slice(0, mark), tail: [], first: index, last: index };
  const first = tokens[0];
  if (first === undefined || tokens.length < 2 || !POSSESSIVES.has(first.lower)) return undefined;
  return { tokens: [first], tail: [], first: index, last: index };
}

/** Whether its noun is a name: a capitalised word that is no role. */
export function isName({ tokens }: NounPhrase): boolean {
  const last = tokens.at(-1);
  return last?.pos === "PROPN" && /^\p{Lu}/u.test(last.text) && !isRoleNoun(last.lower);
}
