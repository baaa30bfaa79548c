import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import { EVENT_VERBS } from "../lexicon/events/event-words.ts";
import { CANCELLING, LIGHT_VERBS, NO_EVENT_VERBS, POSTPONING } from "../lexicon/events/other-verbs.ts";
import type { Scene, Trigger } from "./mention.ts";
import { newDateOf } from "./new-date.ts";
import { isActedOn, isLeft, isSomethingElse, isToMedia } from "./no-trigger.ts";
import { nominalConcept } from "./nominal-concept.ts";
import { partOf } from "./noun-part.ts";
import { phrasalAt } from "./phrasal.ts";
import { phraseBefore, phraseEnd, phraseStart, subjectStart, wholeStart, withComplement } from "./phrases.ts";

/** The words of a sentence, outside of quotation marks, that tell of events. */
export function findTriggers(scene: Scene): Trigger[] {
  const nouns = nominalTriggers(scene).filter(
    (noun) => !isInPhrasal(scene, noun) && !isActedOn(noun) && !isLeft(noun),
  );
  const used = new Set<VerbGroup>();
  for (const noun of nouns) {
    if (noun.group !== null && (carries(noun, noun.group) || changes(noun, noun.group))) used.add(noun.group);
    const participle = participleAfter(scene, noun.at);
    if (participle !== undefined) used.add(participle);
    if (!VIOLENT.has(noun.concept?.name ?? "")) continue;
    for (const group of scene.parsed.groups) if (isConsequence(scene, noun, group)) used.add(group);
  }
  const verbs = scene.parsed.groups
    .filter((group) => !used.has(group))
    .map((group) => verbalTrigger(scene, group))
    .filter((trigger) => trigger !== undefined)
    .filter((trigger, index, all) => !followsFrom(scene, trigger, [...nouns, ...all.slice(0, index)]));
  return withAnnounced([...nouns, ...verbs].sort((one, other) => one.at - other.at));
}

/** “announced they were closing the plant”, “announced reaching an agreement”: one event each. */
function withAnnounced(triggers: readonly Trigger[]): Trigger[] {
  const kept: Trigger[] = [];
  for (const trigger of triggers) {
    const before = kept.at(-1);
    const { form, at, group, part } = trigger;
    const announced =
      before?.form === "VERB" && before.concept?.name === "announcement" && at - before.at < 9;
    if (!announced || group?.modal != null) kept.push(trigger);
    else if (form === "VERB") {
      kept.splice(-1, 1, { ...before, concept: trigger.concept, last: Math.max(before.last, trigger.last) });
    } else if (part === "OBJECT" && group !== null && group !== before.group && carries(trigger, group)) {
      kept.splice(-1, 1, trigger);
    } else kept.push(trigger);
  }
  return kept;
}

/** Whether a verb adds nothing to the noun with it (“held a meeting”, “the blast occurred”), or is of its kind (“sent a letter”). */
export function carries({ part, concept }: Trigger, group: VerbGroup): boolean {
  if (part === "SUBJECT")
    return OCCURRENCE.has(group.lemma) || (CONSEQUENCE.has(group.lemma) && VIOLENT.has(concept?.name ?? ""));
  return (
    part === "OBJECT" &&
    group.lemma !== "follow" &&
    (LIGHT_VERBS.has(group.lemma) || (concept !== null && EVENT_VERBS.get(group.lemma) === concept))
  );
}

/** Whether a verb tells what became of the noun with it: “the summit was moved to 5 May”, “called off the strike”. */
function changes(noun: Trigger, { lemma, passive }: VerbGroup): boolean {
  const whole = noun.part === "OBJECT" || (noun.part === "SUBJECT" && passive);
  return newDateOf(noun) !== null || (whole && (POSTPONING.has(lemma) || CANCELLING.has(lemma)));
}

/** “a fire that killed two”, “the quake struck, killing two”: no events besides the fire and the quake. */
function isConsequence({ parsed: { tokens } }: Scene, { at, part }: Trigger, group: VerbGroup): boolean {
  if (group.first < at || !CONSEQUENCE.has(group.lemma)) return false;
  const before = tokens[group.first - 1];
  if (!group.finite) return part === "SUBJECT" && group.form === "ING" && before?.text === ",";
  return /^(?:that|which)$/.test(before?.lower ?? "") && group.first - at < 8;
}

/** “A bomb exploded, killing two”: no event besides the explosion. */
function followsFrom({ parsed: { tokens } }: Scene, { group }: Trigger, before: readonly Trigger[]): boolean {
  if (group === null || group.form !== "ING" || group.finite || !CONSEQUENCE.has(group.lemma)) return false;
  return (
    tokens[group.first - 1]?.text === "," &&
    before.some(({ at, concept }) => at < group.first && VIOLENT.has(concept?.name ?? ""))
  );
}

/** Verbs whose subject takes place, or is put off, or is told of. */
const OCCURRENCE = new Set(
  `take occur happen begin start break follow continue hold be end conclude schedule plan postpone cancel delay erupt ensue
  unfold call come go kick set open launch issue announce reach sign publish conduct proceed resume adjourn hit strike`.split(
    /\s+/,
  ),
);

/** What blasts, storms and the like do is all one event with them: “the blast killed two”. */
const CONSEQUENCE = new Set(
  `kill injure wound hurt destroy damage engulf devastate hit strike leave cause claim flatten rip tear sweep ravage affect displace rock shake spread trap raze gut burn`.split(
    " ",
  ),
);
const VIOLENT = new Set(
  "attack shooting battle explosion crash fire disaster outbreak-of collapse protest".split(" "),
);

/** “the interview published Saturday”, “the inquiry begun in May”. */
function participleAfter({ parsed: { groups } }: Scene, at: number): VerbGroup | undefined {
  return groups.find(({ first, finite, lemma }) => first === at + 1 && !finite && OCCURRENCE.has(lemma));
}

function nominalTriggers(scene: Scene): Trigger[] {
  const { tokens } = scene.parsed;
  const triggers: Trigger[] = [];
  tokens.forEach((token, at) => {
    if ((token.pos !== "NOUN" && token.pos !== "PROPN") || token.quotation !== null) return;
    const concept = nominalConcept(tokens, at, scene.headline);
    if (concept === undefined || isAccusation(tokens, at)) return;
    if (scene.times.some(({ start, end }) => start <= token.start && token.end <= end)) return;
    const first = wholeStart(tokens, at);
    const { group, part } = partOf(scene, first, at);
    const last = participleAfter(scene, at)?.last ?? withComplement(tokens, at);
    const trigger: Trigger = {
      scene,
      at,
      lemma: token.lemma,
      form: "NOUN",
      concept,
      group,
      part,
      first,
      last,
    };
    const begun = part === "OBJECT" && group !== null && carries(trigger, group) && at - group.head < 12;
    triggers.push(begun ? { ...trigger, first: group.head } : trigger);
  });
  return triggers;
}

/** “charged with fraud”, “convicted of murder”: no event of its own, unless it is said to be one. */
function isAccusation(tokens: readonly Token[], at: number): boolean {
  const start = phraseStart(tokens, at);
  const preposition = tokens[start - 1]?.lower ?? "";
  const before = tokens.slice(Math.max(0, start - 6), start - 1);
  return (
    /^(?:with|of)$/.test(preposition) &&
    before.some(({ lemma, lower }) => ACCUSING.has(lemma) || ACCUSING.has(lower))
  );
}

const ACCUSING = new Set("charge convict accuse acquit suspect guilty innocent clear".split(" "));

function verbalTrigger(scene: Scene, group: VerbGroup): Trigger | undefined {
  const { tokens } = scene.parsed;
  const verb = tokens[group.head];
  if (verb === undefined || verb.quotation !== null) return undefined;
  const { lemma } = group;
  const phrasal = phrasalAt(tokens, group);
  const concept = phrasal?.concept ?? EVENT_VERBS.get(lemma) ?? null;
  if (concept === null && (NO_EVENT_VERBS.has(lemma) || verb.pos !== "VERB" || !group.finite))
    return undefined;
  const signsUp = group.lemma === "sign" && /^(?:up|in|off|on)$/.test(tokens[group.head + 1]?.lower ?? "");
  if (phrasal === undefined && signsUp) return undefined;

  const end = phrasal?.end ?? group.head;
  if (phrasal === undefined ? isSomethingElse(tokens, group) : lemma === "speak" && isToMedia(tokens, end))
    return undefined;
  const next = tokens[end + 1];
  const isTime =
    next !== undefined && scene.times.some((time) => time.start <= next.start && next.end <= time.end);
  const object = group.passive || isTime ? undefined : beforeTime(scene, end, phraseEnd(tokens, end + 1));
  const subject = object === undefined && group.finite ? phraseBefore(tokens, group.first) : undefined;
  const named = subject !== undefined && tokens[subject]?.pos !== "PRON";
  return {
    scene,
    at: group.head,
    lemma,
    form: "VERB",
    concept,
    group,
    part: "VERB",
    first: named ? subjectStart(tokens, subject) : group.head,
    last: object ?? (group.passive ? withComplement(tokens, end) : end),
  };
}

/** “went on strike”, “opened fire”: the verb tells of the event together with the noun. */
function isInPhrasal({ parsed: { tokens } }: Scene, { group, at }: Trigger): boolean {
  if (group === null || group.head > at) return false;
  const phrasal = phrasalAt(tokens, group);
  return phrasal !== undefined && phrasal.end >= at;
}

/** “dismiss the director next month”: the object ends before the time. */
function beforeTime(
  { times, parsed: { tokens } }: Scene,
  verb: number,
  last: number | undefined,
): number | undefined {
  let at = last ?? verb;
  while (
    at > verb &&
    times.some(({ start, end }) => start <= (tokens[at]?.start ?? 0) && (tokens[at]?.end ?? 0) <= end)
  )
    at--;
  return at > verb ? at : undefined;
}
