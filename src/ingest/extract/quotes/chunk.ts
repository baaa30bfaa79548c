import type { Token } from "../annotated-text.ts";
import { wordSet } from "../lexicon/word-set.ts";

/**
 * NOUNS: a noun phrase without what follows it. VERBS: a verb with its auxiliaries. RELATIVE: who, which. SUBORDINATE: that,
 * while. STOP: a colon, semicolon or full stop; INSERT: a dash or bracket.
 */
export type ChunkKind =
  | "NOUNS"
  | "VERBS"
  | "PREPOSITION"
  | "RELATIVE"
  | "SUBORDINATE"
  | "AND"
  | "COMMA"
  | "STOP"
  | "INSERT"
  | "QUOTE"
  | "TIME"
  | "OTHER";

/** Words of a sentence that belong together. */
export interface Chunk {
  readonly kind: ChunkKind;
  /** Its words. */
  readonly tokens: readonly Token[];
  /** The word that counts: of nouns the last, of verbs the full verb. */
  readonly head: Token;
  readonly form: VerbForm | null;
}

/** FINITE: has a tense. BARE: a past form without auxiliary, which may be a participle. ING, TO: no tense. PASSIVE: “was …ed”. */
export type VerbForm = "FINITE" | "BARE" | "ING" | "TO" | "PASSIVE";

/** A chunk of words; undefined without any. */
export function chunkOf(
  kind: ChunkKind,
  tokens: readonly Token[],
  head = tokens.at(-1),
  form: VerbForm | null = null,
): Chunk | undefined {
  return head === undefined ? undefined : { kind, tokens, head, form };
}

/** Whether a chunk begins a relative clause: not “WHO”, the organization. */
export function isRelative({ lower, text }: Token): boolean {
  return RELATIVES.has(lower) && !/^\p{Lu}{2}/u.test(text);
}

const RELATIVES = wordSet("who whom which whose");

/** Words that begin a subordinate clause, whatever their tag. */
export const SUBORDINATORS = wordSet(
  "whether if because although though while whilst whereas when where why how until unless since amid",
);
