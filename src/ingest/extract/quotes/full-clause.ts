import type { Token } from "../annotated-text.ts";
import { type Chunk, chunksOf } from "./chunks.ts";

/** Whether words hold a full clause, one with a subject and a verb with a tense, and not only within a relative one. */
export function hasFullClause(tokens: readonly Token[]): boolean {
  const chunks = chunksOf(tokens);
  for (let verb = 0; verb < chunks.length; verb++) {
    const chunk = chunks[verb];
    if (chunk?.kind !== "VERBS" || chunk.form === "ING" || chunk.form === "TO") continue;
    if (isImperative(chunks, verb) || isQuestion(chunks, verb)) return true;
    const subject = subjectAt(chunks, verb);
    if (subject !== undefined && !isDependent(chunks, subject, verb)) return true;
  }
  return false;
}

/** Position of the subject right before a verb, over adverbs and the phrases that hang on it. */
function subjectAt(chunks: readonly Chunk[], verb: number): number | undefined {
  let at = verb - 1;
  while (chunks[at]?.kind === "OTHER" || chunks[at]?.kind === "TIME") at--;
  if (chunks[at]?.kind === "COMMA") return subjectOverComma(chunks, at);
  while (chunks[at]?.kind === "NOUNS" && chunks[at - 1]?.kind === "PREPOSITION") {
    const before = chunks[at - 2];
    if (before?.kind !== "NOUNS") return undefined;
    at -= 2;
  }
  return chunks[at]?.kind === "NOUNS" ? at : undefined;
}

/** “The plan, which failed, is dead”: what the commas set off is passed over. */
function subjectOverComma(chunks: readonly Chunk[], comma: number): number | undefined {
  const open = chunks.findLastIndex(({ kind }, index) => index < comma && kind === "COMMA");
  if (open < 1 || comma - open > 15) return undefined;
  const first = chunks[open + 1]?.kind;
  const before = chunks[open - 1];
  const insertion = first === "RELATIVE" || first === "PREPOSITION" || first === "OTHER" || first === "NOUNS";
  return insertion && before?.kind === "NOUNS" && open === 1 ? open - 1 : undefined;
}

const NOMINATIVE: ReadonlySet<string> = new Set("i we he she they".split(" "));

/** Whether a clause only hangs on a noun or another clause that the words do not have. */
function isDependent(chunks: readonly Chunk[], subject: number, verb: number): boolean {
  const before = chunks[subject - 1];
  const chunk = chunks[verb];
  const word = chunks[subject]?.head.lower ?? "";
  if (chunk?.form === "BARE" && !NOMINATIVE.has(word) && isModifier(chunks, verb)) return true;
  if (before === undefined) return false;
  if (before.kind === "RELATIVE" || before.head.lower === "what" || before.head.lower === "that") {
    return chunks.slice(0, subject - 1).some(({ kind }) => kind !== "AND") || before.head.lower !== "that";
  }
  if (before.kind === "SUBORDINATE") return !chunks.slice(verb + 1).some(({ kind }) => kind === "COMMA");
  if (before.kind === "NOUNS") return true;
  return false;
}

/** “a plan devised by”: the participle has no tense. */
function isModifier(chunks: readonly Chunk[], verb: number): boolean {
  const next = chunks[verb + 1];
  const otherVerb = chunks.slice(verb + 1).some(({ kind, form }) => kind === "VERBS" && form === "FINITE");
  return next === undefined || next.head.lower === "by" || (next.kind === "PREPOSITION" && otherVerb);
}

/** A sentence of its own that orders: “Leave now.” */
function isImperative(chunks: readonly Chunk[], verb: number): boolean {
  const before = chunks[verb - 1];
  const chunk = chunks[verb];
  if (chunk?.form !== "FINITE" && chunk?.form !== "BARE") return false;
  const starts = before === undefined || (before.kind === "STOP" && before.head.text !== ":");
  return (
    starts &&
    /^\p{Lu}/u.test(chunk.tokens[0]?.text ?? "") &&
    chunk.tokens[0]?.lower === chunk.tokens[0]?.lemma
  );
}

/** “Are they ready?” */
function isQuestion(chunks: readonly Chunk[], verb: number): boolean {
  const chunk = chunks[verb];
  const next = chunks[verb + 1];
  return chunk?.head.pos === "AUX" && next?.kind === "NOUNS" && NOMINATIVE.has(next.head.lower);
}
