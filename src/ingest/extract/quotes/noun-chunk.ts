import type { Token } from "../annotated-text.ts";
import { wordSet } from "../lexicon/word-set.ts";
import { type Chunk, chunkOf, isRelative, SUBORDINATORS } from "./chunk.ts";
import { isTimeAt } from "./time-chunk.ts";

/** The noun phrase at a place, without what follows it. */
export function nounChunkAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const first = tokens[at];
  if (first === undefined || isRelative(first) || SUBORDINATORS.has(first.lower)) return undefined;
  const pronoun = first.pos === "PRON" && !POSSESSIVES.has(first.lower);
  if (pronoun || INDEFINITE.has(first.lower)) return chunkOf("NOUNS", [first]);
  let end = at;
  let head: Token | undefined;
  for (let token = tokens[end]; token !== undefined; token = tokens[++end]) {
    if (!goesOn(tokens, end, at, head !== undefined)) break;
    if (token.pos === "NOUN" || token.pos === "PROPN" || head === undefined || head.pos === "DET")
      head = token;
  }
  return end === at ? undefined : chunkOf("NOUNS", tokens.slice(at, end), head);
}

/** Whether the word at `at` belongs to the noun phrase that begins at `first`. */
function goesOn(tokens: readonly Token[], at: number, first: number, begun: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || (at > first && isTimeAt(tokens, at))) return false;
  const opens = at === first || PREDETERMINERS.has(tokens[at - 1]?.lower ?? "");
  switch (token.pos) {
    case "NOUN":
    case "PROPN":
    case "ADJ":
    case "NUM":
      return true;
    case "DET":
      return opens;
    case "PRON":
      return opens && POSSESSIVES.has(token.lower);
    case "PART":
      return begun && isPossessive(tokens, at);
    case "PUNCT":
    case "SYM":
      return begun && (joins(tokens, at) || isPossessive(tokens, at));
    case "VERB":
      return isNounPart(tokens, at) || (at > first && isModifier(tokens, at));
    case "ADV":
      return isNounPart(tokens, at) || isDegree(tokens, at);
    case "ADP":
      return isNounPart(tokens, at) || (begun && joined(tokens, at));
    case "CCONJ":
      return begun && (token.text === "&" || joinsAdjectives(tokens, at));
    default:
      return false;
  }
}

/** Pronouns that taggers take for other words. */
export const INDEFINITE = wordSet(
  "everything something anything nothing everyone someone anyone everybody somebody anybody nobody",
);

/** Possessive pronouns, in lower case. */
export const POSSESSIVES = wordSet("his her its their my our your whose");
const PREDETERMINERS = wordSet("all both half such one two some many most");

/** “’s”, or the apostrophe after a plural. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === "PART") return /^['’]s$/.test(token.lower);
  const before = tokens[at - 1];
  return /^['’]$/.test(token.text) && before?.end === token.start && before.lower.endsWith("s");
}

/** A hyphen or slash in a compound, an ampersand in a name. */
function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return false;
  if (token.text === "&") return true;
  return /^[-‐‑/]$/.test(token.text) && before?.end === token.start && after.start === token.end;
}

/** The last part of a compound: “up” of “follow-up”. */
function joined(tokens: readonly Token[], at: number): boolean {
  return HYPHENS.has(tokens[at - 1]?.text ?? "") && tokens[at - 1]?.end === tokens[at]?.start;
}

/** “foreign and domestic policy”. */
function joinsAdjectives(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.pos === "ADJ" && tokens[at + 1]?.pos === "ADJ";
}

/** An adverb between a determiner and the adjective or participle that it grades. */
function isDegree(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (tokens[at]?.pos !== "ADV" || tokens[at - 1]?.pos !== "DET" || after === undefined) return false;
  return after.pos === "ADJ" || (after.pos === "VERB" && /(?:ed|ing)$/.test(after.lower));
}

/** A verb by its tag that is the first part of a noun: “think tank”, “follow-up”. */
export function isNounPart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token?.lower === "think" && /^tanks?$/.test(after?.lower ?? "")) return true;
  return (
    after !== undefined &&
    after.start === token?.end &&
    tokens[at + 2]?.start === after.end &&
    HYPHENS.has(after.text)
  );
}

const HYPHENS: ReadonlySet<string> = new Set("-‐‑");

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
