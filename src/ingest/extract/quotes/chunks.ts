import type { Token } from "../annotated-text.ts";
import { type Chunk, type ChunkKind, chunkOf, isRelative, SUBORDINATORS } from "./chunk.ts";
import { nounChunkAt } from "./noun-chunk.ts";
import { timeChunkAt } from "./time-chunk.ts";
import { verbChunkAt } from "./verb-chunk.ts";

/** Parts the tokens of a frame into chunks, from left to right. */
export function chunksOf(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < tokens.length) {
    const chunk =
      timeChunkAt(tokens, at) ?? verbChunkAt(tokens, at) ?? nounChunkAt(tokens, at) ?? singleAt(tokens, at);
    if (chunk === undefined) break;
    chunks.push(chunk);
    at += chunk.tokens.length;
  }
  return chunks;
}

function singleAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const token = tokens[at];
  return token === undefined ? undefined : chunkOf(kindOf(token), [token]);
}

function kindOf(token: Token): ChunkKind {
  const { pos, lower, text } = token;
  if (pos === "QUOTE") return "QUOTE";
  if (isRelative(token)) return "RELATIVE";
  if (text === ",") return "COMMA";
  if (STOPS.has(text.charAt(0)) && /^[:;.!?…]+$/.test(text)) return "STOP";
  if (INSERTS.has(text)) return "INSERT";
  if (lower === "that" || pos === "SCONJ" || SUBORDINATORS.has(lower)) return "SUBORDINATE";
  if (pos === "ADP" || lower === "to") return "PREPOSITION";
  if (pos === "CCONJ") return "AND";
  return "OTHER";
}

const STOPS: ReadonlySet<string> = new Set(":;.!?…");
const INSERTS: ReadonlySet<string> = new Set(["—", "–", "(", ")", "[", "]", "-", "--"]);
