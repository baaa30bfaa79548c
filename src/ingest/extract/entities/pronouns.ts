import type { Mention } from "../entity.ts";
import { SPEECH_ACTS } from "../lexicon/human-acts.ts";
import type { Referent } from "./referent.ts";
import type { Salience } from "./salience.ts";
import type { Word } from "./words.ts";

/** A pronoun that stands for somebody or something named. */
export interface Pronoun {
  readonly gender: "MALE" | "FEMALE" | null;
  readonly kind: "PERSON" | "ORGANIZATION";
  /** “his”, “her”: it owns what follows. */
  readonly owner: boolean;
  /** “him”: not the subject of its own clause. */
  readonly object: boolean;
}

/** Where a word that may mean somebody stands, and what was read before it. */
export interface ReadingPlace {
  readonly words: readonly Word[];
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** In a quotation that stands apart from its sentence. */
  readonly quoted: boolean;
  /** The latest subject in the sentence. */
  readonly subject: Referent | null;
  /** The same, unless another subject stands between: “Smith said the court had told him”. */
  readonly clauseSubject: Referent | null;
  /** The first subject of the sentence so far or, before it has one, of the sentence before; null where that is nothing named. */
  readonly lastSubject: Referent | null;
  /** The subject of the sentence around the quotation, who probably speaks. */
  readonly speaker: Referent | null;
  readonly salience: Salience;
}

/** What was found to mean somebody: words up to `to`, exclusive. */
export interface FoundMention {
  readonly referent: Referent;
  readonly to: number;
  readonly form: Mention["form"];
}

/** The pronoun at a word; “it” and “they” only where they speak. */
export function pronounAt(words: readonly Word[], at: number): Pronoun | null {
  const word = words[at];
  if (word === undefined || word.pos !== "PRON") return null;
  const person = PRONOUNS.get(word.lower);
  if (person !== undefined) {
    const followed = words[at + 1];
    const owns =
      word.lower === "his" ||
      (word.lower === "her" && followed !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(followed.pos));
    return { gender: person, kind: "PERSON", owner: owns, object: /^(?:him|her)$/.test(word.lower) && !owns };
  }
  if (word.lower === "it" || word.lower === "they") {
    const verb = words.slice(at + 1, at + 4).find(({ pos }) => pos !== "ADV" && pos !== "AUX");
    if (verb?.pos === "VERB" && SPEECH_ACTS.has(verb.lemma))
      return { gender: null, kind: "ORGANIZATION", owner: false, object: false };
  }
  return null;
}

const PRONOUNS: ReadonlyMap<string, "MALE" | "FEMALE"> = new Map([
  ["he", "MALE"],
  ["him", "MALE"],
  ["his", "MALE"],
  ["himself", "MALE"],
  ["she", "FEMALE"],
  ["her", "FEMALE"],
  ["hers", "FEMALE"],
  ["herself", "FEMALE"],
]);

/** From so many points on somebody is near enough to be meant. */
const NEAR = 1;

/** Whom a pronoun means; null where nobody fits. `ahead` are the names that follow next. */
export function resolvePronoun(
  pronoun: Pronoun,
  place: ReadingPlace,
  ahead: readonly { readonly referent: Referent; readonly start: number }[],
): FoundMention | null {
  const fits = (referent: Referent) =>
    referent.kind === pronoun.kind &&
    (pronoun.gender === null || referent.gender === null || referent.gender === pronoun.gender);
  if (pronoun.kind === "ORGANIZATION") {
    const { lastSubject } = place;
    return lastSubject !== null && fits(lastSubject) ? found(lastSubject, place) : null;
  }
  const fronted = namedAfterFrontedPhrase(place, ahead);
  if (fronted !== null && fits(fronted)) return found(fronted, place);
  let best: Referent | null = null;
  let most = NEAR;
  for (const referent of place.salience.recent) {
    if (!fits(referent)) continue;
    if (pronoun.object && referent === place.clauseSubject) continue;
    let points = place.salience.of(referent, place, pronoun.object);
    if (pronoun.gender !== null && referent.gender === pronoun.gender) points += 3;
    if (referent === place.subject) points += 2;
    if (referent === place.speaker) points -= 14;
    if (points > most) {
      most = points;
      best = referent;
    }
  }
  return best === null ? null : found(best, place);
}

function found(referent: Referent, { at }: ReadingPlace): FoundMention {
  return { referent, to: at + 1, form: "PRONOUN" };
}

/** “After his arrest, Smith said …”: the name right after the comma that ends what the sentence begins with. */
function namedAfterFrontedPhrase(
  { words, at }: ReadingPlace,
  ahead: readonly { readonly referent: Referent; readonly start: number }[],
): Referent | null {
  const first = words[0];
  if (first === undefined || !(first.pos === "ADP" || first.pos === "SCONJ" || first.lower.endsWith("ing")))
    return null;
  if (words.slice(0, at).some(({ text }) => text === ",")) return null;
  const comma = words.findIndex(({ text }, index) => index > at && text === ",");
  const name = words[comma + 1];
  if (comma < 0 || comma > at + 12 || name === undefined) return null;
  return ahead.find(({ start }) => start === name.start)?.referent ?? null;
}
