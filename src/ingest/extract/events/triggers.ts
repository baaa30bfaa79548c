import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { Concept } from "../lexicon/events/concept.ts";
import { EVENT_NOUNS, EVENT_VERBS, PHRASAL_VERBS } from "../lexicon/events/event-words.ts";
import { LIGHT_VERBS, NO_EVENT_VERBS } from "../lexicon/events/other-verbs.ts";
import type { Scene, Trigger } from "./mention.ts";
import { phraseBefore, phraseEnd, phraseStart, withComplement } from "./phrases.ts";

/** The words of a sentence, outside of quotation marks, that tell of events. */
export function findTriggers(scene: Scene): Trigger[] {
  const nouns = nominalTriggers(scene);
  const used = new Set(
    nouns.filter(({ group, part }) => group !== null && saysOnlyThat(group, part)).map(({ group }) => group),
  );
  const verbs = scene.parsed.groups
    .filter((group) => !used.has(group))
    .map((group) => verbalTrigger(scene, group))
    .filter((trigger) => trigger !== undefined);
  return [...nouns, ...verbs].sort((one, other) => one.at - other.at);
}

/** Whether a verb adds nothing to the noun with it: “held a meeting”, “the meeting took place”. */
export function saysOnlyThat({ lemma }: VerbGroup, part: Trigger["part"]): boolean {
  if (part === "OBJECT") return LIGHT_VERBS.has(lemma);
  return part === "SUBJECT" && OCCURRENCE.has(lemma);
}

const OCCURRENCE = new Set(
  "take occur happen begin start break follow continue hold be end conclude schedule plan postpone cancel delay erupt ensue unfold call come go kick set open launch issue announce reach sign publish conduct proceed resume adjourn hit strike".split(
    " ",
  ),
);

function nominalTriggers(scene: Scene): Trigger[] {
  const { tokens } = scene.parsed;
  const triggers: Trigger[] = [];
  tokens.forEach((token, at) => {
    if ((token.pos !== "NOUN" && token.pos !== "PROPN") || token.quotation !== null) return;
    const concept = nominalConcept(tokens, at);
    if (concept === undefined) return;
    const first = phraseStart(tokens, at);
    const { group, part } = roleOf(scene, first, at);
    const last = withComplement(tokens, at);
    const start =
      part === "OBJECT" && group !== null && saysOnlyThat(group, part) && at - group.head < 12
        ? group.head
        : first;
    triggers.push({ scene, at, lemma: token.lemma, form: "NOUN", concept, group, part, first: start, last });
  });
  return triggers;
}

function nominalConcept(tokens: readonly Token[], at: number): Concept | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return undefined;
  // “meeting room”, “police raid”: only the last noun names the thing.
  const goesOn =
    next !== undefined && (next.pos === "NOUN" || (next.pos === "PROPN" && token.pos === "PROPN"));
  if (goesOn && next.start <= token.end + 1 && !/(?:day|year|night|morning|week|month)s?$/.test(next.lower))
    return undefined;
  if (/^[-–]$/.test(next?.text ?? "") && next?.start === token.end) return undefined;
  const joined = /^[-–]$/.test(tokens[at - 1]?.text ?? "")
    ? `${tokens[at - 2]?.lower ?? ""}-${token.lemma}`
    : "";
  const found = EVENT_NOUNS.get(joined) ?? EVENT_NOUNS.get(token.lemma) ?? EVENT_NOUNS.get(token.lower);
  if (found === undefined || token.pos === "NOUN") return found;
  // A capitalised word in a name counts where the name is that of an event: “World Cup”, not “Strike Force”.
  return /^\p{Lu}/u.test(token.text) && tokens[at - 1]?.pos !== "PROPN" && !EVENT_NOUNS.has(token.lower)
    ? undefined
    : found;
}

/** The verb that a noun phrase is subject or object of, as far as their order tells. */
function roleOf(scene: Scene, first: number, head: number): Pick<Trigger, "group" | "part"> {
  const { tokens, groups, clauses } = scene.parsed;
  const before = tokens
    .slice(Math.max(0, first - 3), first)
    .findLast(({ pos }) => pos !== "DET" && pos !== "ADV" && pos !== "PRON");
  const governed = groups.findLast(({ last }) => last < first);
  if (governed !== undefined && clauses[governed.last] === clauses[first]) {
    const between = tokens.slice(governed.last + 1, first);
    if (
      between.every(
        ({ pos, lower }) =>
          /^(?:DET|PRON|ADV|ADJ|NUM|PART)$/.test(pos) || PARTICLES.has(lower) || /^['’]s?$/.test(lower),
      )
    ) {
      return { group: governed, part: "OBJECT" };
    }
    if (
      between.every(({ pos }) => pos !== "ADP" && pos !== "PUNCT" && pos !== "CCONJ") &&
      between.length < 5
    ) {
      return { group: governed, part: "OBJECT" };
    }
  }
  const next = groups.find((group) => group.first > head && group.finite);
  const near = next !== undefined && next.first - head < 14 && (before === undefined || before.pos !== "ADP");
  if (near && sameOrRelative(scene, head, next)) return { group: next, part: "SUBJECT" };
  return { group: governed ?? next ?? null, part: "OTHER" };
}

const PARTICLES = new Set("out up off down over for on".split(" "));

/** Whether a verb follows in the clause, or after a relative clause or participle between commas. */
function sameOrRelative(
  { parsed: { clauses, groups, tokens } }: Scene,
  head: number,
  next: VerbGroup,
): boolean {
  if (clauses[head] === clauses[next.first]) {
    return !groups.some((group) => group.finite && group.first > head && group.last < next.first);
  }
  return /^(?:that|which)$/.test(tokens[head + 1]?.lower ?? "") && next.first - head <= 3;
}

function verbalTrigger(scene: Scene, group: VerbGroup): Trigger | undefined {
  const { tokens } = scene.parsed;
  const verb = tokens[group.head];
  if (verb === undefined || verb.quotation !== null) return undefined;
  const phrasal = PHRASAL_VERBS.get(group.lemma)?.find(
    ({ particles }) => followed(tokens, group.head, particles) !== undefined,
  );
  const concept = phrasal?.concept ?? EVENT_VERBS.get(group.lemma) ?? null;
  if (concept === null && (NO_EVENT_VERBS.has(group.lemma) || verb.pos !== "VERB" || !group.finite))
    return undefined;
  if (phrasal === undefined && concept === null && group.lemma.length < 3) return undefined;
  const particleEnd = phrasal ? (followed(tokens, group.head, phrasal.particles) ?? group.head) : group.head;
  const object = group.passive ? undefined : phraseEnd(tokens, particleEnd + 1);
  const subject = object === undefined ? phraseBefore(tokens, group.first) : undefined;
  const isName = subject !== undefined && tokens[subject]?.pos !== "PRON";
  return {
    scene,
    at: group.head,
    lemma: group.lemma,
    form: "VERB",
    concept,
    group,
    part: "VERB",
    first:
      isName && subject !== undefined && group.finite
        ? phraseStart(tokens, subject)
        : group.passive
          ? group.head
          : group.first === group.head
            ? group.first
            : group.head,
    last: object ?? (group.passive ? withComplement(tokens, particleEnd) : particleEnd),
  };
}

/** Position of the last particle, where they follow a verb with at most one word between. */
function followed(tokens: readonly Token[], head: number, particles: readonly string[]): number | undefined {
  for (const skip of [1, 2]) {
    const matches = particles.every((particle, index) => {
      const token = tokens[head + skip + index];
      return token !== undefined && (token.lower === particle || token.lemma === particle);
    });
    if (matches) return head + skip + particles.length - 1;
  }
  return undefined;
}
