import type { Token } from "../annotated-text.ts";
import { TIME_MODIFIERS, TIME_UNITS, TIME_WORDS } from "../lexicon/time-words.ts";

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

/** Parts the tokens of a frame into chunks, from left to right. */
export function chunksOf(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < tokens.length) {
    const chunk = timeAt(tokens, at) ?? verbsAt(tokens, at) ?? nounsAt(tokens, at) ?? singleAt(tokens, at);
    if (chunk === undefined) break;
    chunks.push(chunk);
    at += chunk.tokens.length;
  }
  return chunks;
}

function make(kind: ChunkKind, tokens: readonly Token[], head = tokens.at(-1), form: VerbForm | null = null) {
  return head === undefined ? undefined : { kind, tokens, head, form };
}

function timeAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined || first.pos === "QUOTE") return undefined;
  const capital = second !== undefined && second.pos === "PROPN" && !TIME_WORDS.has(second.lower);
  if (TIME_WORDS.has(first.lower) && !capital) {
    const number = second?.pos === "NUM" && /^\p{Lu}/u.test(first.text) ? 2 : 1;
    return make("TIME", tokens.slice(at, at + number));
  }
  const afterUnit = tokens[at + 2];
  if (
    second !== undefined &&
    TIME_MODIFIERS.has(first.lower) &&
    (TIME_UNITS.has(second.lower) || (first.lower !== "the" && TIME_WORDS.has(second.lower))) &&
    !["NOUN", "PROPN", "PART", "ADP"].includes(afterUnit?.pos ?? "") &&
    (first.lower !== "the" || afterUnit?.lower === "before")
  ) {
    return make("TIME", tokens.slice(at, at + 2));
  }
  return undefined;
}

function verbsAt(tokens: readonly Token[], at: number): Chunk | undefined {
  let end = at;
  let head: Token | undefined;
  let auxiliary: Token | undefined;
  let to = false;
  let passive = false;
  for (let token = tokens[end]; token !== undefined; token = tokens[++end]) {
    if (token.pos === "AUX" && head?.pos !== "VERB") {
      auxiliary ??= token;
      if (token.lemma === "be" || token.lower === "been" || token.lower === "being") passive = true;
      head = token;
    } else if (
      token.pos === "VERB" &&
      head?.pos !== "VERB" &&
      !isNounPart(tokens, end) &&
      !INDEFINITE.has(token.lower)
    ) {
      head = token;
    } else if (token.lower === "to" && head === undefined && tokens[end + 1]?.pos === "VERB") {
      to = true;
    } else if (
      head?.pos === "AUX" &&
      (token.pos === "ADV" || token.lower === "not" || token.lower === "n't" || token.lower === "n’t")
    ) {
    } else break;
  }
  while (end > at && tokens[end - 1]?.pos === "ADV") end--;
  if (head === undefined || end === at) return undefined;
  const ing = head.lower.endsWith("ing") && head.lower.length > 4;
  const form: VerbForm = to
    ? "TO"
    : auxiliary === undefined
      ? ing
        ? "ING"
        : /(?:ed|en|wn|ught|id|ld|de|t)$/.test(head.lower)
          ? "BARE"
          : "FINITE"
      : passive && head.pos === "VERB" && !ing
        ? "PASSIVE"
        : "FINITE";
  return make("VERBS", tokens.slice(at, end), head, form);
}

const IN_NOUNS: ReadonlySet<string> = new Set(["ADJ", "NUM", "NOUN", "PROPN"]);

function nounsAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const first = tokens[at];
  if (first === undefined || isRelative(first) || SUBORDINATORS.has(first.lower)) return undefined;
  const pronoun = first.pos === "PRON" && !POSSESSIVES.has(first.lower);
  if (pronoun || INDEFINITE.has(first.lower)) return make("NOUNS", [first]);
  let end = at;
  let noun = false;
  for (let token = tokens[end]; token !== undefined; token = tokens[++end]) {
    if (end > at && timeAt(tokens, end) !== undefined) break;
    if (token.pos === "DET" || (token.pos === "PRON" && POSSESSIVES.has(token.lower))) {
      if (end > at && !PREDETERMINERS.has(tokens[end - 1]?.lower ?? "")) break;
    } else if (IN_NOUNS.has(token.pos) || isNounPart(tokens, end)) {
      noun = true;
    } else if (isPossessive(tokens, end) && noun) {
      // The nouns that it belongs to follow.
    } else if (joins(tokens, end) && noun) {
      // A hyphen or slash in a compound, an ampersand in a name.
    } else if (token.pos === "VERB" && end > at && isModifier(tokens, end)) {
      // “the published report”, “state-owned company”.
    } else if (isDegree(tokens, end)) {
      // “a very old man”, “the most advanced system”.
    } else if (
      token.lower === "and" &&
      tokens[end - 1]?.pos === "ADJ" &&
      tokens[end + 1]?.pos === "ADJ" &&
      noun
    ) {
      // “foreign and domestic policy”.
    } else break;
  }
  return end === at ? undefined : make("NOUNS", tokens.slice(at, end), lastNoun(tokens.slice(at, end)));
}

function lastNoun(tokens: readonly Token[]): Token | undefined {
  return tokens.findLast(({ pos }) => pos === "NOUN" || pos === "PROPN") ?? tokens.at(-1);
}

/** Pronouns that taggers take for other words. */
const INDEFINITE: ReadonlySet<string> = new Set(
  "everything something anything nothing everyone someone anyone everybody somebody anybody nobody".split(
    " ",
  ),
);

export const POSSESSIVES: ReadonlySet<string> = new Set("his her its their my our your whose".split(" "));
const PREDETERMINERS: ReadonlySet<string> = new Set("all both half such one two some many most".split(" "));
const RELATIVES: ReadonlySet<string> = new Set("who whom which whose".split(" "));

/** Not “WHO”, the organization. */
function isRelative({ lower, text }: Token): boolean {
  return RELATIVES.has(lower) && !/^\p{Lu}{2}/u.test(text);
}

/** “’s”, or the apostrophe after a plural. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === "PART" && /^['’]s$/.test(token.lower)) return true;
  const before = tokens[at - 1];
  return /^['’]$/.test(token.text) && before?.end === token.start && before.lower.endsWith("s");
}

function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return false;
  if (token.text === "&") return true;
  return /^[-‐‑/]$/.test(token.text) && before?.end === token.start && after.start === token.end;
}

/** An adverb between a determiner and the adjective or participle that it grades. */
function isDegree(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (tokens[at]?.pos !== "ADV" || tokens[at - 1]?.pos !== "DET" || after === undefined) return false;
  return after.pos === "ADJ" || (after.pos === "VERB" && /(?:ed|ing)$/.test(after.lower));
}

/** A verb by its tag that is the first part of a noun: “think tank”, “follow-up”. */
function isNounPart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token?.lower === "think" && /^tanks?$/.test(after?.lower ?? "")) return true;
  return (
    after !== undefined &&
    /^[-‐‑]$/.test(after.text) &&
    after.start === token?.end &&
    tokens[at + 2]?.start === after.end
  );
}

/** A participle before a noun, after a determiner or a hyphen. */
function isModifier(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const word = tokens[at]?.lower ?? "";
  if (before?.text === "-" && before.end === tokens[at]?.start) return true;
  if (!/(?:ed|ing|en)$/.test(word)) return false;
  const opens =
    before?.pos === "DET" ||
    before?.pos === "ADJ" ||
    (before?.pos === "ADV" && tokens[at - 2]?.pos === "DET") ||
    POSSESSIVES.has(before?.lower ?? "");
  return opens && ["NOUN", "PROPN", "ADJ"].includes(after?.pos ?? "");
}

function singleAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const token = tokens[at];
  return token === undefined ? undefined : make(kindOf(token), [token]);
}

function kindOf(token: Token): ChunkKind {
  const { pos, lower, text } = token;
  if (pos === "QUOTE") return "QUOTE";
  if (isRelative(token)) return "RELATIVE";
  if (text === ",") return "COMMA";
  if (/^[:;.!?…]+$/.test(text)) return "STOP";
  if (/^(?:[—–()[\]]|-{1,2})$/.test(text)) return "INSERT";
  if (lower === "that" || pos === "SCONJ" || SUBORDINATORS.has(lower)) return "SUBORDINATE";
  if (pos === "ADP" || lower === "to") return "PREPOSITION";
  if (pos === "CCONJ") return "AND";
  return "OTHER";
}

const SUBORDINATORS: ReadonlySet<string> = new Set(
  "whether if because although though while whilst whereas when where why how until unless since amid".split(
    " ",
  ),
);
