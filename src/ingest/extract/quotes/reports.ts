import type { Span } from "../../../domain/span.ts";
import type { Token } from "../annotated-text.ts";
import { type ReportingVerb, reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Chunk } from "./chunk.ts";
import { type NounPhrase, nounPhrase, nounPhraseAt, ownerIn } from "./noun-phrase.ts";
import { subjectAfter, subjectBefore } from "./subject.ts";

/** How the text says who speaks. */
export type ReportForm =
  | "VERB"
  | "INVERTED"
  | "PARTICIPLE"
  | "COORDINATED"
  | "PASSIVE"
  | "ACCORDING"
  | "NOUN";

/** A place where a sentence tells that somebody says something. */
export interface Report {
  readonly form: ReportForm;
  /** The reporting words. */
  readonly cue: Span;
  /** Position of their first chunk. */
  readonly at: number;
  /** Position of the chunk after them. */
  readonly after: number;
  readonly verb: ReportingVerb;
  readonly lemma: string;
  /** Not said, or not yet: “did not say”, “declined to say”. */
  readonly denied: boolean;
  readonly subject: NounPhrase | undefined;
}

/** Whether a word may report: where no word of a sentence may, nothing in it does. */
export function mayReport({ pos, lower, lemma }: Token): boolean {
  if (pos === "VERB" || lower === "according")
    return lower === "according" || verbBy(lower, lemma) !== undefined;
  return CLAIMS.has(lower);
}

/** The reporting verb of a full verb, with its base form. */
function verbBy(lower: string, lemma: string): { verb: ReportingVerb; lemma: string } | undefined {
  const verb = reportingVerb(lemma);
  if (verb !== undefined) return { verb, lemma };
  // The tagger's base forms of rarer verbs can be wrong: “raged” is not “rag”.
  const plain = lower.endsWith("d") ? lower.slice(0, -1) : lower;
  const other = reportingVerb(plain);
  return other === undefined ? undefined : { verb: other, lemma: plain };
}

/** Finds what reports in a sentence, in order. */
export function reportsIn(chunks: readonly Chunk[]): Report[] {
  const reports: Report[] = [];
  chunks.forEach((chunk, at) => {
    const report =
      chunk.kind === "VERBS"
        ? (accordingTo(chunks, at) ?? verbReport(chunks, at, reports))
        : chunk.kind === "NOUNS"
          ? nounReport(chunks, at)
          : undefined;
    if (report !== undefined) reports.push(report);
  });
  return reports;
}

const SAYING: ReportingVerb = {
  speech: true,
  thought: false,
  judgement: false,
  needsThat: false,
  plain: true,
  besideWordsOnly: false,
};

function accordingTo(chunks: readonly Chunk[], at: number): Report | undefined {
  const chunk = chunks[at];
  const to = chunks[at + 1];
  if (chunk?.head.lower !== "according" || to?.head.lower !== "to" || chunks[at + 2]?.kind !== "NOUNS") {
    return undefined;
  }
  const phrase = nounPhraseAt(chunks, at + 2);
  return {
    form: "ACCORDING",
    cue: { start: chunk.head.start, end: to.head.end },
    at,
    after: phrase.last + 1,
    verb: SAYING,
    lemma: "according",
    denied: false,
    subject: apposedName(chunks, phrase),
  };
}

/** The name after a role: “the mayor, Ann Lee”. */
function apposedName(chunks: readonly Chunk[], phrase: NounPhrase): NounPhrase {
  return subjectAfter(chunks, phrase.first - 1) ?? phrase;
}

function verbReport(chunks: readonly Chunk[], at: number, before: readonly Report[]): Report | undefined {
  const chunk = chunks[at];
  if (chunk === undefined || chunk.head.pos !== "VERB") return undefined;
  const known = verbBy(chunk.head.lower, chunk.head.lemma);
  if (known === undefined) return undefined;
  const { verb, lemma } = known;
  if (chunk.form === "TO" && !verb.plain) return undefined;
  const found = subjectOf(chunks, at, verb, before);
  if (found === undefined) return undefined;
  const phrasal =
    /^(?:out|back|in|on|up|off)$/.test(chunks[at + 1]?.head.lower ?? "") && verb.besideWordsOnly;
  const denied =
    chunk.tokens.some(({ lower }) => /^(?:not|n['’]t|never)$/.test(lower)) ||
    /^(?:decline|refuse|fail)$/.test(chunks[at - 1]?.head.lemma ?? "");
  return {
    form: found.form,
    subject: found.subject,
    cue: { start: chunk.head.start, end: chunk.head.end },
    at,
    after: at + (phrasal ? 2 : 1),
    verb,
    lemma,
    denied,
  };
}

function subjectOf(
  chunks: readonly Chunk[],
  at: number,
  verb: ReportingVerb,
  before: readonly Report[],
): { form: ReportForm; subject: NounPhrase | undefined } | undefined {
  const chunk = chunks[at];
  if (chunk?.form === "PASSIVE" || isPassiveParticiple(chunks, at)) {
    return { form: "PASSIVE", subject: agentAfter(chunks, at) };
  }
  if (chunk?.form === "ING" || chunk?.form === "TO") {
    return { form: "PARTICIPLE", subject: subjectOfParticiple(chunks, at, before) };
  }
  if (isInverted(chunks, at, verb)) return { form: "INVERTED", subject: subjectAfter(chunks, at) };
  const subject = subjectBefore(chunks, at);
  if (subject !== undefined) return { form: "VERB", subject };
  return { form: "COORDINATED", subject: subjectOfClause(chunks, at, before) };
}

const PASSIVE_AFTER: Readonly<Record<string, RegExp>> = {
  as: /^(?:describe|characteri[sz]e|label|brand|hail|dismiss|quote|cite|depict|portray|denounce|condemn|criticise|criticize|praise|decry)$/,
  of: /^(?:accuse)$/,
  by: /./,
  for: /^(?:criticise|criticize|praise|blame|condemn)$/,
};

/** What somebody is called by, with nothing between: “the plan, labelled ‘…’”. */
const NAMES: ReadonlySet<string> = new Set(
  "label brand term call describe characterise characterize".split(" "),
);

/** “a man described as …”: the noun before it is not the one who speaks. */
function isPassiveParticiple(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  const next = chunks[at + 1];
  if (chunk?.form !== "BARE" || next === undefined) return false;
  if (next.kind === "QUOTE") return NAMES.has(chunk.head.lemma) && chunks[at - 1]?.kind === "COMMA";
  if (next.kind !== "PREPOSITION") return false;
  const subject = subjectBefore(chunks, at);
  const objectRelative = subject !== undefined && chunks[subject.first - 1]?.kind === "RELATIVE";
  return !objectRelative && (PASSIVE_AFTER[next.head.lower]?.test(chunk.head.lemma) ?? false);
}

function agentAfter(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  for (let index = at + 1; index < at + 6; index++) {
    const chunk = chunks[index];
    if (chunk === undefined || chunk.kind === "VERBS" || chunk.kind === "STOP") return undefined;
    if (chunk.head.lower === "by" && chunks[index + 1]?.kind === "NOUNS")
      return nounPhraseAt(chunks, index + 1);
  }
  return undefined;
}

/** “…,” said the minister; … , said the minister. */
function isInverted(chunks: readonly Chunk[], at: number, verb: ReportingVerb): boolean {
  const chunk = chunks[at];
  const after = chunks[at + 1];
  if (!verb.speech || chunk?.tokens.length !== 1 || after?.kind !== "NOUNS") return false;
  if (chunk.head.lemma === "tell") return false;
  if (/^(?:him|her|them|us|me|it|that|this|his|their|its)$/.test(after.head.lower)) return false;
  const before = chunks[at - 1];
  if (before === undefined) return false;
  if (before.kind === "QUOTE") return true;
  if (before.kind !== "COMMA" && before.kind !== "INSERT") return false;
  if (chunks[at - 2]?.kind === "QUOTE") return true;
  const clauseBefore = chunks.slice(Math.max(0, at - 30), at).some(hasTense);
  const phrase = nounPhraseAt(chunks, at + 1);
  const next = chunks[phrase.last + 1];
  const closed = next === undefined || ["COMMA", "STOP", "TIME", "PREPOSITION", "INSERT"].includes(next.kind);
  return clauseBefore && closed && verb.plain;
}

function hasTense({ kind, form }: Chunk): boolean {
  return kind === "VERBS" && (form === "FINITE" || form === "BARE" || form === "PASSIVE");
}

/** “…, adding that”; “was quoted as saying”; “by saying”: whoever the clause is about, or who speaks in it already. */
function subjectOfParticiple(
  chunks: readonly Chunk[],
  at: number,
  before: readonly Report[],
): NounPhrase | undefined {
  const quoted = quotedAsSaying(chunks, at) ?? readingText(chunks, at) ?? absoluteSubject(chunks, at);
  if (quoted !== undefined) return quoted;
  const spoken = before.findLast((report) => report.at >= at - 40 && saysOn(chunks, report, at));
  return spoken?.subject ?? mainSubject(chunks, at) ?? mainSubjectAfter(chunks, at);
}

/** “Smith was quoted by the paper as saying”, “the paper quoted Smith as saying”. */
function quotedAsSaying(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  if (chunks[at - 1]?.head.lower !== "as") return undefined;
  for (let index = at - 2; index >= Math.max(0, at - 12); index--) {
    const chunk = chunks[index];
    if (chunk?.kind !== "VERBS" || !/^(?:quote|cite|report)$/.test(chunk.head.lemma)) continue;
    if (chunk.form === "PASSIVE") return subjectBefore(chunks, index);
    return chunks[index + 1]?.kind === "NOUNS"
      ? nounPhraseAt(chunks, index + 1)
      : subjectBefore(chunks, index);
  }
  return undefined;
}

/** “a sign reading”: it is the sign that says so. */
function readingText(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  const reads = chunks[at]?.head.lemma === "read" && chunks[at - 1]?.kind === "NOUNS";
  return reads ? nounPhrase(chunks, at - 1) : undefined;
}

/** “…, with the minister telling reporters”, “…, the minister saying”: a clause with a subject of its own. */
function absoluteSubject(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  if (chunks[at]?.form !== "ING" || chunks[at - 1]?.kind !== "NOUNS") return undefined;
  const before = chunks[at - 2];
  const absolute = before?.head.lower === "with" || before?.kind === "COMMA";
  return absolute ? nounPhrase(chunks, at - 1) : undefined;
}

/** “but added”: who spoke before in the sentence, else whom it is about. */
function subjectOfClause(
  chunks: readonly Chunk[],
  at: number,
  before: readonly Report[],
): NounPhrase | undefined {
  const previous = chunks[at - 1]?.kind;
  const linked = previous === "AND" || previous === "COMMA" || previous === "OTHER" || previous === "INSERT";
  if (!linked) return undefined;
  const spoken = before.findLast((report) => saysOn(chunks, report, at));
  return spoken?.subject ?? mainSubject(chunks, at);
}

/** Whether who reports may report on at a later place: not where a relative clause ended in between. */
function saysOn(chunks: readonly Chunk[], { subject, form, at }: Report, later: number): boolean {
  if (subject === undefined || form === "NOUN" || form === "ACCORDING") return false;
  return !isRelativeVerb(chunks, at) || !chunks.slice(at, later).some(({ kind }) => kind === "COMMA");
}

function isRelativeVerb(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1]?.kind === "OTHER" ? chunks[at - 2] : chunks[at - 1];
  return before?.kind === "RELATIVE";
}

/** The subject of the last verb with a tense before a place, one that does not stand in a clause within another. */
function mainSubject(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  let within: NounPhrase | undefined;
  for (let index = at - 1; index >= Math.max(0, at - 40); index--) {
    const chunk = chunks[index];
    if (chunk === undefined || !hasTense(chunk)) continue;
    if (isRelativeVerb(chunks, index)) continue;
    const subject = subjectBefore(chunks, index);
    if (subject === undefined) continue;
    const before = chunks[subject.first - 1]?.kind;
    if (before === "RELATIVE") continue;
    if (before !== "VERBS" && before !== "SUBORDINATE" && before !== "NOUNS") return subject;
    within ??= subject;
  }
  return within;
}

/** “Calling it a disaster, the minister left”. */
function mainSubjectAfter(chunks: readonly Chunk[], at: number): NounPhrase | undefined {
  if (at > 1) return undefined;
  const comma = chunks.findIndex(({ kind }, index) => index > at && index < at + 30 && kind === "COMMA");
  const next = comma + 1;
  return comma > 0 && chunks[next]?.kind === "NOUNS" ? nounPhraseAt(chunks, next) : undefined;
}

const CLAIMS: ReadonlySet<string> = new Set(
  `claim claims allegation allegations accusation accusations statement assertion warning warnings promise pledge remark
  remarks comment comments description call calls complaint insistence contention suggestion admission announcement
  prediction words belief view vow threat`.split(/\s+/),
);

/** “Smith’s claim that”: it is Smith who says so, whoever the sentence is about. */
function nounReport(chunks: readonly Chunk[], at: number): Report | undefined {
  const chunk = chunks[at];
  if (chunk === undefined || !CLAIMS.has(chunk.head.lower) || chunk.head !== chunk.tokens.at(-1))
    return undefined;
  const next = chunks[at + 1];
  const tells =
    next?.kind === "SUBORDINATE" || next?.kind === "QUOTE" || /^(?:of|that)$/.test(next?.head.lower ?? "");
  if (!tells) return undefined;
  const subject = ownerIn(chunks, at);
  if (subject === undefined) return undefined;
  const { start, end } = chunk.head;
  const lemma = chunk.head.lemma;
  return {
    form: "NOUN",
    cue: { start, end },
    at,
    after: at + 1,
    verb: SAYING,
    lemma,
    denied: false,
    subject,
  };
}

/** The subject of a sentence: that of its first verb with a tense. */
export function sentenceSubject(chunks: readonly Chunk[]): NounPhrase | undefined {
  const limit = Math.min(chunks.length, 60);
  for (let index = 0; index < limit; index++) {
    const chunk = chunks[index];
    if (chunk === undefined || !hasTense(chunk) || chunks[index - 1]?.kind === "RELATIVE") continue;
    const subject = subjectBefore(chunks, index);
    if (subject !== undefined && chunks[subject.first - 1]?.kind !== "RELATIVE") return subject;
  }
  const first = chunks.findIndex(({ kind }) => kind === "NOUNS");
  return first < 0 || chunks[first - 1]?.kind === "PREPOSITION" ? undefined : nounPhrase(chunks, first);
}
