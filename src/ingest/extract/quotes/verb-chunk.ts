import type { Token } from "../annotated-text.ts";
import { type Chunk, chunkOf, type VerbForm } from "./chunk.ts";
import { INDEFINITE, isNounPart } from "./noun-chunk.ts";

/** The verb at a place, with its auxiliaries and the adverbs between them. */
export function verbChunkAt(tokens: readonly Token[], at: number): Chunk | undefined {
  let end = at;
  let head: Token | undefined;
  let auxiliary = false;
  let to = false;
  let passive = false;
  for (let token = tokens[end]; token !== undefined; token = tokens[++end]) {
    if (token.pos === "AUX" && head?.pos !== "VERB") {
      auxiliary = true;
      passive ||= token.lemma === "be" || /^(?:been|being)$/.test(token.lower);
      head = token;
    } else if (token.pos === "VERB" && head?.pos !== "VERB" && isVerb(tokens, end)) {
      head = token;
    } else if (token.lower === "to" && head === undefined && tokens[end + 1]?.pos === "VERB") {
      to = true;
    } else if (head?.pos !== "AUX" || (token.pos !== "ADV" && !/^(?:not|n['’]t)$/.test(token.lower))) {
      break;
    }
  }
  while (end > at && tokens[end - 1]?.pos === "ADV") end--;
  if (head === undefined || end === at) return undefined;
  return chunkOf("VERBS", tokens.slice(at, end), head, formOf(head, { to, auxiliary, passive }));
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  return !isNounPart(tokens, at) && !INDEFINITE.has(tokens[at]?.lower ?? "");
}

function formOf(
  { lower, pos }: Token,
  { to, auxiliary, passive }: { to: boolean; auxiliary: boolean; passive: boolean },
): VerbForm {
  if (to) return "TO";
  const ing = lower.endsWith("ing") && lower.length > 4;
  if (auxiliary) return passive && pos === "VERB" && !ing ? "PASSIVE" : "FINITE";
  if (ing) return "ING";
  return /(?:ed|en|wn|ught|id|ld|de|t)$/.test(lower) ? "BARE" : "FINITE";
}
