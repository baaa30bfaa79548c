import type { Span } from "../../../domain/span.ts";
import type { Chunk } from "./chunk.ts";
import { isName, type NounPhrase, nounPhraseAt } from "./noun-phrase.ts";
import { type Report, sentenceSubject } from "./reports.ts";
import type { Speakers } from "./speakers.ts";

/** Whose words a quotation are, by one rule. */
export interface Attribution {
  readonly rule: AttributionRule;
  readonly subject: NounPhrase | undefined;
  readonly cue: Span | null;
  readonly report: Report | undefined;
}

export type AttributionRule =
  | "cue-right"
  | "cue-right-inverted"
  | "cue-left"
  | "cue-left-participle"
  | "cue-left-coordinated"
  | "cue-left-noun"
  | "cue-left-passive"
  | "according-to"
  | "cue-trailing"
  | "colon"
  | "name-right"
  | "for-somebody"
  | "sentence-subject";

/** A sentence in chunks with what reports in it. */
export interface ReadSentence {
  readonly chunks: readonly Chunk[];
  readonly reports: readonly Report[];
}

/** Whose words the quotation at a chunk are, by the first rule that tells; undefined where the sentence does not. */
export function attribute(
  { chunks, reports }: ReadSentence,
  quote: number,
  speakers: Pick<Speakers, "canSpeak" | "isQuotable">,
): Attribution | undefined {
  const left = cueLeft(chunks, reports, quote, (phrase) => speakers.canSpeak(phrase));
  const adjacent = left !== undefined && isAdjacent(chunks, left, quote);
  const right = adjacent && !endsWithComma(chunks, quote) ? undefined : cueRight(chunks, reports, quote);
  const found = right ?? left;
  if (found !== undefined) return attributionBy(found, ruleOf(found, quote));
  const after = trailing(chunks, reports, quote);
  if (after !== undefined) {
    return attributionBy(after, after.form === "ACCORDING" ? "according-to" : "cue-trailing");
  }
  const nameAlone = nameRight(chunks, quote);
  if (nameAlone !== undefined && speakers.isQuotable(nameAlone)) {
    return { rule: "name-right", subject: nameAlone, cue: null, report: undefined };
  }
  const concerned = forSomebody(chunks, quote);
  if (concerned !== undefined && speakers.isQuotable(concerned)) {
    return { rule: "for-somebody", subject: concerned, cue: null, report: undefined };
  }
  const subject = sentenceSubject(chunks);
  if (subject === undefined || subject.first > quote) return undefined;
  const colon = chunks[quote - 1]?.head.text === ":";
  if (!speakers.isQuotable(subject) && !(colon && speakers.canSpeak(subject))) return undefined;
  return { rule: colon ? "colon" : "sentence-subject", subject, cue: null, report: undefined };
}

/** “…,” Ann Lee, an analyst. Nothing but the name and what she is follows. */
function nameRight(chunks: readonly Chunk[], quote: number): NounPhrase | undefined {
  const next =
    chunks[quote + 1]?.kind === "COMMA" || chunks[quote + 1]?.kind === "INSERT" ? quote + 2 : quote + 1;
  if (chunks[next]?.kind !== "NOUNS" || (next === quote + 1 && !endsWithComma(chunks, quote)))
    return undefined;
  const phrase = nounPhraseAt(chunks, next);
  const rest = chunks.slice(phrase.last + 1);
  const closed = rest.every(({ kind }) => kind !== "VERBS" && kind !== "QUOTE" && kind !== "AND");
  return isName(phrase) && closed && chunks[quote - 1] === undefined ? phrase : undefined;
}

/** “For Smith, the result is ‘…’”. */
function forSomebody(chunks: readonly Chunk[], quote: number): NounPhrase | undefined {
  const [first, second] = chunks;
  if (first?.head.lower !== "for" || second?.kind !== "NOUNS" || quote < 3) return undefined;
  const phrase = nounPhraseAt(chunks, 1);
  return isName(phrase) && chunks[phrase.last + 1]?.kind === "COMMA" ? phrase : undefined;
}

function attributionBy(report: Report, rule: AttributionRule): Attribution {
  return { rule, subject: report.subject, cue: report.cue, report };
}

function ruleOf({ form, at }: Report, quote: number): AttributionRule {
  if (form === "ACCORDING") return "according-to";
  if (at > quote) return form === "INVERTED" ? "cue-right-inverted" : "cue-right";
  if (form === "PARTICIPLE") return "cue-left-participle";
  if (form === "COORDINATED") return "cue-left-coordinated";
  if (form === "NOUN") return "cue-left-noun";
  return form === "PASSIVE" ? "cue-left-passive" : "cue-left";
}

/** “…,” he said; “…,” said the minister. */
function cueRight(chunks: readonly Chunk[], reports: readonly Report[], quote: number): Report | undefined {
  let next = quote + 1;
  while (chunks[next]?.kind === "COMMA" || chunks[next]?.kind === "INSERT") next++;
  while (chunks[next]?.kind === "OTHER" && next < quote + 4) next++;
  return reports.find(({ at, form, subject, verb }) => {
    if (at <= quote) return false;
    if (form === "INVERTED") return at === next && subject !== undefined;
    return form === "VERB" && verb.speech && subject !== undefined && isApposed(chunks, next, subject.first);
  });
}

/** Whether a noun phrase begins at a place, or after a role that begins there: “the mayor, Ann Lee, said”. */
function isApposed(chunks: readonly Chunk[], from: number, subject: number): boolean {
  if (subject === from) return true;
  const role = nounPhraseAt(chunks, from);
  return (
    chunks[from]?.kind === "NOUNS" && subject === role.last + 2 && chunks[role.last + 1]?.kind === "COMMA"
  );
}

/** X said: “…”; …, adding that “…”. */
function cueLeft(
  chunks: readonly Chunk[],
  reports: readonly Report[],
  quote: number,
  canSpeak: (phrase: NounPhrase) => boolean,
): Report | undefined {
  const nearest = reports.findLast((report) => {
    const { at, after, verb, subject, form } = report;
    if (at >= quote || quote - at > 60) return false;
    if (verb.besideWordsOnly && quote - after > 2 && chunks[after]?.kind !== "SUBORDINATE") return false;
    if (subject === undefined || !canSpeak(subject)) return false;
    if (form === "ACCORDING") return true;
    return !isClosedRelative(chunks, report, quote);
  });
  return nearest === undefined ? undefined : (tellingOf(chunks, reports, nearest) ?? nearest);
}

/** “The ministers said that they had agreed to ‘…’”: they say so, by the outer verb. */
function tellingOf(
  chunks: readonly Chunk[],
  reports: readonly Report[],
  { at, form, subject, verb }: Report,
): Report | undefined {
  const pronoun = subject?.tokens.length === 1 && subject.tokens[0]?.pos === "PRON";
  if (form !== "VERB" || verb.plain || !pronoun || subject === undefined) return undefined;
  const before = chunks[subject.first - 1]?.kind;
  if (before !== "VERBS" && before !== "SUBORDINATE" && before !== "NOUNS") return undefined;
  return reports.findLast(
    (other) =>
      other.at < at && other.at >= subject.first - 8 && other.verb.plain && other.subject !== undefined,
  );
}

/** “Smith, who said she was there, called it ‘…’”: what a relative clause reports ends with it. */
function isClosedRelative(chunks: readonly Chunk[], { at }: Report, quote: number): boolean {
  const before = chunks[at - 1]?.kind === "OTHER" ? chunks[at - 2] : chunks[at - 1];
  if (before?.kind !== "RELATIVE") return false;
  const comma = chunks.findIndex(({ kind }, index) => index > at && index < quote && kind === "COMMA");
  return comma > 0 && chunks[comma + 1]?.kind === "VERBS" && comma + 1 < quote;
}

function isAdjacent(chunks: readonly Chunk[], { after }: Report, quote: number): boolean {
  for (let at = after; at < quote; at++) {
    const chunk = chunks[at];
    const passes = chunk?.kind === "COMMA" || chunk?.kind === "STOP" || chunk?.kind === "SUBORDINATE";
    if (!passes) return false;
  }
  return true;
}

function endsWithComma(chunks: readonly Chunk[], quote: number): boolean {
  return /,\s*["”’'»]*$/u.test(chunks[quote]?.head.text ?? "") || chunks[quote + 1]?.kind === "COMMA";
}

/** … “…” …, he said. … “…” …, according to the report. */
function trailing(chunks: readonly Chunk[], reports: readonly Report[], quote: number): Report | undefined {
  return reports.findLast(({ at, after, form, subject, verb }) => {
    if (at < quote || subject === undefined || form === "NOUN" || form === "PASSIVE") return false;
    if (form === "ACCORDING") return true;
    const first = form === "INVERTED" ? at : subject.first;
    const before = chunks[first - 1]?.kind;
    const setOff = before === "COMMA" || before === "INSERT" || before === "QUOTE";
    const last = !chunks.slice(after).some(({ kind, form: tense }) => kind === "VERBS" && tense === "FINITE");
    return verb.speech && setOff && last;
  });
}
