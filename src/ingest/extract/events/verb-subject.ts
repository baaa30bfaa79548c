import type { Token } from "../annotated-text.ts";
import { governorOf } from "../clauses/orientation.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { Mention } from "./mention.ts";
import { phraseBefore, phraseStart, subjectStart } from "./phrases.ts";
import { isTimeAt } from "./title-words.ts";

/** The words that are the subject of a verb, by the positions of their first and last. */
export interface VerbSubject {
  readonly first: number;
  readonly head: number;
  /** Whether the verb is done to it; of “charged” in “was arrested and charged” by the verb before. */
  readonly passive: boolean;
}

/**
 * The subject of the verb of a mention: of “plans to close” that of “plans”, of “which closed” what “which” means, of “and
 * closed” that of the verb before. Null where there is none.
 */
export function subjectOf(mention: Mention, group: VerbGroup): VerbSubject | null {
  const { parsed } = mention.scene;
  const governor = group.infinitive ? governorOf(group, parsed) : undefined;
  const reduced = group.passive && !group.finite;
  if (!group.finite && governor === undefined && !reduced) return null;
  const own = phraseOf(mention, governor?.first ?? group.first);
  if (own !== null) return { ...own, passive: group.passive };
  const before = parsed.groups.findLast(({ finite, last }) => finite && last < group.first);
  const shared =
    before === undefined || !isJoined(parsed.tokens, group) ? null : phraseOf(mention, before.first);
  if (before === undefined || shared === null) return null;
  const alone = group.first === group.head && mention.last <= mention.at;
  return { ...shared, passive: group.passive || (before.passive && group.form === "PAST" && alone) };
}

/** “arrested and charged”, “was arrested on Monday and later charged”. */
function isJoined(tokens: readonly Token[], { first }: VerbGroup): boolean {
  const at = tokens[first - 1]?.pos === "ADV" ? first - 2 : first - 1;
  return tokens[at]?.pos === "CCONJ";
}

/** The noun phrase whose verb begins at a position: over what commas set off, without times, with what “and” joins to it. */
function phraseOf(mention: Mention, verb: number): { readonly first: number; readonly head: number } | null {
  const { tokens } = mention.scene.parsed;
  let head = phraseBefore(tokens, overComma(tokens, verb));
  const relative = head !== undefined && /^(?:who|which|that)$/.test(tokens[head]?.lower ?? "");
  if (head !== undefined && relative) head = phraseBefore(tokens, head);
  while (head !== undefined && isTimeAt(mention.scene, head)) head = phraseBefore(tokens, head);
  if (head === undefined) return null;
  // “the chief of Nokia, which makes phones”: the name right before is meant.
  const named = relative && tokens[head]?.pos === "PROPN";
  const whole = named ? phraseStart(tokens, head) : subjectStart(tokens, overRegion(tokens, head));
  // “a year after the patient was killed”
  const clause = tokens.slice(whole, head).findLastIndex(({ lower }) => CLAUSAL.test(lower));
  let first = clause < 0 ? whole : phraseStart(tokens, head);
  while (first < head && isTimeAt(mention.scene, first)) first++;
  const and = tokens[first - 1]?.pos === "DET" ? first - 2 : first - 1;
  const joined = tokens[and]?.lower === "and" && /^(?:NOUN|PROPN)$/.test(tokens[and - 1]?.pos ?? "");
  return { first: joined ? phraseStart(tokens, and - 1) : first, head };
}

/** “a man in Alpine, Texas shot”: what says where the place lies belongs to the phrase before. */
function overRegion(tokens: readonly Token[], head: number): number {
  const start = phraseStart(tokens, head);
  const place = phraseStart(tokens, start - 2);
  const isPlace =
    tokens[head]?.pos === "PROPN" && tokens[start - 2]?.pos === "PROPN" && tokens[place - 1]?.pos === "ADP";
  return tokens[start - 1]?.text === "," && isPlace ? start - 2 : head;
}

const CLAUSAL = /^(?:after|before|since|during|until|as|while)$/;

/** So many words lie at most between the commas. */
const SET_OFF = 20;

/** “Smith, head of the bank, resigned”: where what the commas set off begins. */
function overComma(tokens: readonly Token[], verb: number): number {
  if (tokens[verb - 1]?.text !== ",") return verb;
  for (let at = verb - 3; at > 0 && at > verb - SET_OFF; at--) {
    if (tokens[at]?.text === "," && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? "")) return at;
  }
  return verb;
}
