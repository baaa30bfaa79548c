import type { Token } from "../annotated-text.ts";
import { EVENT_VERBS } from "../lexicon/events/event-words.ts";
import { MODALS } from "./modals.ts";
import { UNCHANGED_IN_PAST } from "./verb-forms.ts";

/**
 * The tokens of a sentence with slips of the tagger mended: past forms taken for adjectives or nouns (“Khan retired three
 * months later”), and capitalised words of names taken for verbs (“the Digital Markets Act”),
 * and nouns in -ing and the like too (“the police shooting of a boy”).
 */
export function repaired(tokens: readonly Token[], headline: boolean): readonly Token[] {
  let mended: Token[] | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !MENDABLE.has(token.pos)) continue;
    const isPrefixed = tokens[at - 1]?.text === "-" && PREFIXES.has(tokens[at - 2]?.lower ?? "");
    const better = isPrefixed ? token : mend(token, tokens[at - 1], tokens[at + 1], headline);
    if (better === token) continue;
    mended ??= [...tokens];
    mended[at] = better;
  }
  return mended ?? tokens;
}

/** “re-elected”: what follows is a verb of its own. */
const PREFIXES: ReadonlySet<string> = new Set(["re", "co", "de", "un"]);

const MENDABLE: ReadonlySet<string> = new Set(["VERB", "ADP", "ADJ", "NOUN", "ADV"]);

function mend(token: Token, before: Token | undefined, after: Token | undefined, headline: boolean): Token {
  if (isAfterModal(token, before)) return { ...token, pos: "VERB", lemma: token.lower };
  if (isPartOfCompound(token, before, after)) return { ...token, pos: "ADJ" };
  if (isTakenForName(token, before, headline) || opensName(token, before, after))
    return { ...token, pos: "PROPN" };
  if (isAdjective(token, before, after)) return { ...token, pos: "ADJ" };
  if (plansTo(token, before, after)) return { ...token, pos: "VERB" };
  if (isTakenForVerb(token, before, after)) return { ...token, pos: "NOUN" };
  if (tellsConsequence(token, before, after)) return { ...token, pos: "VERB", lemma: baseOfIng(token) };
  if (isTakenForNoun(token, before, after)) return { ...token, pos: "VERB", lemma: baseOf(token) };
  return token;
}

/** “a follow-up meeting”, “the so-called deal”: neither part is a verb or preposition of its own. */
function isPartOfCompound(
  { pos, start, end }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (pos !== "VERB" && pos !== "ADP") return false;
  const goesOn = after?.text === "-" && after.start === end;
  const wentBefore = before?.text === "-" && before.end === start;
  return goesOn || wentBefore;
}

function isTakenForName({ pos, text }: Token, before: Token | undefined, headline: boolean): boolean {
  return pos === "VERB" && !headline && before?.pos === "PROPN" && /^\p{Lu}/u.test(text);
}

/** “Ford Motor Company”: no sentence of a report begins with a command. */
function opensName(
  { pos, lower, lemma }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  return pos === "VERB" && before === undefined && lower === lemma && after?.pos === "PROPN";
}

/** “The shop will close”, “they could open it”. */
function isAfterModal({ pos, lower }: Token, before: Token | undefined): boolean {
  if (before?.pos !== "AUX" || !MODALS.has(before.lower)) return false;
  if (pos === "ADV") return EVENT_VERBS.has(lower);
  return (pos === "ADJ" || pos === "NOUN") && !/(?:ly|ble|al|ed)$/.test(lower);
}

/** “his advanced illness”, “the planned sale”, “will remain closed”. */
function isAdjective({ pos, lower }: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (pos !== "VERB" || before === undefined || !/ed$/.test(lower)) return false;
  if (/^(?:remain|stay)$/.test(before.lemma)) return true;
  return (
    (before.pos === "DET" || POSSESSIVE.test(before.lower)) && /^(?:NOUN|ADJ|PROPN)$/.test(after?.pos ?? "")
  );
}

const POSSESSIVE = /^(?:his|her|its|their|our|my|your|['’]s)$/;

/** “Smith plans to resign”, but not “its plans to close”. */
function plansTo({ pos, lower }: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (
    pos !== "NOUN" ||
    after?.lower !== "to" ||
    !/^(?:plan|hope|aim|vow|promise|offer|move|threaten)s?$/.test(lower)
  )
    return false;
  if (before === undefined || POSSESSIVE.test(before.lower)) return false;
  return (
    /^(?:PROPN|PRON)$/.test(before.pos) ||
    (before.pos === "NOUN" && lower.endsWith("s") !== before.lower.endsWith("s"))
  );
}

/** “the police shooting of a boy”, “during a traffic stop”: a singular noun before it cannot be the subject of “stop”. */
function isTakenForVerb(
  { pos, lower, lemma }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (pos !== "VERB" || before === undefined) return false;
  if (lower === lemma && isAfterPreposition(before)) return true;
  if (lower === lemma && before.pos === "VERB" && before.lower.endsWith("ed") && after?.pos === "NOUN")
    return !/^(?:help|need|dare)$/.test(before.lemma);
  if (/ing$/.test(lower)) return after?.lower === "of" && /^(?:NOUN|DET|ADJ|PROPN)$/.test(before.pos);
  return (
    before.pos === "NOUN" &&
    !/s$|people|police/.test(before.lower) &&
    lower === lemma &&
    !UNCHANGED_IN_PAST.has(lower) &&
    !/(?:ed|ew|ot|um|an)$/.test(lower)
  );
}

/** “on bail”, “after release”: no verb in its base form stands there. */
const isAfterPreposition = ({ pos, lower }: Token) =>
  pos === "ADP" &&
  /^(?:on|in|at|by|for|from|of|with|without|after|before|during|under|against|into)$/.test(lower);

function isTakenForNoun(
  { pos, lower, text }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (before === undefined || after === undefined || /^\p{Lu}/u.test(text)) return false;
  if (pos === "NOUN" && UNCHANGED_IN_PAST.has(lower) && /^(?:NOUN|PROPN)$/.test(before.pos))
    return after.pos === "DET" || /^(?:its|his|her|their)$/.test(after.lower);
  const looksPast = (pos === "ADJ" && /[^e]ed$/.test(lower)) || (pos === "NOUN" && lower === "shot");
  if (!looksPast || !/^(?:PROPN|NOUN|PUNCT)$/.test(before.pos) || /^[,(-]$/.test(before.text)) return false;
  if (before.pos === "PROPN" && after.pos === "ADP") return true;
  return /^(?:NUM|DET|PRON|ADV|PROPN)$/.test(after.pos) || (lower === "shot" && after.pos === "ADJ");
}

/** “opened fire, killing nine people”, “crashed, injuring dozens”. */
function tellsConsequence(
  { pos, lower }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (pos !== "NOUN" || before?.text !== "," || after === undefined || !lower.endsWith("ing")) return false;
  return (
    after.pos === "NUM" ||
    /^(?:at|more|up|dozens|hundreds|scores|several|nearly|about|all)$/.test(after.lower)
  );
}

function baseOfIng({ lower }: Token): string {
  const stem = lower.slice(0, -3);
  return /(?:[^aeiou]r|[sv])$/.test(stem) ? `${stem}e` : stem;
}

function baseOf({ lower }: Token): string {
  if (lower === "shot") return "shoot";
  if (UNCHANGED_IN_PAST.has(lower)) return lower;
  const stem = lower.slice(0, -2);
  if (/(?:[aeiou][^aeiouwxy]|[cgsuvz]|[^aeiou]l)$/.test(stem) && !/(?:[eo]n|er|it|or|en|op|ow)$/.test(stem))
    return `${stem}e`;
  return stem;
}
