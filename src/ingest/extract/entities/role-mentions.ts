import { knownPlace } from "../lexicon/gazetteer.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { ROLE_KINDS } from "../lexicon/role-kinds.ts";
import { genderOfRole, isRoleNoun, OFFICES, singularRole } from "../lexicon/role-nouns.ts";
import type { FoundMention, ReadingPlace } from "./pronouns.ts";
import type { Referent } from "./referent.ts";
import { isAcronym, isNameWord, isTitleModifier } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** What a phrase such as “the former Russian minister” tells of whom it means. */
interface RolePhrase {
  readonly to: number;
  /** The noun in lower case; null of “the Belgian”, “the 24-year-old”. */
  readonly head: string | null;
  readonly country: string | undefined;
  readonly age: number | undefined;
}

/** Whom “the Russian official” means, by what the text said of people before; null where it says nothing of the kind. */
export function roleMentionAt(
  place: ReadingPlace,
  referents: readonly Referent[],
  ahead: { readonly start: number } | undefined,
): FoundMention | null {
  const phrase = rolePhraseAt(place.words, place.at);
  if (phrase === null || appositive(place, phrase, ahead)) return null;
  const start = place.words[place.at]?.start ?? 0;
  let best: Referent | null = null;
  let most = 0;
  for (const referent of referents) {
    if (referent.kind !== "PERSON" || (referent.names[0]?.start ?? start) >= start) continue;
    const points = suits(phrase, referent);
    if (points <= 0) continue;
    const near = place.salience.recent.includes(referent) ? place.salience.of(referent, place) : 0;
    if (points * 20 + near > most) {
      most = points * 20 + near;
      best = referent;
    }
  }
  return best === null ? null : { referent: best, to: phrase.to, form: "ROLE" };
}

/** “the French president, François Hollande”, “Donald Tusk, the president”: part of how the text names somebody. */
function appositive(
  { words, at }: ReadingPlace,
  { to }: RolePhrase,
  ahead: { readonly start: number } | undefined,
): boolean {
  const before = words[at - 2];
  if (words[at - 1]?.text === "," && before !== undefined && isNameWord(before) && !isTitleModifier(before))
    return true;
  return words[to]?.text === "," && ahead !== undefined && words[to + 1]?.start === ahead.start;
}

const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "that"]);

/** Whether “the Russian official” and the like may begin at a word. */
export function mayOpenRole({ lower, possessive, capital }: Word): boolean {
  return DEFINITE.has(lower) || (possessive && capital);
}

function rolePhraseAt(words: readonly Word[], at: number): RolePhrase | null {
  const first = words[at];
  if (first === undefined) return null;
  let country = first.possessive && first.capital ? countryNamed(first.text) : undefined;
  if (country === undefined && !DEFINITE.has(first.lower)) return null;
  let age: number | undefined;
  for (let index = at + 1; index < at + 7; index++) {
    const word = words[index];
    if (word === undefined || word.possessive) return null;
    const nation = countryOfNationality(word.lower);
    const years = /^(\d{1,3})-year-old$/.exec(word.lower)?.[1];
    if (nation !== undefined) country = nation;
    if (years !== undefined) age = Number(years);
    const next = words[index + 1];
    const ends = next === undefined || !goesOn(next);
    if (ends && next !== undefined && isNameWord(next) && !next.starts) return null;
    if (isRoleNoun(word.lower) && next?.lower === "of") {
      const owner = placeAfterOf(words, index + 1);
      if (owner === undefined) return null;
      country = owner;
    }
    if (isRoleNoun(word.lower) && ends)
      return { to: index + 1, head: singularRole(word.lower), country, age };
    if (ends && (years !== undefined || (nation !== undefined && index === at + 1 && !isAcronym(word))))
      return { to: index + 1, head: null, country, age };
    if (
      ends ||
      !(
        isTitleModifier(word) ||
        word.pos === "NOUN" ||
        word.pos === "PROPN" ||
        word.pos === "ADJ" ||
        years !== undefined
      )
    )
      return null;
  }
  return null;
}

/** The country in “the president of France”. */
function placeAfterOf(words: readonly Word[], of: number): string | undefined {
  const name = words[words[of + 1]?.lower === "the" ? of + 2 : of + 1];
  return name === undefined ? undefined : countryNamed(name.text);
}

function countryNamed(name: string): string | undefined {
  const place = knownPlace(name);
  return place !== undefined && "country" in place ? place.country : undefined;
}

function goesOn({ pos, lower }: Word): boolean {
  return pos === "NOUN" || pos === "ADJ" || pos === "PROPN" || isRoleNoun(lower) || /-year-old$/.test(lower);
}

/** How well a phrase fits what was said of somebody: 0 for not at all. */
function suits({ head, country, age }: RolePhrase, { roleHeads, countries, gender, ages }: Referent): number {
  if (country !== undefined && countries.size > 0 && !countries.has(country)) return 0;
  if (age !== undefined && ages.size > 0) return ages.has(age) ? 4 : 0;
  const sameCountry = country !== undefined && countries.has(country);
  if (head === null) return sameCountry ? 2 : 0;
  const told = genderOfRole(head);
  if (told !== null && gender !== null && told !== gender) return 0;
  const bonus = sameCountry ? 1 : country === undefined ? 0 : -1.5;
  if (roleHeads.has(head)) return 3 + bonus;
  const kinds = ROLE_KINDS.get(head);
  if (kinds !== undefined && [...roleHeads].some((role) => kinds.has(role))) return 2 + bonus;
  return sameCountry && OFFICES.has(head) && [...roleHeads].some((role) => OFFICES.has(role)) ? 2 : 0;
}
