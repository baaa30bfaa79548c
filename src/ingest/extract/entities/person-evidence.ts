import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { humanity } from "../lexicon/human-acts.ts";
import { KNOWN_BODIES } from "../lexicon/known-bodies.ts";
import { NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { NEVER_NAMES, THING_ENDS, THING_STARTS } from "../lexicon/never-names.ts";
import { BODY_NOUNS, ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS, PLACE_STARTS } from "../lexicon/place-words.ts";
import { KIN, singularRole } from "../lexicon/role-nouns.ts";
import { wellKnownGender } from "../lexicon/well-known-people.ts";
import { verbAfter } from "./subjects.ts";
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
      (word) =>
        (isAcronym(word) && !NAME_SUFFIXES.has(word.lower)) ||
        /\d/.test(word.text) ||
        countryOfNationality(word.lower) !== undefined,
    )
  )
    return -9;
  if (name.some(({ text }) => !isNameLike(text))) return -9;
  if (name.some(({ lower, capital }) => capital && NEVER_NAMES.has(lower))) return -9;
  let points = 0;
  const given = givenNameGender(first.text);
  if (name.length > 1) {
    if (given !== undefined) points += isAmbiguousGiven(first) ? 1 : 3;
    const second = name[1];
    if (FAMILY_FIRST.has(first.lower) && name.length <= 3 && second !== undefined && !isEnglish(second))
      points += 2;
    if (name.slice(0, -1).some(isInitial)) points += 2;
    if (NAME_SUFFIXES.has(last.lower.replace(/\.$/, ""))) points += 2;
    if (name.some(({ capital }) => !capital)) points += 0.5;
    if (name.slice(1).some((word) => givenNameGender(word.text) !== undefined)) points += 0.5;
    if (!isEnglish(last)) points += 1;
    if (!isEnglish(first)) points += 1;
    else if (isEnglish(last) && given === undefined) points -= 2;
  } else if (given !== undefined && !isEnglish(first)) points += 1.5;
  if (name.length > 5) points -= 3;
  const sure = given !== undefined && name.length === 2;
  if (
    name.length > 1 &&
    given === undefined &&
    knownPlace(last.text) !== undefined &&
    !FAMILY_FIRST.has(first.lower)
  )
    points -= 3;
  if (/^(?:\p{Lu}\.){3,}$/u.test(first.text)) points -= 4;
  if (name.length === 1 && wellKnownGender(first.lower) !== undefined) points += 3;
  if (ORGANIZATION_ENDS.has(last.lower)) points -= sure ? 2 : 6;
  if (PLACE_ENDS.has(last.lower)) points -= sure ? 1.5 : 6;
  if (THING_ENDS.has(last.lower)) points -= sure ? 1.5 : 5;
  if (THING_STARTS.has(first.lower) || PLACE_STARTS.has(first.lower)) points -= 4;
  if (name.slice(0, -1).some(({ lower }) => ORGANIZATION_ENDS.has(lower) || THING_ENDS.has(lower)))
    points -= 2;
  const place = knownPlace(name.map(({ text }) => text).join(" "));
  if (KNOWN_BODIES.has(name.map(({ lower }) => lower).join(" "))) points -= 5;
  if (place !== undefined) points -= place.kind === "CITY" && name.length === 1 ? 2 : 5;
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

/** What stands around the name tells. */
export function contextPoints(words: readonly Word[], from: number, to: number): number {
  let points = 0;
  const before = words[from - 1];
  const earlier = words[from - 2];
  if (before !== undefined) {
    if (/^["“‘']$/.test(before.text) && /^["”’']$/.test(words[to]?.text ?? "")) points -= 4;
    if (/^(?:the|a|an|this|that)$/.test(before.lower)) points -= 4;
    if (/^(?:in|near|at|across|throughout|outside|inside)$/.test(before.lower)) points -= 2;
    if (/^(?:named|called|identified|nicknamed|naming)$/.test(before.lower)) points += 2;
    if (before.lower === "as" && /^identified|named$/.test(earlier?.lower ?? "")) points += 2;
    if (before.lower === "to" && earlier?.lower === "according") points += 1;
    if (before.lower === "by") points += 0.5;
    if (before.pos === "VERB")
      points +=
        humanity(before.lemma) > 0 ||
        /^(?:release|free|meet|name|appoint|succeed|replace|defeat|beat|interview|quote|accuse|sue|rescue|marry|defend|support|join)$/.test(
          before.lemma,
        )
          ? 1
          : 0;
    if (KIN.has(singularRole(before.lower))) points += 2;
    if (before.pos === "NOUN" && BODY_NOUNS.has(before.lower)) points -= 4;
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
  return points + pointsAfter(words, from, to) + pointsOfInversion(words, from);
}

function pointsAfter(words: readonly Word[], from: number, to: number): number {
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
  return humanityOf(words, from, to);
}

/** What the verb tells whose subject the name is. */
function humanityOf(words: readonly Word[], from: number, to: number): number {
  const verb = verbAfter(words, from, to);
  if (verb === null) return 0;
  if (verb.pos === "VERB") return humanity(verb.lemma);
  const main = words.slice(words.indexOf(verb), words.indexOf(verb) + 4).find(({ pos }) => pos === "VERB");
  return main === undefined ? 0 : humanity(main.lemma);
}

/** “…,” said Jane Doe. */
function pointsOfInversion(words: readonly Word[], from: number): number {
  const before = words[from - 1];
  if (before === undefined || humanity(before.lemma) !== 1) return 0;
  const earlier = words[from - 2];
  return earlier?.pos === "QUOTE" || /^[,"”’']$/.test(earlier?.text ?? "") ? 1.5 : 0.5;
}

/** What companies and clubs are called as well: “from rival Microsoft”, “champions Chelsea”. */
const OF_BODIES_TOO: ReadonlySet<string> = new Set(
  `rival partner ally owner parent leader host champion neighbour neighbor supporter critic contender challenger sponsor
  founder giant competitor opponent newcomer publisher broadcaster operator developer designer supplier manufacturer
  sister investor head chief manager trader banker insurer retailer borrower republican democrat independent local
  national resident native frontrunner front-runner incumbent consultant`.split(/\s+/),
);

/** What a title tells that stands right before. */
export function titlePoints(title: TitlePhrase | null, commaBetween: boolean, single: boolean): number {
  if (title === null || (single && OF_BODIES_TOO.has(title.head))) return 0;
  if (title.honorific) return 4;
  return commaBetween ? 2.5 : 3;
}
