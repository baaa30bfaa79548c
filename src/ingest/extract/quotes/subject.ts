import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Chunk } from "./chunk.ts";
import { isName, type NounPhrase, nounPhrase, nounPhraseAt } from "./noun-phrase.ts";

/** How many chunks a subject is looked for; sentences of news are shorter. */
const REACH = 60;

/** The subject of a verb, to its left: over appositions, relative clauses and phrases that stand between. */
export function subjectBefore(chunks: readonly Chunk[], verb: number): NounPhrase | undefined {
  const at = beforeAdverbs(chunks, verb - 1);
  const chunk = chunks[at];
  if (chunk === undefined) return undefined;
  if (chunk.kind === "COMMA" || chunk.kind === "INSERT") return overInsertions(chunks, at);
  if (chunk.kind === "RELATIVE" || isRelativeThat(chunks, at)) return antecedent(chunks, at);
  if (chunk.kind !== "NOUNS") return undefined;
  // “In a reaction to the news Commissioner Ann Lee said”: what hangs on nothing may still be a name.
  const near = nounPhrase(chunks, at);
  return headOf(chunks, at) ?? (isName(near) && near.tokens.length > 1 ? near : undefined);
}

/** The subject of an inverted verb, to its right: “said the minister”. A name in apposition is preferred to a role. */
export function subjectAfter(chunks: readonly Chunk[], verb: number): NounPhrase | undefined {
  if (chunks[verb + 1]?.kind !== "NOUNS") return undefined;
  const phrase = nounPhraseAt(chunks, verb + 1);
  const comma = chunks[phrase.last + 1];
  const next = chunks[phrase.last + 2];
  if (comma?.kind === "COMMA" && next?.kind === "NOUNS" && !isName(phrase)) {
    const apposed = nounPhrase(chunks, phrase.last + 2);
    const after = chunks[phrase.last + 3];
    const closed =
      after === undefined || ["COMMA", "STOP", "QUOTE", "PREPOSITION", "TIME"].includes(after.kind);
    if (isName(apposed) && closed) return apposed;
  }
  return phrase;
}

/** Whom a relative pronoun stands for. */
function antecedent(chunks: readonly Chunk[], pronoun: number): NounPhrase | undefined {
  let at = pronoun - 1;
  if (chunks[at]?.kind === "PREPOSITION") at--;
  if (chunks[at]?.kind === "COMMA" || chunks[at]?.kind === "INSERT") at--;
  return chunks[at]?.kind === "NOUNS" ? nearestHead(chunks, at) : undefined;
}

/** Of “the head of the agency, who …” the head; of “advisers of Joe Smith, who …” the name. */
function nearestHead(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  const near = nounPhrase(chunks, at);
  return isName(near) ? near : (headOf(chunks, at) ?? near);
}

function beforeAdverbs(chunks: readonly Chunk[], from: number): number {
  let at = from;
  for (let chunk = chunks[at]; chunk !== undefined; chunk = chunks[--at]) {
    if (chunk.kind === "OTHER") continue;
    if (chunk.kind !== "TIME") break;
    if (chunks[at - 1]?.kind === "PREPOSITION") at--;
  }
  return at;
}

function isRelativeThat(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  return chunk?.kind === "SUBORDINATE" && chunk.head.lower === "that" && chunks[at - 1]?.kind === "NOUNS";
}

/** The noun that a stretch of phrases ending at `at` hangs on: “officials” of “officials from the ministry in Paris”. */
function headOf(chunks: readonly Chunk[], from: number): NounPhrase | undefined {
  let at = from;
  const least = from - REACH;
  while (at > least) {
    const before = chunks[at - 1];
    if (before?.kind === "PREPOSITION" || (before?.kind === "VERBS" && before.form !== "FINITE")) {
      const noun = beforeModifier(chunks, at - 1);
      if (noun !== undefined) {
        at = noun;
        continue;
      }
      if (before.kind === "PREPOSITION") return undefined;
    }
    const start = relativeStart(chunks, at - 1);
    if (start !== undefined) {
      at = start;
      continue;
    }
    if (before?.kind === "AND" && isFirstOfTwo(chunks, at - 2)) return nounPhrase(chunks, at - 2, from);
    return nounPhrase(chunks, at, from);
  }
  return undefined;
}

/** The noun before a preposition or a participle that modifies it: “a man identified as”, “officials investigating”. */
function beforeModifier(chunks: readonly Chunk[], at: number): number | undefined {
  let index = at - 1;
  if (chunks[index]?.kind === "TIME" || chunks[index]?.kind === "OTHER") index--;
  const chunk = chunks[index];
  const modifier = chunks[at];
  if (modifier?.kind === "VERBS" && (modifier.form !== "ING" || reportingVerb(modifier.head.lemma)?.plain)) {
    return undefined;
  }
  if (chunk?.kind === "NOUNS") return index;
  if (modifier?.kind !== "PREPOSITION" || chunk?.kind !== "VERBS") return undefined;
  const reports = reportingVerb(chunk.head.lemma);
  if (
    (chunk.form === "BARE" || chunk.form === "ING") &&
    !reports?.plain &&
    chunks[index - 1]?.kind === "NOUNS"
  ) {
    return index - 1;
  }
  return relativeStart(chunks, index);
}

/** The noun before the relative clause whose verb stands at `at`: “the man” of “the man who shot”. */
function relativeStart(chunks: readonly Chunk[], at: number): number | undefined {
  const verb = chunks[at];
  if (verb?.kind !== "VERBS" || reportingVerb(verb.head.lemma)?.plain) return undefined;
  const pronoun = chunks[at - 1];
  const relative = pronoun?.kind === "RELATIVE" || isRelativeThat(chunks, at - 1);
  return relative && chunks[at - 2]?.kind === "NOUNS" ? at - 2 : undefined;
}

/** “Smith and Jones said”: nothing stands before the first that it could be the object of. */
function isFirstOfTwo(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.kind !== "NOUNS") return false;
  const before = chunks[at - 1]?.kind;
  return before === undefined || before === "COMMA" || before === "SUBORDINATE" || before === "STOP";
}

/** The subject before what commas or dashes set off: “Smith, a doctor from Leeds, who was there, ”. */
function overInsertions(chunks: readonly Chunk[], comma: number): NounPhrase | undefined {
  let end = comma;
  const least = Math.max(0, comma - REACH);
  while (end > least) {
    const start = segmentStart(chunks, end, least);
    const first = chunks[start];
    const before = start - 1;
    if (first === undefined || start >= end || isInsertion(chunks, start, end)) {
      if (!separates(chunks[before])) return undefined;
      end = before;
      continue;
    }
    const noun = segmentSubject(chunks, start, end);
    if (noun === undefined) return undefined;
    if (separates(chunks[before]) && isApposition(chunks, start, end)) {
      const outer = beforeInsertions(chunks, before, least);
      if (outer !== undefined && (isName(outer) || !isName(noun))) return outer;
    }
    return noun;
  }
  return undefined;
}

/** The subject of the segment before a comma, over brackets and what cannot hold it. */
function beforeInsertions(chunks: readonly Chunk[], comma: number, least: number): NounPhrase | undefined {
  let end = comma;
  while (end > least && separates(chunks[end])) {
    const start = segmentStart(chunks, end, least);
    const bracketed = chunks[start - 1]?.head.text === "(";
    if (start < end && !bracketed && !isInsertion(chunks, start, end))
      return segmentSubject(chunks, start, end);
    end = start - 1;
  }
  return undefined;
}

function separates(chunk: Chunk | undefined): boolean {
  return chunk?.kind === "COMMA" || chunk?.kind === "INSERT";
}

function segmentStart(chunks: readonly Chunk[], end: number, least: number): number {
  let start = end;
  while (start > least) {
    const before = chunks[start - 1];
    if (before === undefined || separates(before) || before.kind === "STOP" || before.kind === "QUOTE") break;
    start--;
  }
  return start;
}

/** Whether a segment cannot hold the subject: a relative clause, a phrase, a participle, an age, an adverb. */
function isInsertion(chunks: readonly Chunk[], start: number, end: number): boolean {
  let index = start;
  while (index < end - 1 && chunks[index]?.kind === "OTHER") index++;
  const first = chunks[index];
  if (first === undefined) return true;
  if (first.kind === "RELATIVE" || first.kind === "PREPOSITION") return true;
  if (first.kind === "VERBS") return first.form !== "FINITE";
  if (first.kind === "SUBORDINATE") return chunks[index + 1]?.kind === "VERBS";
  if (first.kind === "NOUNS" && first.tokens.every(({ pos }) => pos === "NUM")) return true;
  return chunks.slice(start, end).every(({ kind }) => kind === "OTHER" || kind === "TIME");
}

/** A noun phrase alone, without verb. */
function isApposition(chunks: readonly Chunk[], start: number, end: number): boolean {
  return (
    chunks[start]?.kind === "NOUNS" &&
    !chunks.slice(start, end).some(({ kind, form }) => kind === "VERBS" && form === "FINITE")
  );
}

/** The noun of a segment: its first one not in a phrase; after “while” or “that” the one that follows. */
function segmentSubject(chunks: readonly Chunk[], start: number, end: number): NounPhrase | undefined {
  for (let at = end - 1; at > start; at--) {
    if (chunks[at]?.kind === "SUBORDINATE" && chunks[at + 1]?.kind === "NOUNS" && at + 1 < end) {
      return nounPhrase(chunks, at + 1, end - 1);
    }
  }
  let at = start;
  while (at < end && chunks[at]?.kind !== "NOUNS") {
    if (chunks[at]?.kind === "PREPOSITION") at++;
    at++;
  }
  const finite = chunks.slice(start, end).some(({ kind, form }) => kind === "VERBS" && form === "FINITE");
  return at < end && !finite ? nounPhrase(chunks, at, end - 1) : undefined;
}
