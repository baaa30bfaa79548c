import type { Token } from "../annotated-text.ts";
import { TIME_MODIFIERS, TIME_UNITS, TIME_WORDS } from "../lexicon/time-words.ts";
import { type Chunk, chunkOf } from "./chunk.ts";

/** Whether words that tell when begin at a place: “Tuesday”, “last month”. */
export function isTimeAt(tokens: readonly Token[], at: number): boolean {
  return timeLength(tokens, at) > 0;
}

/** The words that tell when at a place. */
export function timeChunkAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const length = timeLength(tokens, at);
  return length === 0 ? undefined : chunkOf("TIME", tokens.slice(at, at + length));
}

const OPENERS: ReadonlySet<string> = new Set([...TIME_WORDS, ...TIME_MODIFIERS]);

function timeLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first === undefined || !OPENERS.has(first.lower)) return 0;
  const isWord = TIME_WORDS.has(first.lower);
  const second = tokens[at + 1];
  if (isWord && (second?.pos !== "PROPN" || TIME_WORDS.has(second.lower))) {
    return second?.pos === "NUM" && /^\p{Lu}/u.test(first.text) ? 2 : 1;
  }
  if (second === undefined || !TIME_MODIFIERS.has(first.lower)) return 0;
  const after = tokens[at + 2];
  const article = first.lower === "the";
  const unit = TIME_UNITS.has(second.lower) || (!article && TIME_WORDS.has(second.lower));
  if (!unit || (article && after?.lower !== "before")) return 0;
  return ["NOUN", "PROPN", "PART", "ADP"].includes(after?.pos ?? "") ? 0 : 2;
}
