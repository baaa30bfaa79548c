import type { Token } from "../annotated-text.ts";
import type { Concept } from "../lexicon/events/concept.ts";
import { EVENT_NOUNS } from "../lexicon/events/event-words.ts";

/** The last words of names of events: “World Cup”, “Paris Agreement”. */
const IN_NAMES =
  /^(?:cup|olympics|summit|elections?|war|conference|agreement|treaty|accords?|referendum|championships?|finals?|convention|massacre|disaster|earthquake|hurricane|revolution|coup|festival|marathon|games|truce|siege|uprising|bombings?|attacks?)$/;

/** Months, names of bodies and the like that look like nouns of events when all words of a headline are capitalised. */
const NOT_IN_HEADLINES = /^(?:march|rally)$/;

/** What kind of event a noun names; undefined where it names none, or only says which other thing (“meeting room”). */
export function nominalConcept(tokens: readonly Token[], at: number, headline: boolean): Concept | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const joined = SECOND_PARTS.has(token.lemma) ? joinedConcept(tokens, at) : undefined;
  // The tagger leaves the plural of what it takes for a name.
  const singular =
    token.pos === "PROPN" && token.lower.endsWith("s") ? token.lower.slice(0, -1) : token.lower;
  const known = EVENT_NOUNS.get(token.lemma);
  const found = joined ?? known ?? (singular === token.lemma ? undefined : EVENT_NOUNS.get(singular));
  if (found === undefined || isModifier(token, tokens[at + 1]) || isThing(tokens, at)) return undefined;
  if (token.pos === "NOUN") return found;
  if (at === 0 && tokens[1]?.pos !== "PROPN") return found;
  if (headline) return NOT_IN_HEADLINES.test(token.lower) ? undefined : found;
  return IN_NAMES.test(token.lower) ? found : undefined;
}

/** The last parts of nouns of two words: “red card”, “lay-off”. */
const SECOND_PARTS: ReadonlySet<string> = new Set(
  [...EVENT_NOUNS.keys()].flatMap((noun) =>
    noun.includes("-") ? [noun.slice(noun.lastIndexOf("-") + 1)] : [],
  ),
);

/** The kind that a noun names together with the word before it, with a hyphen or space between: “phone call”. */
function joinedConcept(tokens: readonly Token[], at: number): Concept | undefined {
  const before = tokens[at - 1]?.text === "-" ? tokens[at - 2] : tokens[at - 1];
  return before === undefined ? undefined : EVENT_NOUNS.get(`${before.lower}-${tokens[at]?.lemma}`);
}

/** Not what is done but what there is: “54 votes”, “car sales”, “in charge”, “on bail”, “Congress”. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const { lower = "", text = "" } = tokens[at] ?? {};
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  switch (lower) {
    case "votes":
      return before?.pos === "NUM";
    case "sales":
      return after?.lower !== "of";
    case "charge":
      return before?.lower === "in";
    case "bail":
    case "parole":
      return before?.lower === "on";
    case "congress":
      return text === "Congress" && before?.pos !== "PROPN";
    default:
      return false;
  }
}

function isModifier(token: Token, next: Token | undefined): boolean {
  if (next === undefined || next.start > token.end + 1) return false;
  if (/^[-–]$/.test(next.text) && next.start === token.end) return true;
  const noun = next.pos === "NOUN" || (next.pos === "PROPN" && token.pos === "PROPN");
  return noun && !/(?:day|year|night|morning|week|month)s?$/.test(next.lower);
}
