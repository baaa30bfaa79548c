import type { Word } from "./words.ts";

/** Whether the words from `from` to `to` are the subject of a clause: a verb follows, past an apposition; no preposition goes before. */
export function isSubject(words: readonly Word[], from: number, to: number): boolean {
  const start = titleStart(words, from);
  const before = words[start - 1];
  if (before !== undefined && (before.pos === "ADP" || before.possessive)) return false;
  if (words[to - 1]?.possessive) return false;
  if (isInverted(words, start)) return true;
  const verb = verbAfter(words, from, to);
  return verb !== null && (verb.pos === "AUX" || !verb.lower.endsWith("ing") || words[to] === verb);
}

/** The verb whose subject the words may be: the next one past adverbs and one apposition; null where something else comes. */
export function verbAfter(words: readonly Word[], from: number, to: number): Word | null {
  let at = pastApposition(words, from, to);
  for (let steps = 0; steps < 4; steps++, at++) {
    const word = words[at];
    if (word === undefined) return null;
    if (word.pos === "VERB" || word.pos === "AUX") return word;
    if (word.pos !== "ADV" && word.pos !== "PART") return null;
  }
  return null;
}

/** How long an apposition may be, in words. */
const APPOSITION = 24;

function pastApposition(words: readonly Word[], from: number, to: number): number {
  const next = words[to];
  if (next?.text === "(" || next?.text === "—" || next?.text === "–") {
    const mark = next.text === "(" ? ")" : next.text;
    const close = indexOf(words, mark, to + 1);
    return close === null ? to : close + 1 + (words[close + 1]?.text === "," ? 1 : 0);
  }
  if (next?.text !== ",") return to;
  const after = words[to + 1];
  // “The president, Jane Doe, said”: the name is itself the apposition, and its comma closes it.
  const closes = words[from - 1]?.text === "," && (after?.pos === "VERB" || after?.pos === "AUX");
  if (closes) return to + 1;
  for (let comma = indexOf(words, ",", to + 1); comma !== null; comma = indexOf(words, ",", comma + 1)) {
    const verb = words[comma + 1];
    if (comma - to > APPOSITION) return to;
    if (verb?.pos === "VERB" || verb?.pos === "AUX" || verb?.pos === "ADV") return comma + 1;
  }
  return to;
}

function indexOf(words: readonly Word[], mark: string, from: number): number | null {
  for (let at = from; at < from + APPOSITION && at < words.length; at++)
    if (words[at]?.text === mark) return at;
  return null;
}

/** “…,” said Jane Doe. */
function isInverted(words: readonly Word[], start: number): boolean {
  const verb = words[start - 1];
  const before = words[start - 2];
  return (
    verb?.pos === "VERB" &&
    !verb.lower.endsWith("ing") &&
    (before?.pos === "QUOTE" || /^[,"”]$/.test(before?.text ?? ""))
  );
}

function titleStart(words: readonly Word[], from: number): number {
  let start = from;
  while (start > 0 && start > from - 6) {
    const word = words[start - 1];
    if (
      word === undefined ||
      !(word.capital || word.pos === "NOUN" || word.pos === "ADJ" || word.pos === "DET")
    )
      break;
    start--;
  }
  return start;
}
