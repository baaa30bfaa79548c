import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { humanity } from "../lexicon/human-acts.ts";
import { NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { NEVER_NAMES, THING_ENDS, THING_STARTS } from "../lexicon/never-names.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS, PLACE_STARTS } from "../lexicon/place-words.ts";
import { KIN, singularRole } from "../lexicon/role-nouns.ts";
import type { TitlePhrase } from "./title-phrase.ts";
import { isAcronym, isInitial, isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** How much speaks for words being the name of a person, in points; from 3 on it is likelier than not. */
export interface Evidence {
  readonly shape: number;
  readonly context: number;
  readonly title: number;
}

export const PERSON_POINTS = 3;

/** What the words themselves tell. */
export function shapePoints(name: readonly Word[], isEnglish: (word: Word) => boolean): number {
  const first = name[0];
  const last = name.at(-1);
  if (first === undefined || last === undefined) return -9;
  if (
    name.some(
      (word) => isAcronym(word) || /\d/.test(word.text) || countryOfNationality(word.lower) !== undefined,
    )
  )
    return -9;
  if (name.some(({ lower }) => NEVER_NAMES.has(lower))) return -9;
  let points = 0;
  const given = givenNameGender(first.text);
  if (name.length > 1) {
    if (given !== undefined) points += isAmbiguousGiven(first) ? 1 : 3;
    if (FAMILY_FIRST.has(first.lower) && name.length <= 3) points += 2;
    if (name.slice(0, -1).some(isInitial)) points += 2;
    if (NAME_SUFFIXES.has(last.lower.replace(/\.$/, ""))) points += 2;
    if (name.some(({ capital }) => !capital)) points += 1;
    if (name.slice(1).some((word) => givenNameGender(word.text) !== undefined)) points += 0.5;
    if (!isEnglish(last)) points += 1;
    if (!isEnglish(first)) points += 1;
    else if (isEnglish(last) && given === undefined) points -= 2;
  } else if (given !== undefined && !isEnglish(first)) points += 1.5;
  if (name.length > 5) points -= 3;
  const sure = given !== undefined && name.length === 2;
  if (ORGANIZATION_ENDS.has(last.lower)) points -= sure ? 2 : 6;
  if (PLACE_ENDS.has(last.lower)) points -= sure ? 1.5 : 6;
  if (THING_ENDS.has(last.lower)) points -= sure ? 1.5 : 5;
  if (THING_STARTS.has(first.lower) || PLACE_STARTS.has(first.lower)) points -= 4;
  if (name.slice(0, -1).some(({ lower }) => ORGANIZATION_ENDS.has(lower) || THING_ENDS.has(lower)))
    points -= 2;
  const place = knownPlace(name.map(({ text }) => text).join(" "));
  if (place !== undefined) points -= place.kind === "CITY" && name.length === 1 ? 2 : 5;
  return points;
}

/** First names that are as often a place or another thing: Georgia, Paris, Chase. */
function isAmbiguousGiven(word: Word): boolean {
  const place = knownPlace(word.text);
  return (place !== undefined && place.kind !== "CITY") || AMBIGUOUS_GIVEN.has(word.lower);
}

const AMBIGUOUS_GIVEN: ReadonlySet<string> = new Set(
  `chase chelsea florence sydney dallas houston lincoln madison orlando phoenix savannah victoria art bell bill deal
  dell ford golden royal free grand green gray grey king lake land law lay leaf major mercedes america moss ocean park
  penny pop port price prince regal river rock rose ruby sea silver sky sierra star storm summer sun temple west win
  faith grace hope joy mark may april june will christian christmas early duke earl baron marine sterling true young
  apple amber crystal pearl ivy olive ginger dale glen heath forest berry holly`.split(/\s+/),
);

/** What stands around the name tells. */
export function contextPoints(words: readonly Word[], from: number, to: number): number {
  let points = 0;
  const before = words[from - 1];
  const earlier = words[from - 2];
  if (before !== undefined) {
    if (/^(?:the|a|an|this|that)$/.test(before.lower)) points -= 4;
    if (/^(?:in|near|at|across|throughout|outside|inside)$/.test(before.lower)) points -= 2;
    if (/^(?:named|called|identified|nicknamed|naming)$/.test(before.lower)) points += 2;
    if (before.lower === "as" && /^identified|named$/.test(earlier?.lower ?? "")) points += 2;
    if (before.lower === "to" && earlier?.lower === "according") points += 1;
    if (before.lower === "by") points += 0.5;
    if (KIN.has(singularRole(before.lower))) points += 2;
  }
  if (words[to - 1]?.possessive) {
    const owned = words[to]?.lower ?? "";
    if (
      KIN.has(singularRole(owned)) ||
      /^(?:death|body|lawyer|attorney|office|family|home|life|career|arrest)$/.test(owned)
    )
      points += 2;
    return points;
  }
  return points + pointsAfter(words, to) + pointsOfInversion(words, from);
}

function pointsAfter(words: readonly Word[], to: number): number {
  const next = words[to];
  if (next === undefined) return 0;
  if (next.text === ",") {
    const after = words[to + 1];
    if (after === undefined) return 0;
    if (/^\d{1,3}$/.test(after.text) && /^[,.;)]$/.test(words[to + 2]?.text ?? "")) return 3;
    if (after.lower === "who" || after.lower === "whose" || after.lower === "whom") return 2.5;
    if (after.lower === "aged" || after.lower === "born") return 2.5;
    if (
      /^(?:a|an|the|his|her|their)$/.test(after.lower) ||
      isRoleWord(after) ||
      after.capital ||
      after.pos === "ADJ"
    ) {
      for (let at = to + 1; at < to + 8; at++) {
        const word = words[at];
        if (word === undefined || word.pos === "PUNCT" || word.pos === "VERB") return 0;
        if (isRoleWord(word)) return 2.5;
      }
    }
    return 0;
  }
  if (next.text === "(") return /^(?:born|\d{2})$/.test(words[to + 1]?.lower ?? "") ? 2 : 0;
  if (next.lower === "who" || next.lower === "whose") return 2.5;
  for (let at = to; at < to + 4; at++) {
    const word = words[at];
    if (word === undefined) return 0;
    if (word.pos === "VERB" || humanity(word.lemma) > 0) return humanity(word.lemma);
    if (word.pos !== "AUX" && word.pos !== "ADV" && word.pos !== "PART") return 0;
  }
  return 0;
}

/** “…,” said Jane Doe. */
function pointsOfInversion(words: readonly Word[], from: number): number {
  const before = words[from - 1];
  if (before === undefined || humanity(before.lemma) !== 1) return 0;
  const earlier = words[from - 2];
  return earlier?.pos === "QUOTE" || /^[,"”’']$/.test(earlier?.text ?? "") ? 1.5 : 0.5;
}

/** What a title tells that stands right before. */
export function titlePoints(title: TitlePhrase | null, commaBetween: boolean): number {
  if (title === null) return 0;
  if (title.honorific) return 4;
  return commaBetween ? 2.5 : 3;
}
