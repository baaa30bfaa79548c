import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { Concept } from "../lexicon/events/concept.ts";
import { PHRASAL_VERBS } from "../lexicon/events/event-words.ts";

/** The kind of event that a verb tells of with what follows it: “open fire”, “step down”; undefined where it does not. */
export function phrasalAt(
  tokens: readonly Token[],
  { lemma, head }: VerbGroup,
): { readonly concept: Concept; readonly end: number } | undefined {
  for (const { particles, concept } of PHRASAL_VERBS.get(lemma) ?? []) {
    const end = followed(tokens, head, particles);
    if (end !== undefined) return { concept, end };
  }
  return undefined;
}

/** Words that may stand after an object of some length: “found the airline not guilty”. */
const FAR = new Set("guilty not negligent liable".split(" "));

/** Position of the last particle, where they follow a verb with at most one word between, or some where that is usual. */
function followed(tokens: readonly Token[], head: number, particles: readonly string[]): number | undefined {
  const reach = FAR.has(particles[0] ?? "") ? 9 : 2;
  for (let skip = 1; skip <= reach; skip++) {
    const matches = particles.every((particle, index) => {
      const token = tokens[head + skip + index];
      return token !== undefined && (token.lower === particle || token.lemma === particle);
    });
    if (matches) return head + skip + particles.length - 1;
  }
  return undefined;
}
