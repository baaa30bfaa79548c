import type { Token } from "../annotated-text.ts";

/**
 * The tokens of a sentence with slips of the tagger mended: past forms taken for adjectives or nouns (“Khan retired three
 * months later”), and capitalised words of names taken for verbs (“the Digital Markets Act”),
 * and nouns in -ing and the like too (“the police shooting of a boy”).
 */
export function repaired(tokens: readonly Token[], headline: boolean): readonly Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    if (isPartOfCompound(token, before, after)) return { ...token, pos: "ADJ" };
    if (isTakenForName(token, before, headline)) return { ...token, pos: "PROPN" };
    if (isTakenForVerb(token, before, after)) return { ...token, pos: "NOUN" };
    if (isTakenForNoun(token, before, after)) return { ...token, pos: "VERB", lemma: baseOf(token) };
    return token;
  });
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

/** “the police shooting of a boy”, “during a traffic stop”: a singular noun before it cannot be the subject of “stop”. */
function isTakenForVerb(
  { pos, lower, lemma }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (pos !== "VERB" || before === undefined) return false;
  if (/ing$/.test(lower)) return after?.lower === "of" && /^(?:NOUN|DET|ADJ|PROPN)$/.test(before.pos);
  return (
    before.pos === "NOUN" &&
    !/s$|people|police/.test(before.lower) &&
    lower === lemma &&
    !/(?:ed|[^e]t|ew|ot|ut|um|an|ead)$/.test(lower)
  );
}

function isTakenForNoun(
  { pos, lower, text }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (before === undefined || after === undefined || /^\p{Lu}/u.test(text)) return false;
  const looksPast = (pos === "ADJ" && /[^e]ed$/.test(lower)) || (pos === "NOUN" && lower === "shot");
  if (!looksPast || !/^(?:PROPN|NOUN|PUNCT)$/.test(before.pos) || /^[,(-]$/.test(before.text)) return false;
  return /^(?:NUM|DET|PRON|ADV|PROPN)$/.test(after.pos) || (lower === "shot" && after.pos === "ADJ");
}

function baseOf({ lower }: Token): string {
  if (lower === "shot") return "shoot";
  const stem = lower.slice(0, -2);
  if (/(?:[aeiou][^aeiouwxy]|[cgsuvz]|[^aeiou]l)$/.test(stem) && !/(?:[eo]n|er|it|or|en|op|ow)$/.test(stem))
    return `${stem}e`;
  return stem;
}
