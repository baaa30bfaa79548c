import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import { EVENT_VERBS } from "../lexicon/events/event-words.ts";
import { CANCELLING, LIGHT_VERBS, POSTPONING } from "../lexicon/events/other-verbs.ts";
import type { Trigger } from "./mention.ts";
import { phraseEnd } from "./phrases.ts";

/** “upheld the verdict”, “the offer was rejected”: what was done about it is the event. */
export function isActedOn({ part, group }: Trigger): boolean {
  if (group === null || group.negated || !(part === "OBJECT" || (part === "SUBJECT" && group.passive)))
    return false;
  if (LIGHT_VERBS.has(group.lemma) || POSTPONING.has(group.lemma) || CANCELLING.has(group.lemma))
    return false;
  return ACTING_ON.has(EVENT_VERBS.get(group.lemma)?.name ?? "");
}

/** “withdrew from the treaty”, “knocked out of the cup”: the event is to leave, not what is left. */
export function isLeft({ scene, group, first, at }: Trigger): boolean {
  if (group === null || group.last > at || !LEAVING.has(group.lemma)) return false;
  const { tokens } = scene.parsed;
  const preposition = tokens[first - 1]?.pos === "DET" ? tokens[first - 2] : tokens[first - 1];
  return /^(?:from|of)$/.test(preposition?.lower ?? "");
}

const LEAVING = new Set(
  "withdraw pull knock drop bar ban exclude expel eliminate disqualify retire exit crash".split(" "),
);

const ACTING_ON = new Set("law rejection lifting".split(" "));

/** “left the stove on”, “faces criticism”: only posts and bodies are left, only rivals faced, as events. */
export function isSomethingElse(tokens: readonly Token[], { lemma, head, passive }: VerbGroup): boolean {
  if (passive || (lemma !== "leave" && lemma !== "face")) return false;
  const object = phraseEnd(tokens, head + 1);
  const noun = object === undefined ? undefined : tokens[object];
  if (noun === undefined) return lemma === "face";
  return noun.pos !== "PROPN" && !(lemma === "leave" && LEFT.has(noun.lemma));
}

/** “spoke to ABC News”: where words come from is no event. */
export function isToMedia(tokens: readonly Token[], to: number): boolean {
  const object = phraseEnd(tokens, to + 1);
  const words = object === undefined ? [] : tokens.slice(to + 1, object + 1);
  return words.some(({ lower }) => MEDIA.has(lower));
}

const MEDIA = new Set(
  `news times post journal herald guardian tribune telegraph agency reuters bbc cnn afp ap npr reporter reporters journalist
  journalists newspaper magazine radio television tv broadcaster press media`.split(/\s+/),
);

const LEFT = new Set(
  "club team company firm post office job role party coalition government cabinet bank band group country city league union bloc hospital alliance".split(
    " ",
  ),
);
