import type { Word } from "./words.ts";

/** Whether the words from `from` to `to` are the subject of a clause: a verb follows, past an apposition; no preposition goes before. */
export function isSubject(words: readonly Word[], from: number, to: number): boolean {
  const before = words[titleStart(words, from) - 1];
  if (before !== undefined && (before.pos === "ADP" || before.possessive) && before.lower !== "that")
    return false;
  if (words[to - 1]?.possessive) return false;
  if (isInverted(words, from)) return true;
  let at = to;
  if (words[at]?.text === ",") {
    const close = closing(words, at + 1);
    if (close !== null) at = close + 1;
  } else if (words[at]?.text === "(") {
    while (at < words.length && words[at]?.text !== ")") at++;
    at++;
  }
  for (let steps = 0; steps < 4; steps++, at++) {
    const word = words[at];
    if (word === undefined) return false;
    if (word.pos === "VERB") return !word.lower.endsWith("ing");
    if (word.pos === "AUX") return true;
    if (word.pos !== "ADV" && word.pos !== "PART") return false;
  }
  return false;
}

/** “…,” said Jane Doe. */
function isInverted(words: readonly Word[], from: number): boolean {
  const start = titleStart(words, from);
  const verb = words[start - 1];
  const before = words[start - 2];
  return verb?.pos === "VERB" && (before?.pos === "QUOTE" || /^[,"”]$/.test(before?.text ?? ""));
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

function closing(words: readonly Word[], from: number): number | null {
  for (let at = from; at < from + 16 && at < words.length; at++) if (words[at]?.text === ",") return at;
  return null;
}
