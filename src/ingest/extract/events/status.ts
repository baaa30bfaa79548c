import type { EventStatus } from "../../../domain/model.ts";
import type { Token } from "../annotated-text.ts";
import { governorOf, IMPLICATIVE, type Parsed } from "../clauses/orientation.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import {
  CANCELLING,
  CONTINUING,
  LIGHT_VERBS,
  ONGOING_ADJECTIVES,
  PLANNED_ADJECTIVES,
  PLANNED_GOVERNORS,
  PLANNED_NOUNS,
  POSSIBLE_ADJECTIVES,
  POSSIBLE_GOVERNORS,
  POSSIBLE_NOUNS,
  POSTPONING,
} from "../lexicon/events/other-verbs.ts";
import type { Trigger } from "./mention.ts";
import { newDateOf } from "./new-date.ts";
import { phraseStart } from "./phrases.ts";

/** What the words around it tell became of an event; null where they tell that it did not come to pass. */
export function statusOf(trigger: Trigger): EventStatus | null {
  return trigger.form === "VERB" ? verbal(trigger) : nominal(trigger);
}

function verbal({ group, scene: { parsed } }: Trigger): EventStatus | null {
  if (group === null) return "OCCURRED";
  const { tokens } = parsed;
  if (group.negated) return null;
  if (group.infinitive) return infinitive(group, parsed);
  if (isGerund(group)) return gerund(group, parsed);
  // “could have been fined”: it was not.
  if (group.perfect && /^(?:could|should|would|'d)$/.test(group.modal ?? "")) return null;
  const own = byTense(group);
  if (own !== "OCCURRED") return conditional(group, tokens) ? "POSSIBLE" : own;
  return own;
}

const isGerund = ({ finite, infinitive, form }: VerbGroup) => !finite && !infinitive && form === "ING";

/** What a verb group tells by its auxiliaries and tense. */
function byTense(group: VerbGroup): EventStatus {
  switch (group.modal) {
    case "will":
    case "wo":
    case "'ll":
    case "shall":
      return "SCHEDULED";
    case "would":
    case "'d":
      return group.perfect ? "POSSIBLE" : "SCHEDULED";
    case null:
      break;
    default:
      return "POSSIBLE";
  }
  if (group.progressive && !group.past && !group.perfect) return "IN_PROGRESS";
  if (group.perfect && group.form === "ING") return "IN_PROGRESS";
  return "OCCURRED";
}

/** Whether “if”, “once”, “unless” or “should” stands near before or after. */
function conditional(group: VerbGroup, tokens: readonly Token[]): boolean {
  if (group.modal !== "would" && group.modal !== "'d") return false;
  return tokens.some(
    ({ lower }, at) => /^(?:if|unless|once|provided)$/.test(lower) && Math.abs(at - group.head) < 15,
  );
}

function infinitive(group: VerbGroup, parsed: Parsed): EventStatus | null {
  const { tokens } = parsed;
  const before = tokens[group.first - 1];
  if (before?.pos === "NOUN" || before?.pos === "PROPN") {
    if (POSSIBLE_NOUNS.has(before.lemma)) return "POSSIBLE";
    if (PLANNED_NOUNS.has(before.lemma)) return "SCHEDULED";
  }
  if (/^(?:likely|able|willing|unlikely|eligible|free)$/.test(before?.lower ?? ""))
    return before?.lower === "unlikely" ? null : "POSSIBLE";
  if (before?.lower === "yet") return null;
  const governor = governorOf(group, parsed);
  if (governor === undefined) return parsed.headline ? "SCHEDULED" : "POSSIBLE";
  if (REFUSING.has(governor.lemma) || (governor.negated && IMPLICATIVE.has(governor.lemma))) return null;
  if (governor.negated) return null;
  if (governor.lemma === "have" && !governor.past) return "POSSIBLE";
  if (IMPLICATIVE.has(governor.lemma)) return byTense(governor);
  if (governor.lemma === "be") return "SCHEDULED";
  // “beat Ajax to win the cup”
  if (/^(?:beat|defeat|overcome|edge|thrash)$/.test(governor.lemma)) return byTense(governor);
  if (PLANNED_GOVERNORS.has(governor.lemma))
    return governor.modal === null || governor.modal === "will" ? "SCHEDULED" : "POSSIBLE";
  if (POSSIBLE_GOVERNORS.has(governor.lemma)) return "POSSIBLE";
  return byTense(governor) === "OCCURRED" ? "OCCURRED" : "POSSIBLE";
}

const REFUSING = new Set("fail refuse decline neglect cease".split(" "));

/** “considering closing”, “after shooting”, “proposed banning”. */
function gerund(group: VerbGroup, { groups, tokens }: Parsed): EventStatus | null {
  const before = tokens[group.first - 1];
  if (/^(?:without|from|against)$/.test(before?.lower ?? "")) return null;
  if (before?.lower === "of" && POSSIBLE_NOUNS.has(tokens[group.first - 2]?.lemma ?? "")) return "POSSIBLE";
  if (before?.lower === "in" && POSSIBLE_NOUNS.has(tokens[group.first - 2]?.lemma ?? "")) return "POSSIBLE";
  const governor = groups.findLast(({ last }) => last < group.first);
  if (governor === undefined) return "OCCURRED";
  const adjacent = governor.last >= group.first - 2;
  // What is announced in -ing is done: “announced closing the plant”.
  if (
    adjacent &&
    governor.lemma !== "announce" &&
    (POSSIBLE_GOVERNORS.has(governor.lemma) || PLANNED_GOVERNORS.has(governor.lemma))
  )
    return "POSSIBLE";
  return byTense(governor);
}

function nominal(trigger: Trigger): EventStatus | null {
  const { at, group, part, scene } = trigger;
  const { parsed, headline } = scene;
  const { tokens } = parsed;
  const first = phraseStart(tokens, at);
  const article = tokens[first - 1];
  const modifiers = tokens.slice(first, at);
  if (article?.pos === "DET" && tokens[first - 2]?.lower === "without") return null;
  if (/^(?:no|any|without|every|each|such|whether|neither)$/.test(article?.lower ?? "")) return null;
  // Not “a no-confidence vote”.
  if (modifiers.some(({ lower }, index) => /^(?:no|such)$/.test(lower) && modifiers[index + 1]?.text !== "-"))
    return null;

  if (newDateOf(trigger) !== null) return "RESCHEDULED";
  const told = group === null ? null : (toldByUse(trigger, group) ?? toldByVerb(parsed, group, part));
  if (told === "NOT") return null;
  if (told === "POSTPONED" || told === "CANCELLED") return told;
  const hinted = byModifiers(modifiers) ?? byNounBefore(tokens, first) ?? byParticipleAfter(tokens, at);
  if (hinted !== null) return hinted;
  if (told !== null) return told;
  if (headline && group?.infinitive && part === "OBJECT") return "SCHEDULED";
  return "OCCURRED";
}

/** Acts that are done when they are offered. */
const DONE_BY_OFFERING = new Set("apology condolence resignation tribute".split(" "));

/** “offered his condolences”, “called an election”: verbs that tell something else of other objects. */
function toldByUse(
  { part, lemma, concept, scene: { parsed } }: Trigger,
  group: VerbGroup,
): EventStatus | null {
  if (part !== "OBJECT" || group.infinitive || group.negated || group.modal !== null) return null;
  if (group.lemma === "offer" && DONE_BY_OFFERING.has(lemma)) return "OCCURRED";
  const next = parsed.tokens[group.head + 1]?.lower ?? "";
  const convenes = group.lemma === "call" && !/^(?:for|on|off|upon)$/.test(next);
  return convenes && /^(?:vote|meeting|protest)$/.test(concept?.name ?? "") ? "SCHEDULED" : null;
}

function byModifiers(modifiers: readonly Token[]): EventStatus | null {
  const has = (words: ReadonlySet<string>) => modifiers.some(({ lower }) => words.has(lower));
  if (has(ONGOING_ADJECTIVES)) return "IN_PROGRESS";
  if (has(PLANNED_ADJECTIVES)) return "SCHEDULED";
  if (has(DEFINITELY_POSSIBLE)) return "POSSIBLE";
  return null;
}

const DEFINITELY_POSSIBLE = new Set(
  [...POSSIBLE_ADJECTIVES].filter((word) => !/^(?:further|another|new|eventual)$/.test(word)),
);

/** “possibility of talks”, “plans for a summit”, “ahead of the vote”. */
function byNounBefore(tokens: readonly Token[], first: number): EventStatus | null {
  const articles = /^(?:DET|PRON|NUM|ADJ)$/;
  let at = first - 1;
  while (at >= 0 && articles.test(tokens[at]?.pos ?? "")) at--;
  const preposition = tokens[at]?.lower ?? "";
  const noun = tokens[at - 1];
  if (noun === undefined) return null;
  if (preposition === "of" && noun.lower === "ahead") return "SCHEDULED";
  if (!/^(?:of|for|to|on|at|in|about)$/.test(preposition)) return null;
  if (POSSIBLE_NOUNS.has(noun.lemma) && noun.pos !== "VERB") return "POSSIBLE";
  if (PLANNED_NOUNS.has(noun.lemma) && noun.lemma === "plan") return "SCHEDULED";
  if (
    noun.pos === "VERB" &&
    /^(?:call|push|hope|wish|appeal|press|ask|plead|lobby|campaign|aim|bid)$/.test(noun.lemma)
  )
    return "POSSIBLE";
  return null;
}

/** “a meeting planned for May”, “talks due on Friday”, “the vote scheduled by parliament”. */
function byParticipleAfter(tokens: readonly Token[], at: number): EventStatus | null {
  const next = tokens[at + 1]?.lower ?? "";
  if (/^(?:planned|scheduled|slated|due|expected|set)$/.test(next)) return "SCHEDULED";
  if (/^(?:proposed|suggested|sought|demanded|requested)$/.test(next)) return "POSSIBLE";
  return /^(?:underway|continuing|continues)$/.test(next) ? "IN_PROGRESS" : null;
}

function toldByVerb(parsed: Parsed, group: VerbGroup, part: Trigger["part"]): EventStatus | "NOT" | null {
  if (part === "OTHER") return null;
  if (part === "OBJECT" && group.infinitive && LIGHT_VERBS.has(group.lemma))
    return infinitive(group, parsed) ?? "NOT";
  if (part === "OBJECT" && isGerund(group) && LIGHT_VERBS.has(group.lemma))
    return gerund(group, parsed) ?? "NOT";
  const { tokens } = parsed;
  const after = tokens.slice(group.head + 1, group.head + 4).map(({ lower }) => lower);
  const calledOff = group.lemma === "call" && after.includes("off");
  const putOff =
    (group.lemma === "put" && after.includes("off")) ||
    (group.lemma === "push" && after.includes("back")) ||
    (group.lemma === "put" && after.includes("hold"));
  const happened = byTense(group) === "OCCURRED" && !group.infinitive;
  const passiveOrObject = part === "OBJECT" || group.passive;
  if (passiveOrObject && (POSTPONING.has(group.lemma) || putOff)) return happened ? "POSTPONED" : "POSSIBLE";
  if (passiveOrObject && (CANCELLING.has(group.lemma) || calledOff))
    return happened ? "CANCELLED" : "POSSIBLE";
  if (part === "SUBJECT") return asSubject(group, after);
  if (group.negated) return "NOT";
  if (group.infinitive) return null;
  if (POSSIBLE_GOVERNORS.has(group.lemma) && !LIGHT_VERBS.has(group.lemma))
    return group.lemma === "discuss" ? null : "POSSIBLE";
  if (/^(?:plan|schedule|arrange|prepare|expect)$/.test(group.lemma)) return "SCHEDULED";
  if (!LIGHT_VERBS.has(group.lemma) && !/^(?:see|attend|join|win|lose)$/.test(group.lemma)) return null;
  return byTense(group);
}

function asSubject(group: VerbGroup, after: readonly string[]): EventStatus | "NOT" | null {
  if (group.negated && /^(?:take|occur|happen|hold|sign|reach|begin|start)$/.test(group.lemma)) return "NOT";
  if (/^(?:plan|schedule|expect|slate|set|due)$/.test(group.lemma) && group.passive) {
    const goal = after[0] === "to" ? after[1] : undefined;
    return goal === undefined ||
      /^(?:take|be|happen|begin|start|open|go|continue|resume|last|run|end)$/.test(goal)
      ? "SCHEDULED"
      : null;
  }
  if (group.passive && /^(?:propose|suggest|consider|discuss|mull)$/.test(group.lemma)) return "POSSIBLE";
  if (group.lemma === "be" && after.some((word) => /^(?:scheduled|due|planned|expected|set)$/.test(word)))
    return "SCHEDULED";
  if (group.lemma === "be" && after.some((word) => /^(?:underway|ongoing|way)$/.test(word)))
    return "IN_PROGRESS";
  if (group.modal !== null) return byTense(group);
  if (CONTINUING.has(group.lemma)) return "IN_PROGRESS";
  return group.progressive && !group.past ? "IN_PROGRESS" : null;
}
