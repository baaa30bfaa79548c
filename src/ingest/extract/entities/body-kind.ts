import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { PERSONAL_SPEECH, SPEECH_ACTS } from "../lexicon/human-acts.ts";
import { KNOWN_BODIES, NO_BODIES } from "../lexicon/known-bodies.ts";
import { THING_ENDS, THING_STARTS } from "../lexicon/never-names.ts";
import { BODY_NOUNS, ORGANIZATION_ENDS, ORGANIZATION_HEADS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS, PLACE_STARTS } from "../lexicon/place-words.ts";
import { looksLikeSurname } from "../lexicon/surname-ends.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { isSubject, verbAfter } from "./subjects.ts";
import { isAcronym, isInitial, isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** What a run of capitals that names no person is read as. */
export interface BodyReading {
  readonly kind: "ORGANIZATION" | "PLACE";
  /** Of a country or its seat of government, the country's code. */
  readonly country: string | null;
  readonly rule: string;
  readonly confidence: number;
}

/** Reads words as the name of an organization or a place; null where they may be anything. */
export function readBody(words: readonly Word[], from: number, to: number, name: string): BodyReading | null {
  const key = name.toLowerCase();
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || NO_BODIES.has(key)) return null;
  const before = words[from - 1];
  const place = knownPlace(name);
  if (place !== undefined && "country" in place) {
    const acts = actsAsAgent(words, from, to);
    return {
      kind: acts ? "ORGANIZATION" : "PLACE",
      country: place.country,
      rule: acts ? (place.kind === "CAPITAL" ? "seat-of-government" : "country-that-acts") : "known-place",
      confidence: acts ? 0.8 : 0.9,
    };
  }
  if (place?.kind === "REGION" && !speaks(words, from, to)) return site("known-place", 0.85);
  if (KNOWN_BODIES.has(key)) return body("known-organization", 0.9);
  if (ORGANIZATION_ENDS.has(last.lower) && (to - from > 1 || isAcronym(last))) {
    return place !== undefined && placeBefore(before)
      ? site("known-place", 0.8)
      : body("organization-word", 0.85);
  }
  const tied = words.slice(from, to).findIndex(({ lower }) => lower === "of" || lower === "for");
  if (tied > 0 && words.slice(from, from + tied).some(({ lower }) => ORGANIZATION_HEADS.has(lower))) {
    return body("organization-of", 0.85);
  }
  if (before !== undefined && BODY_NOUNS.has(before.lower) && (before.pos === "NOUN" || before.starts))
    return body("noun-before-name", 0.8);
  if (place?.kind === "CITY" && first.starts && isEnglishWord(key)) return null;
  if (place !== undefined)
    return speaks(words, from, to) ? body("place-that-speaks", 0.6) : site("known-place", 0.85);
  if (THING_ENDS.has(last.lower) || THING_STARTS.has(first.lower)) return null;
  if (to - from > 1 && (PLACE_ENDS.has(last.lower) || PLACE_STARTS.has(first.lower)))
    return site("place-word", 0.8);
  if (isRoleWord(last)) return null;
  if (
    words[to]?.text === "," &&
    words[to + 1]?.capital &&
    knownPlace(words[to + 1]?.text ?? "") !== undefined &&
    placeBefore(before)
  ) {
    return site("place-in-place", 0.85);
  }
  if (isAcronym(last) || (isInitial(last) && /\..\.?/.test(last.text)))
    return /\d/.test(last.text) ? null : body("abbreviation", 0.65);
  if (speaks(words, from, to)) return soundsLikePerson(words, from, to) ? null : body("speaks", 0.6);
  if (before !== undefined && /^(?:in|near|outside)$/.test(before.lower)) return site("in", 0.6);
  return null;
}

function body(rule: string, confidence: number): BodyReading {
  return { kind: "ORGANIZATION", country: null, rule, confidence };
}

function site(rule: string, confidence: number): BodyReading {
  return { kind: "PLACE", country: null, rule, confidence };
}

function placeBefore(before: Word | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:in|at|near|from|to|outside|across|around|into|through|throughout|off|over)$/.test(before.lower)
  );
}

/** It is the subject of a reporting verb. */
function speaks(words: readonly Word[], from: number, to: number): boolean {
  const verb = verbAfter(words, from, to);
  return verb !== null && SPEECH_ACTS.has(verb.lemma) && isSubject(words, from, to);
}

/** “Kowalski said”, “Weber recalled”, “Reports suggest”: what speaks and is rather somebody, or nothing with a name. */
function soundsLikePerson(words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return false;
  if (to - from > 1) return to - from === 2 && givenNameGender(first.text) !== undefined;
  if (/^the$/i.test(words[from - 1]?.text ?? "")) return false;
  if (first.starts && isEnglishWord(first.lower)) return true;
  return looksLikeSurname(last.lower) || PERSONAL_SPEECH.has(verbAfter(words, from, to)?.lemma ?? "");
}

/** Whether the name of a country stands for its government: “Moscow won’t pressure Beijing”, “between Turkey and Libya”. */
export function actsAsAgent(words: readonly Word[], from: number, to: number): boolean {
  let at = from;
  if (/^the$/i.test(words[at - 1]?.text ?? "")) at--;
  const before = words[at - 1];
  if (before !== undefined && (before.text === "," || before.lower === "and" || before.lower === "or")) {
    const left = listStart(words, at - 1);
    if (left !== null) return actsAsAgent(words, left.from, left.to) || isSubject(words, from, to);
  }
  const right = listGoesOn(words, to);
  if (right !== null && isSubject(words, right.from, right.to) && !placeBefore(before)) return true;
  if (words[to - 1]?.possessive)
    return GOVERNMENTAL.test(words[to]?.lower ?? "") || words[to]?.capital === true;
  if (before !== undefined) {
    if (
      /^(?:in|at|near|from|to|into|across|around|outside|inside|throughout|within|leaving|visiting|through|via|toward|towards|off|over)$/.test(
        before.lower,
      )
    ) {
      return /^(?:proposals?|letters?|offers?|messages?|response|demands?|ambassador|envoy|belongs?|according|aid|pressure)$/.test(
        words[at - 2]?.lower ?? "",
      );
    }
    if (/^(?:between|with|against|by|involving|urging|telling|including|alongside)$/.test(before.lower))
      return true;
    if (before.pos === "VERB")
      return !/^(?:visit|leave|enter|reach|tour|cross|hit|strike|rock|sweep|flee)$/.test(before.lemma);
  }
  return isSubject(words, from, to) && !isPassive(words, to);
}

const GOVERNMENTAL =
  /^(?:government|ministry|minister|president|parliament|army|military|police|leaders?|officials?|invasion|decision|demand|claim|ambassador|embassy|foreign|prime|deputy|position|proposal|refusal)$/;

/** “Japan was hit …” */
function isPassive(words: readonly Word[], to: number): boolean {
  const following = words.slice(to, to + 4);
  return (
    following.some(({ pos, lemma }) => pos === "AUX" && lemma === "be") &&
    following.some(({ pos, lower }) => pos === "VERB" && /(?:ed|en|it)$/.test(lower))
  );
}

/** The last name of a list that goes on with “and”: Congo of “Rwanda and Congo”. */
function listGoesOn(words: readonly Word[], to: number): { from: number; to: number } | null {
  const from = words[to]?.lower === "and" ? to + 1 : -1;
  const start = words[from]?.lower === "the" ? from + 1 : from;
  let end = start;
  while (start > 0 && end - start < 4 && words[end]?.capital) end++;
  return end > start ? { from: start, to: end } : null;
}

/** The name before in a list: “China, the US, and Russia”. */
function listStart(words: readonly Word[], tie: number): { from: number; to: number } | null {
  let to = tie;
  while (to > 0 && (words[to - 1]?.text === "," || words[to - 1]?.lower === "and")) to--;
  let from = to;
  while (from > 0 && to - from < 4 && words[from - 1]?.capital) from--;
  return from < to ? { from, to } : null;
}
