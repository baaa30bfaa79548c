import type { Token } from "../annotated-text.ts";

const OPENERS = new Set(
  "that who which whom whose where when while whereas although though because since if unless once whether after before until as".split(
    " ",
  ),
);

/**
 * Which clause each token stands in, counted from 0: a new one begins after a mark, at a subordinating word that a verb
 * follows, and at “and” or “but” before another verb.
 */
export function clauseNumbers(tokens: readonly Token[]): number[] {
  const numbers: number[] = [];
  let clause = 0;
  let fresh = true;
  tokens.forEach((_, at) => {
    if (!fresh && opensClause(tokens, at)) clause++;
    numbers.push(clause);
    fresh = false;
    if (closesClause(tokens, at)) {
      clause++;
      fresh = true;
    }
  });
  return numbers;
}

function closesClause(tokens: readonly Token[], at: number): boolean {
  const { text, pos } = tokens[at] ?? { text: "", pos: "X" };
  if (pos === "QUOTE") return true;
  if (pos !== "PUNCT" && pos !== "SYM" && pos !== "X") return false;
  if (text === ",") return !isInDate(tokens, at) && !isInList(tokens, at);
  return /^(?:[;:()[\]—–]|--)$/.test(text) && !/^\d/.test(tokens[at + 1]?.text ?? "");
}

/** “August 30, 2022” and “Tuesday, August 30” go on after their commas. */
function isInDate(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const dayNamed = /day$/.test(tokens[at - 1]?.lower ?? "");
  return /^\d/.test(next?.text ?? "") || (dayNamed && next?.pos === "PROPN");
}

/** “Paris, France”, “Smith, Jones and Lee” are no new clauses. */
function isInList(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.pos === "PROPN" && tokens[at + 1]?.pos === "PROPN";
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const { pos, lower } = tokens[at] ?? { pos: "X", lower: "" };
  if (pos === "CCONJ") return !joinsNames(tokens, at) && verbFollows(tokens, at + 1, 7);
  return OPENERS.has(lower) && pos !== "DET" && verbFollows(tokens, at + 1, 12);
}

/** “Putin and Trump could meet”, “between the union and the company”. */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.pos === "PROPN" && tokens[at + 1]?.pos === "PROPN") return true;
  return tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === "between" || lower === "both");
}

function verbFollows(tokens: readonly Token[], from: number, within: number): boolean {
  for (let at = from; at < tokens.length && at < from + within; at++) {
    const { pos = "X", text = "" } = tokens[at] ?? {};
    if (pos === "VERB" || pos === "AUX") return true;
    if (pos === "QUOTE" || /^[,;:—–]$/.test(text)) return false;
    if (pos === "CCONJ" && !joinsNames(tokens, at)) return false;
  }
  return false;
}
