import { CANCELLING, POSTPONING } from "../lexicon/events/other-verbs.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { TimeExpression } from "../time-expression.ts";
import type { Trigger } from "./mention.ts";
import { phraseEnd } from "./phrases.ts";
import { carries } from "./triggers.ts";

/** The words that tell when an event is: those beside it, else in its clause, else at the head of the sentence. */
export function timeOf(trigger: Trigger): TimeExpression | null {
  const { scene, at } = trigger;
  const { clauses } = scene.parsed;
  const placed = scene.times
    .filter(({ date }) => date !== null)
    .map((time) => place(trigger, time))
    .filter((time) => time !== undefined);
  if (placed.length === 0) return null;

  const beside = placed.filter(({ gap }) => gap <= 2).sort((one, other) => one.gap - other.gap)[0];
  if (beside !== undefined) return beside.time;
  const inRelative = placed.find(({ from }) => isToldInRelative(trigger, from));
  if (inRelative !== undefined) return inRelative.time;
  if (trigger.form === "NOUN" && !sharesTimeOfVerb(trigger))
    return isAnchor(trigger) ? afterPlace(trigger, placed) : null;

  const inClause = placed
    .filter(({ from }) => clauses[from] === clauses[at])
    .sort((one, other) => one.gap - other.gap)[0];
  if (inClause !== undefined) return inClause.time;
  return fromHead(trigger, placed) ?? fromCoordinate(trigger, placed) ?? overApposition(trigger, placed);
}

/** “launched the store, an online shop, on 28 April”: what the commas set off only says what the object is. */
function overApposition({ scene, form, last }: Trigger, placed: readonly Placed[]): TimeExpression | null {
  const { tokens, groups } = scene.parsed;
  if (form !== "VERB" || tokens[last + 1]?.text !== "," || tokens[last + 2]?.pos !== "DET") return null;
  const behind = placed.find(({ from }) => from > last);
  if (behind === undefined || groups.some(({ first }) => first > last && first < behind.from)) return null;
  const closes = tokens[behind.from - 1]?.pos === "ADP" ? behind.from - 2 : behind.from - 1;
  return tokens[closes]?.text === "," && closes > last + 1 ? behind.time : null;
}

/** “The blast, which happened on Monday, …”: a clause that only tells when the event took place. */
function isToldInRelative({ form, scene, last }: Trigger, from: number): boolean {
  const { tokens, groups, clauses } = scene.parsed;
  const pronoun = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
  if (form !== "NOUN" || !/^(?:which|that)$/.test(tokens[pronoun]?.lower ?? "")) return false;
  const group = groups.find(({ first }) => first > pronoun);
  if (group === undefined || group.first > pronoun + 2 || clauses[group.head] !== clauses[from]) return false;
  return HAPPENING.has(group.lemma) && from > group.head;
}

const HAPPENING = new Set("happen occur take hold begin start end open strike hit".split(" "));

/** “after the attack …”, “following talks …”: an event by which the sentence tells when something else happened. */
function isAnchor({ scene, first }: Trigger): boolean {
  const { tokens } = scene.parsed;
  const before = tokens[first - 1]?.pos === "DET" ? tokens[first - 2] : tokens[first - 1];
  return /^(?:after|before|following|since|until)$/.test(before?.lower ?? "");
}

/** The time behind where it was and who took part: “after the attack in Paris on Friday”. */
function afterPlace({ scene, last }: Trigger, placed: readonly Placed[]): TimeExpression | null {
  const { tokens } = scene.parsed;
  const behind = placed.find(({ from }) => from > last && from - last <= BEHIND);
  if (behind === undefined) return null;
  const between = tokens.slice(last + 1, behind.from);
  return between.every(({ pos }) => /^(?:ADP|DET|PROPN|NOUN|ADJ)$/.test(pos)) ? behind.time : null;
}

/** So many words lie at most between. */
const BEHIND = 7;

interface Placed {
  readonly time: TimeExpression;
  /** Positions of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** Words between it and the phrase of the event. */
  readonly gap: number;
}

/** Where a time stands; undefined where it tells when something was said: “said on Friday”. */
function place(trigger: Trigger, time: TimeExpression): Placed | undefined {
  const { scene, first, last, at } = trigger;
  const { tokens, groups } = scene.parsed;
  const from = tokens.findIndex(({ end }) => end > time.start);
  if (from < 0) return undefined;
  let to = from;
  while ((tokens[to + 1]?.start ?? Number.POSITIVE_INFINITY) < time.end) to++;
  const said = groups.find(
    ({ lemma, last: end, head }) =>
      head !== at && end < from && from - end <= 2 && reportingVerb(lemma)?.plain === true,
  );
  if (said !== undefined && !isMeanwhile(trigger)) return undefined;
  if (belongsToOther(trigger, from, to) || belongsToAnchor(trigger, from)) return undefined;
  const inside = from >= first && to <= last;
  const gap = inside ? 0 : from > last ? from - last - 1 : first > to ? first - to - 1 : 0;
  const mark = tokens
    .slice(Math.min(to, last) + 1, Math.max(from, first))
    .some(({ text, pos }) => pos === "CCONJ" || /^[,;:(—–]$/.test(text));
  return { time, from, to, gap: mark ? gap + 3 : gap };
}

/** “said yesterday as he inspected the scene”: both at once. */
function isMeanwhile({ scene: { parsed }, at }: Trigger): boolean {
  const opener = parsed.clauses.indexOf(parsed.clauses[at] ?? 0);
  return /^(?:as|while|when)$/.test(parsed.tokens[opener]?.lower ?? "");
}

/** “The visit comes after a meeting in May”: the time at the end is that of the meeting. */
function belongsToAnchor({ scene, last, group, part }: Trigger, from: number): boolean {
  if (part !== "SUBJECT" || group === null || !/^(?:come|follow)$/.test(group.lemma)) return false;
  const { tokens } = scene.parsed;
  return tokens
    .slice(last + 1, from)
    .some(({ lower, pos }) => pos === "ADP" && /^(?:after|before|since)$/.test(lower));
}

/** “the 2009 crash”, “a Tuesday stop”: a time between article and noun tells of that noun alone. */
function belongsToOther({ scene, at }: Trigger, from: number, to: number): boolean {
  const { tokens } = scene.parsed;
  const before = tokens[from - 1];
  if (before === undefined || !(before.pos === "DET" || /^(?:its|his|her|their)$/.test(before.lower)))
    return false;
  const head = phraseEnd(tokens, to + 1);
  return head !== undefined && head > to && head !== at;
}

/** Whether a noun happens when its verb does: “held talks on Friday”, “the blast hit on Friday”, but not “condemned the blast”. */
function sharesTimeOfVerb(trigger: Trigger): boolean {
  const { group, part } = trigger;
  if (group === null || part === "OTHER") return false;
  if (POSTPONING.has(group.lemma) || CANCELLING.has(group.lemma)) return false;
  if (part === "SUBJECT") return reportingVerb(group.lemma) === undefined || carries(trigger, group);
  return carries(trigger, group);
}

/** So many words from its beginning the head of a sentence goes at most. */
const HEAD = 14;

/** “On Monday, … ” tells it of what the sentence goes on to tell, but not of what came before or of what stands after “after”. */
function fromHead({ scene, at, group }: Trigger, placed: readonly Placed[]): TimeExpression | null {
  const { tokens, groups, clauses } = scene.parsed;
  const main = groups.find(({ finite }) => finite);
  const head = placed.find(({ to }) => main !== undefined && to < main.first && to <= HEAD);
  if (head === undefined || group === null || !group.finite || (group.past && group.perfect)) return null;
  const said = groups.some(
    (other) =>
      other !== group &&
      other.first > head.to &&
      other.head < at &&
      reportingVerb(other.lemma)?.speech === true,
  );
  if (said) return null;
  const opener = tokens.findIndex((_, position) => clauses[position] === clauses[at]);
  const word = tokens[opener]?.lower ?? "";
  return /^(?:after|before|since|until|which|who|whose|that|once|if)$/.test(word) || group.modal !== null
    ? null
    : head.time;
}

/** “was arrested and charged on Monday”: the time at the end holds for both. */
function fromCoordinate({ scene, at, group }: Trigger, placed: readonly Placed[]): TimeExpression | null {
  const { tokens, groups, clauses } = scene.parsed;
  if (group === null || !group.finite) return null;
  const next = groups.find(({ first }) => first > group.last);
  if (next === undefined || tokens[next.first - 1]?.pos !== "CCONJ" || reportingVerb(next.lemma)?.speech)
    return null;
  return placed.find(({ from }) => from > at && clauses[from] === clauses[next.head])?.time ?? null;
}
