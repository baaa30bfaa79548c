import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { KNOWN_BODIES, NO_BODIES } from "../lexicon/known-bodies.ts";
import { NAME_PARTICLES, NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { NEVER_NAMES, THING_ENDS, THING_STARTS } from "../lexicon/never-names.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS, PLACE_STARTS } from "../lexicon/place-words.ts";
import { looksLikeSurname } from "../lexicon/surname-ends.ts";
import { wellKnownGender } from "../lexicon/well-known-people.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { isAcronym, isInitial } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** Points of what can be no name. */
const NONE = -9;

/**
 * What the words of a name tell, whatever stands around them: how much speaks for a person, in points.
 *
 * @param key the words with spaces between them
 */
export function shapePoints(name: readonly Word[], key: string): number {
  let points = weighed.get(key);
  if (points === undefined) {
    points = weigh(name, key);
    if (weighed.size >= REMEMBERED) weighed.clear();
    weighed.set(key, points);
  }
  return points;
}

/** Names weighed before: texts repeat them. */
const weighed = new Map<string, number>();
const REMEMBERED = 5_000;

function weigh(name: readonly Word[], key: string): number {
  const [first, second] = name;
  const last = name.at(-1);
  if (first === undefined || last === undefined || !name.every(mayBeOfName)) return NONE;
  const known = givenNameGender(first.text) !== undefined;
  if (second === undefined) {
    const given = known && !isEnglishWord(first.lower) ? 1.5 : 0;
    const family = looksLikeSurname(first.lower) && !isEnglishWord(first.lower) ? 2 : 0;
    return (
      given + family + (wellKnownGender(first.lower) === undefined ? 0 : 3) - pointsOfThing(name, key, false)
    );
  }
  let points = 0;
  if (known) points += isAmbiguousGiven(first) ? 1 : 3;
  if (FAMILY_FIRST.has(first.lower) && name.length <= 3 && !isEnglishWord(second.lower)) points += 2;
  if (name.slice(0, -1).some(isInitial)) points += 2;
  if (NAME_SUFFIXES.has(last.lower.replace(/\.$/, ""))) points += /^[iv]+$/.test(last.lower) ? 1 : 2;
  if (name.some(({ capital }) => !capital)) points += 0.5;
  if (
    name.every(({ capital }) => capital) &&
    name.slice(1).some(({ text }) => givenNameGender(text) !== undefined)
  )
    points += 0.5;
  const [strangeFirst, strangeLast] = [!isEnglishWord(first.lower), !isEnglishWord(last.lower)];
  points += Number(strangeFirst) + Number(strangeLast);
  if (!known && !strangeFirst && !strangeLast) points -= 2;
  if (name.length > 5) points -= 3;
  // “Atlético Madrid”: a club, unless the first word is a first name. Smaller towns bear the names of people.
  const place = known || FAMILY_FIRST.has(first.lower) ? undefined : knownPlace(last.text);
  if (place !== undefined) points -= place.kind === "CITY" ? 1 : 3;
  if (/^(?:\p{Lu}\.){3,}$/u.test(first.text)) points -= 4;
  return points - pointsOfThing(name, key, known && name.length === 2);
}

function mayBeOfName(word: Word, position: number, name: readonly Word[]): boolean {
  if (!word.capital && word.text !== "," && !NAME_PARTICLES.has(word.lower)) return false;
  const letters = position === 0 && name.length > 1 && isPairOfLetters(word);
  if (isAcronym(word) && !letters && !NAME_SUFFIXES.has(word.lower)) return false;
  if (countryOfNationality(word.lower) !== undefined || !isNameLike(word.text)) return false;
  return !(word.capital && NEVER_NAMES.has(word.lower));
}

/** “JD Vance”, but neither “EU Council” nor “TV Guide”. */
function isPairOfLetters({ text, lower }: Word): boolean {
  return (
    /^\p{Lu}{2}$/u.test(text) &&
    !KNOWN_BODIES.has(lower) &&
    !NO_BODIES.has(lower) &&
    knownPlace(text) === undefined
  );
}

/** What speaks for an organization, a place or a thing; less where a known first name goes before a single word. */
function pointsOfThing(name: readonly Word[], key: string, sure: boolean): number {
  const [first = "", last = ""] = [name[0]?.lower, name.at(-1)?.lower];
  let points = 0;
  if (ORGANIZATION_ENDS.has(last)) points += sure ? 2 : 6;
  if (PLACE_ENDS.has(last)) points += sure ? 1.5 : 6;
  if (THING_ENDS.has(last)) points += sure ? 1.5 : 5;
  if (THING_STARTS.has(first) || PLACE_STARTS.has(first)) points += 4;
  if (name.slice(0, -1).some(({ lower }) => ORGANIZATION_ENDS.has(lower) || THING_ENDS.has(lower)))
    points += 2;
  if (KNOWN_BODIES.has(key.toLowerCase())) points += 5;
  const place = knownPlace(key);
  if (place !== undefined) points += place.kind === "CITY" && name.length === 1 ? 2 : 5;
  return points;
}

/** Letters, with a capital inside only after a short beginning: “McCain”, “DesRosier”, but not “AppleCare”. */
function isNameLike(text: string): boolean {
  return (
    /^[\p{L}\p{M}.,'’-]+$/u.test(text) && !/\p{L}{4}(?<!Fitz)\p{Lu}/u.test(text.replaceAll(/[-'’.]/g, " "))
  );
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
