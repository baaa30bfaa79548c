import type { Token } from "../annotated-text.ts";
import type { Chunk } from "./chunk.ts";
import { chunksOf } from "./chunks.ts";

/** Whether words hold a full clause, one with a subject and a verb with a tense, and not only within a relative one. */
export function hasFullClause(tokens: readonly Token[]): boolean {
  if (tokens.some(({ text }) => CONTRACTED.test(text))) return true;
  const chunks = chunksOf(tokens);
  if (isSentence(tokens) && chunks.some(isTensed)) return true;
  return chunks.some(
    (chunk, at) =>
      (isTensed(chunk) && (isOwnClause(chunks, at) || isImperative(chunks, at) || isQuestion(chunks, at))) ||
      isHiddenClause(chunks, at),
  );
}

/** Longest fragment that is written like a sentence, in words. */
const LONG = 8;

/** Whether words begin and end as sentences do, and go on for a while. */
function isSentence(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text ?? "";
  return tokens.length > LONG && /^\p{Lu}/u.test(first) && /^[.!?,]$/.test(tokens.at(-1)?.text ?? "");
}

/** A pronoun and its verb where the tagger leaves them one word. */
const CONTRACTED = /^(?:I|we|you|they|he|she|it)['’](?:m|re|ve|ll|d)$/iu;

function isTensed({ kind, form }: Chunk): boolean {
  return kind === "VERBS" && form !== "ING" && form !== "TO";
}

function isOwnClause(chunks: readonly Chunk[], verb: number): boolean {
  // “What is good for them is good for us.”
  if (/^what/i.test(chunks[0]?.head.lower ?? "") && chunks.filter(isTensed).length > 1) return true;
  const subject = subjectAt(chunks, verb);
  return subject !== undefined && !isDependent(chunks, subject, verb);
}

/** Position of the subject before a verb, over adverbs, what commas set off, and the phrases that hang on it. */
function subjectAt(chunks: readonly Chunk[], verb: number): number | undefined {
  let at = verb - 1;
  while (chunks[at]?.kind === "OTHER" || (chunks[at]?.kind === "AND" && chunks[at + 1]?.kind === "OTHER"))
    at--;
  if (chunks[at]?.kind === "COMMA") return subjectOverComma(chunks, at);
  while (chunks[at]?.kind === "NOUNS" && chunks[at - 1]?.kind === "PREPOSITION") {
    // A first word that is taken for a verb before “of” is a noun: “Sparks of fire flew”.
    const takenForVerb = at === 2 && chunks[0]?.kind === "VERBS" && chunks[1]?.head.lower === "of";
    if (chunks[at - 2]?.kind !== "NOUNS" && !takenForVerb) return undefined;
    at -= 2;
    if (takenForVerb) return at;
  }
  if (chunks[at]?.kind === "TIME") {
    // “Today is the day”, but “the police yesterday said”.
    return chunks[at - 1]?.kind === "NOUNS" ? at - 1 : at;
  }
  return chunks[at]?.kind === "NOUNS" ? at : undefined;
}

/** “The plan, which failed, is dead”: what the commas set off is passed over. */
function subjectOverComma(chunks: readonly Chunk[], comma: number): number | undefined {
  const open = chunks.findLastIndex(({ kind }, index) => index < comma && kind === "COMMA");
  const before = chunks[open - 1];
  if (before === undefined || comma - open > 15 || open > 5) return undefined;
  const subject = before.kind === "NOUNS" || before.kind === "TIME";
  const list = chunks[open + 1]?.kind === "VERBS" || chunks[open + 1]?.kind === "AND";
  return subject && !list && !chunks.slice(0, open).some(isTensed) ? open - 1 : undefined;
}

const NOMINATIVE: ReadonlySet<string> = new Set("i we he she they you it".split(" "));

/** Whether a clause only hangs on a noun, or on another clause that the words do not have. */
function isDependent(chunks: readonly Chunk[], subject: number, verb: number): boolean {
  const before = chunks[subject - 1];
  const chunk = chunks[verb];
  const word = chunks[subject]?.head.lower ?? "";
  if (chunk?.form === "BARE" && !NOMINATIVE.has(word) && isModifier(chunks, verb)) return true;
  if (before === undefined) return false;
  if (before.kind === "RELATIVE" || before.head.lower === "what") return true;
  if (before.head.lower === "that") return subject > 1;
  if (
    before.kind === "VERBS" &&
    (before.form === "TO" || /^(?:let|make|help|see|watch|have)$/.test(before.head.lemma))
  ) {
    return chunk?.head.pos !== "AUX";
  }
  if (before.kind === "SUBORDINATE") return !chunks.slice(verb + 1).some(({ kind }) => kind === "COMMA");
  return before.kind === "NOUNS";
}

/** “a plan devised by”: the participle has no tense. */
function isModifier(chunks: readonly Chunk[], verb: number): boolean {
  const next = chunks[verb + 1];
  const otherVerb = chunks.slice(verb + 1).some(({ kind, form }) => kind === "VERBS" && form === "FINITE");
  return next?.head.lower === "by" || (next?.kind === "PREPOSITION" && otherVerb);
}

/** A sentence of its own that orders: “Leave now.” */
function isImperative(chunks: readonly Chunk[], verb: number): boolean {
  const before = chunks[verb - 1];
  const first = chunks[verb]?.tokens[0];
  const starts = before === undefined || (before.kind === "STOP" && before.head.text !== ":");
  return starts && first !== undefined && /^\p{Lu}/u.test(first.text) && first.lower === first.lemma;
}

/** “Are they ready?”, “Where is the money?” */
function isQuestion(chunks: readonly Chunk[], verb: number): boolean {
  const next = chunks[verb + 1];
  if (chunks[verb]?.head.pos !== "AUX" || next?.kind !== "NOUNS") return false;
  if (NOMINATIVE.has(next.head.lower)) return true;
  const stop = chunks.findIndex(({ kind }, index) => index > verb && kind === "STOP");
  return chunks[stop]?.head.text.startsWith("?") === true;
}

/** Two noun phrases side by side, the second with an article: the last word of the first is a verb that looks like a noun. */
function isHiddenClause(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  const next = chunks[at + 1];
  const before = chunks[at - 1];
  if (chunk?.kind !== "NOUNS" || next?.kind !== "NOUNS" || next.tokens[0]?.pos !== "DET") return false;
  const last = chunk.tokens.at(-1);
  const starts = before === undefined || before.kind === "STOP" || before.kind === "AND";
  return starts && chunk.tokens.length > 1 && last?.pos === "NOUN" && !chunks.some(isTensed);
}
