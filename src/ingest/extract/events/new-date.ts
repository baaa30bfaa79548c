import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { TimeExpression } from "../time-expression.ts";
import type { Scene, Trigger } from "./mention.ts";

/** What the text tells of another date that an event was given: the new one and the former one, where it tells them. */
export interface NewDate {
  readonly time: TimeExpression | null;
  readonly former: TimeExpression | null;
}

/** Verbs that give an event another date where one follows: “moved to 5 May”, “pushed back until Friday”. */
const MOVING = new Set(
  "postpone delay defer adjourn reschedule push put move shift bring change switch".split(" "),
);

/** Those that do so whether or not the new date follows. */
const ALWAYS = new Set(["reschedule", "bring"]);

/** The new date of what was moved, brought forward or put off until another day; null of what was not. */
export function newDateOf(trigger: Trigger): NewDate | null {
  const { group, part, scene } = trigger;
  if (group === null) return null;
  const told = newDateFor(trigger);
  if (told !== null) return told;
  if (part === "OTHER" || group.negated || group.infinitive) return null;
  if (part === "SUBJECT" && isNowHeld(scene, group))
    return { time: timeAfter(trigger, group, /^(?:on|in|from)$/), former: null };
  if (!MOVING.has(group.lemma) || group.modal !== null || !(part === "OBJECT" || group.passive)) return null;
  const time = timeAfter(trigger, group, /^(?:to|until|till|for)$/);
  const forward = scene.parsed.tokens.slice(group.head + 1).some(({ lower }) => lower === "forward");
  if (time === null && !(ALWAYS.has(group.lemma) && (group.lemma !== "bring" || forward))) return null;
  return { time, former: formerTime(scene, time) };
}

/** “set a new date of 9 December for the final”; “no new date” is none. */
function newDateFor({ scene, first, group }: Trigger): NewDate | null {
  const { tokens } = scene.parsed;
  const before = tokens.slice(Math.max(0, first - 9), first).map(({ lower }) => lower);
  const at = before.lastIndexOf("date");
  const isNew = at > 0 && before[at - 1] === "new" && before[at - 2] !== "no";
  if (!isNew || !/^(?:for|of)$/.test(before.findLast((word) => !/^(?:the|its|their)$/.test(word)) ?? ""))
    return null;
  if (group === null || group.negated || group.modal !== null || group.infinitive) return null;
  const from = tokens[Math.max(0, first - 9) + at];
  const time = scene.times.find(({ start, date }) => date !== null && start > (from?.start ?? 0)) ?? null;
  return { time, former: null };
}

/** “will now be held on 5 May”, “will now take place in June”. */
function isNowHeld({ parsed: { tokens } }: Scene, { first, head, modal, lemma }: VerbGroup): boolean {
  const now = tokens.slice(first, head).some(({ lower }) => lower === "now");
  return now && modal === "will" && /^(?:hold|take|start|begin|open|play)$/.test(lemma);
}

/** So many words lie at most between a verb and the new date: “moved the vote from 24 November to 1 December”. */
const REACH = 14;

/** The time after a verb and one of some prepositions, before any other verb with a tense. */
function timeAfter({ scene }: Trigger, { head }: VerbGroup, prepositions: RegExp): TimeExpression | null {
  const { tokens, groups } = scene.parsed;
  const next = groups.find((group) => group.finite && group.first > head)?.first ?? tokens.length;
  const last = Math.min(next, head + REACH, tokens.length);
  for (let at = head + 1; at < last; at++) {
    if (!prepositions.test(tokens[at]?.lower ?? "")) continue;
    const time = timeBehind(scene, tokens, at);
    if (time !== undefined) return time;
  }
  return null;
}

function timeBehind({ times }: Scene, tokens: readonly Token[], at: number): TimeExpression | undefined {
  const following = tokens.slice(at + 1, at + 3);
  return times.find(({ start, date }) => date !== null && following.some((token) => token.start === start));
}

/** The date that no longer holds: “from 24 November”, “originally planned for May”. */
function formerTime(scene: Scene, moved: TimeExpression | null): TimeExpression | null {
  const { tokens } = scene.parsed;
  for (const [at, { lower }] of tokens.entries()) {
    const planned =
      /^(?:for|on|in)$/.test(lower) &&
      /^(?:planned|scheduled|slated|due|set|expected)$/.test(tokens[at - 1]?.lower ?? "");
    if (lower !== "from" && !planned) continue;
    const time = timeBehind(scene, tokens, at);
    if (time !== undefined && time !== moved) return time;
  }
  return null;
}
