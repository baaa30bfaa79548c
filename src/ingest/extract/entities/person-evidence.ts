import { knownPlace } from "../lexicon/gazetteer.ts";
import { humanity } from "../lexicon/human-acts.ts";
import { BODY_NOUNS } from "../lexicon/organization-words.ts";
import { KIN, singularRole } from "../lexicon/role-nouns.ts";
import { appositionAfter } from "./apposition.ts";
import { verbAfter } from "./subjects.ts";
import type { TitlePhrase } from "./title-phrase.ts";
import { isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** How much speaks for words being the name of a person, in points; from 3 on it is likelier than not. */
export interface Evidence {
  readonly shape: number;
  readonly context: number;
  readonly title: number;
}

export const PERSON_POINTS = 3;

/** What stands around the name tells. */
export function contextPoints(words: readonly Word[], from: number, to: number): number {
  let points = 0;
  const before = words[from - 1];
  const earlier = words[from - 2];
  if (before !== undefined) {
    if (/^["“‘']$/.test(before.text) && /^["”’']$/.test(words[to]?.text ?? "")) points -= 4;
    if (/^(?:the|a|an|this|that)$/.test(before.lower)) points -= 4;
    if (/^(?:in|near|at|across|throughout|outside|inside)$/.test(before.lower)) points -= 2;
    if (/^(?:named|called|identified|nicknamed|naming)$/.test(before.lower))
      points += before.lower === "called" ? 0.5 : 2;
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
    return appositionAfter(words, to) === null
      ? humanityOf(words, from, to)
      : 2.5 + humanityOf(words, from, to);
  }
  // “the Artemis II mission”
  if (next.pos === "NOUN" && !next.capital && humanity(next.lemma) === 0 && !isRoleWord(next)) return -1.5;
  if (next.text === "(") return /^(?:born|\d{2})$/.test(words[to + 1]?.lower ?? "") ? 2 : 0;
  if (next.lower === "who" || next.lower === "whose") return 2.5;
  if (/^(?:of|from)$/.test(next.lower) && knownPlace(words[to + 1]?.text ?? "") !== undefined) return 1.5;
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
export function titlePoints(title: TitlePhrase | null, commaBetween: boolean, mayBeBody: boolean): number {
  if (title === null || (mayBeBody && OF_BODIES_TOO.has(title.head))) return 0;
  if (title.honorific) return 4;
  return commaBetween ? 2.5 : 3;
}
