import { ACCIDENTS } from "./accidents.ts";
import { BUSINESS } from "./business.ts";
import type { Concept } from "./concept.ts";
import { LIFE } from "./life.ts";
import { POLITICS } from "./politics.ts";
import { VIOLENCE } from "./violence.ts";

const CONCEPTS: readonly Concept[] = [...VIOLENCE, ...ACCIDENTS, ...POLITICS, ...BUSINESS, ...LIFE];

/** A verb that needs words after it to tell of an event: `break_out` is “break” with “out”. */
export interface Phrasal {
  readonly particles: readonly string[];
  readonly concept: Concept;
}

const nouns = new Map<string, Concept>();
const verbs = new Map<string, Concept>();
const phrasals = new Map<string, Phrasal[]>();
for (const concept of CONCEPTS) {
  for (const noun of concept.nouns) if (!nouns.has(noun)) nouns.set(noun, concept);
  for (const verb of concept.verbs) {
    const [lemma = "", ...particles] = verb.split("_");
    if (particles.length > 0) phrasals.set(lemma, [...(phrasals.get(lemma) ?? []), { particles, concept }]);
    else if (!verbs.has(lemma)) verbs.set(lemma, concept);
  }
}

/** Base forms of nouns that name events, and what kind each names. */
export const EVENT_NOUNS: ReadonlyMap<string, Concept> = nouns;

/** Base forms of verbs that tell of events. */
export const EVENT_VERBS: ReadonlyMap<string, Concept> = verbs;

/** Verbs that do so with what follows them, by their base form. */
export const PHRASAL_VERBS: ReadonlyMap<string, readonly Phrasal[]> = phrasals;
