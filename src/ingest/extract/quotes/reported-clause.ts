import type { Span } from "../../../domain/span.ts";
import { COMMITMENTS, STANCE_VERBS, STANCES } from "../lexicon/stances.ts";
import type { Chunk } from "./chunk.ts";
import { nounPhraseAt } from "./noun-phrase.ts";
import type { Report } from "./reports.ts";

/** What a report tells without quotation marks, by the positions of its first and last chunk. */
export interface Reported {
  readonly first: number;
  readonly last: number;
  readonly cue: Span;
  readonly rule: ReportedRule;
}

export type ReportedRule =
  | "reported-that"
  | "reported-clause"
  | "reported-trailing"
  | "reported-according-to"
  | "reported-stance"
  | "reported-thought";

/** The clause that a report tells; undefined where it has none or the clause holds a quotation. */
export function reportedClause(
  chunks: readonly Chunk[],
  report: Report,
  reports: readonly Report[],
): Reported | undefined {
  if (report.denied || report.form === "NOUN" || report.form === "PASSIVE") return undefined;
  const found =
    report.form === "ACCORDING"
      ? accordingTo(chunks, report)
      : (clauseAfter(chunks, report) ?? stanceAfter(chunks, report) ?? clauseBefore(chunks, report));
  if (found === undefined) return undefined;
  const last = found.last ?? endOf(chunks, found.first, report, reports);
  if (last < found.first || chunks.slice(found.first, last + 1).some(({ kind }) => kind === "QUOTE"))
    return undefined;
  return { first: found.first, last, cue: found.cue ?? report.cue, rule: found.rule };
}

interface Found {
  readonly first: number;
  readonly last?: number;
  readonly cue?: Span;
  readonly rule: ReportedRule;
}

/** “said that …”, “said on Tuesday …”, “told reporters …”. */
function clauseAfter(chunks: readonly Chunk[], { after, verb, lemma }: Report): Found | undefined {
  if (!verb.speech && !verb.thought) return undefined;
  const at = contentAfter(chunks, { after, lemma });
  const that = chunks[at]?.head.lower === "that" && chunks[at]?.tokens.length === 1;
  const told = chunks[after]?.kind === "NOUNS" && at > after;
  if (that) {
    return isClause(chunks, at + 1)
      ? { first: at + 1, rule: verb.speech ? "reported-that" : "reported-thought" }
      : undefined;
  }
  if (!isClause(chunks, at) || (verb.needsThat && !told) || verb.besideWordsOnly) return undefined;
  return { first: at, rule: verb.speech ? "reported-clause" : "reported-thought" };
}

/** Position of the chunk at which what a verb reports begins: after whom it is told, and when and where. */
export function contentAfter(
  chunks: readonly Chunk[],
  { after, lemma }: Pick<Report, "after" | "lemma">,
): number {
  const told = LISTENED.test(lemma) && isListener(chunks, after);
  return overCircumstances(chunks, told ? nounPhraseAt(chunks, after).last + 1 : after);
}

const LISTENED = /^(?:tell|inform|assure|warn|remind|advise|reassure|notify)$/;

/** Whether somebody is told: a noun phrase with a clause or “that” after it. */
function isListener(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.kind !== "NOUNS") return false;
  const next = chunks[overCircumstances(chunks, nounPhraseAt(chunks, at).last + 1)];
  return (
    next !== undefined &&
    (["NOUNS", "OTHER", "QUOTE", "STOP"].includes(next.kind) || next.head.lower === "that")
  );
}

/** Over “on Tuesday”, “in a statement”, “without evidence”, “again”. */
function overCircumstances(chunks: readonly Chunk[], from: number): number {
  let at = from;
  for (let chunk = chunks[at]; chunk !== undefined && at < from + 12; chunk = chunks[at]) {
    const next = chunks[at + 1]?.kind;
    if (chunk.kind === "TIME") at++;
    else if (chunk.kind === "PREPOSITION" && next === "TIME") at += 2;
    else if (chunk.kind === "PREPOSITION" && next === "NOUNS" && CIRCUMSTANCES.has(chunk.head.lower)) at += 2;
    else if (chunk.kind === "OTHER" && chunk.head.pos === "ADV" && next !== "VERBS") at++;
    else if (chunk.kind === "COMMA" && at > from && next !== "VERBS") at++;
    else break;
  }
  return at;
}

const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  "in on at during to via without through after before".split(" "),
);

/** A subject with a verb that has a tense after it. */
function isClause(chunks: readonly Chunk[], from: number): boolean {
  let at = from;
  while (chunks[at]?.kind === "OTHER" || chunks[at]?.kind === "TIME" || chunks[at]?.kind === "AND") at++;
  if (chunks[at]?.kind === "PREPOSITION" || chunks[at]?.kind === "SUBORDINATE") {
    return chunks.slice(at, at + 30).some(hasTense);
  }
  if (chunks[at]?.kind !== "NOUNS") return false;
  let commas = 0;
  for (let index = at + 1; index < at + 30; index++) {
    const chunk = chunks[index];
    const before = chunks[index - 1]?.kind;
    if (chunk === undefined) return false;
    if (chunk.kind === "COMMA") commas++;
    if (chunk.kind === "VERBS" && before === "AND") return false;
    const relative = before === "RELATIVE" || (before === "SUBORDINATE" && index > at + 1);
    if (chunk.kind === "VERBS" && !relative) {
      if (chunk.form === "TO" || (chunk.form === "BARE" && before === "COMMA")) return false;
      if (hasTense(chunk)) return commas % 2 === 0;
    }
  }
  return false;
}

function hasTense({ kind, form }: Chunk): boolean {
  return kind === "VERBS" && (form === "FINITE" || form === "BARE" || form === "PASSIVE");
}

/** “has expressed interest in …”, “vowed to …”, “called for …”. */
function stanceAfter(chunks: readonly Chunk[], { at, after, lemma, cue }: Report): Found | undefined {
  const next = chunks[after];
  if (next === undefined) return undefined;
  const whole = (end: number) => ({ start: chunks[at]?.tokens[0]?.start ?? cue.start, end });
  if (STANCE_VERBS.has(lemma) && next.kind === "NOUNS" && STANCES.has(next.head.lower)) {
    const link = chunks[after + 1];
    const links = link?.kind === "PREPOSITION" || link?.kind === "SUBORDINATE";
    return links ? { first: after + 2, cue: whole(link.head.end), rule: "reported-stance" } : undefined;
  }
  if (COMMITMENTS.has(lemma) && next.kind === "VERBS" && next.form === "TO") {
    return { first: after, rule: "reported-stance" };
  }
  if (lemma === "call" && next.head.lower === "for" && chunks[after + 1]?.kind === "NOUNS") {
    return { first: after + 1, cue: whole(next.head.end), rule: "reported-stance" };
  }
  return undefined;
}

/** “…, he said”, “…, said the minister”: what stands before the comma. */
function clauseBefore(chunks: readonly Chunk[], { at, form, subject, verb }: Report): Found | undefined {
  if (!verb.speech || subject === undefined || (form !== "VERB" && form !== "INVERTED")) return undefined;
  const comma = (form === "INVERTED" ? at : subject.first) - 1;
  if (chunks[comma]?.kind !== "COMMA") return undefined;
  let first = 0;
  for (let index = comma - 1; index >= 0; index--) {
    if (chunks[index]?.kind === "STOP" || chunks[index]?.kind === "QUOTE") {
      first = index + 1;
      break;
    }
  }
  while (chunks[first]?.kind === "AND" || chunks[first]?.kind === "COMMA") first++;
  const starts = chunks[first]?.kind;
  if (starts === "SUBORDINATE" || (starts === "VERBS" && chunks[first]?.form !== "FINITE")) return undefined;
  const inner = chunks.slice(first, comma);
  if (starts === "PREPOSITION" && !inner.some(({ kind }) => kind === "COMMA")) return undefined;
  const clause = inner.some(
    (chunk, index) => hasTense(chunk) && (chunk.form !== "BARE" || inner[index - 1]?.kind === "NOUNS"),
  );
  return clause ? { first, last: comma - 1, rule: "reported-trailing" } : undefined;
}

/** “According to the ministry, …” and “…, according to the ministry”. */
function accordingTo(chunks: readonly Chunk[], { at, after }: Report): Found | undefined {
  const rule = "reported-according-to";
  if (at <= 1) {
    const comma = chunks.findIndex(({ kind }, index) => index >= after && kind === "COMMA");
    return comma > 0 && comma - after <= 12 && isClause(chunks, comma + 1)
      ? { first: comma + 1, rule }
      : undefined;
  }
  let last = at - 1;
  while (chunks[last]?.kind === "COMMA") last--;
  const stop = chunks.findLastIndex(({ kind }, index) => index < last && kind === "STOP");
  let first = stop + 1;
  while (chunks[first]?.kind === "AND") first++;
  return chunks.slice(first, last + 1).some(hasTense) ? { first, last, rule } : undefined;
}

/** Where a reported clause ends: before the next report of the same speaker, who said it, a colon, or the full stop. */
function endOf(chunks: readonly Chunk[], first: number, report: Report, reports: readonly Report[]): number {
  let end = chunks.length;
  const stop = chunks.findIndex(({ kind }, index) => index > first && kind === "STOP");
  if (stop >= 0) end = stop;
  for (const other of reports) {
    if (other.at <= first || other.at >= end || other === report) continue;
    const before = chunks[other.at - 1]?.kind;
    const linked =
      (other.form === "COORDINATED" && before === "AND") ||
      (other.form === "PARTICIPLE" && before === "COMMA") ||
      (other.form === "ACCORDING" && before === "COMMA");
    if (linked) {
      end = other.at;
      break;
    }
  }
  let last = end - 1;
  while (last > first && ["COMMA", "AND", "STOP", "INSERT"].includes(chunks[last]?.kind ?? "")) last--;
  return last;
}
