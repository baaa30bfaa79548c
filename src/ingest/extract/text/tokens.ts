import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Span } from "../../../domain/span.ts";
import type { PartOfSpeech, Token } from "../annotated-text.ts";

const nlp = winkNLP(model, ["pos"]);
const { its } = nlp;

/** A word before it is known whether it stands in a quotation. */
export type Word = Omit<Token, "quotation">;

/** Tags the words of a text. Stretches to be passed over are given blanked or as one long word, at the same length. */
export function tagWords(original: string): Word[] {
  const text = plainLetters(original);
  const tokens = nlp.readDoc(text).tokens();
  const values = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // @ts-expect-error: wink-nlp declares its own `its.lemma` with other arguments than `out` takes; it is what `out` expects.
  const lemmas: string[] = tokens.out(its.lemma);
  const words: Word[] = [];
  let at = 0;
  values.forEach((value, index) => {
    const start = text.indexOf(value, at);
    if (start < 0) return;
    at = start + value.length;
    const pos = tags[index] ?? "X";
    if (!isPartOfSpeech(pos)) return;
    const word = original.slice(start, at);
    const lower = word.toLowerCase();
    words.push({ text: word, lower, lemma: lemmas[index] ?? lower, pos, start, end: at });
  });
  return words;
}

/**
 * The text at the same length, with letters beyond Latin-1 as plain ones where they have a plain form: wink-nlp parts
 * words at others (“Erdo|ğan”).
 */
function plainLetters(text: string): string {
  return text.replace(/[\u0100-\u024F\u1E00-\u1EFF]/g, (letter) => {
    const plain = PLAIN[letter] ?? letter.normalize("NFD").charAt(0);
    return plain.length === 1 ? plain : letter;
  });
}

const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ħ: "h",
  œ: "o",
  Œ: "O",
  ə: "e",
};

const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** Spaces and line ends have tags of their own. */
function isPartOfSpeech(tag: string): tag is PartOfSpeech {
  return PARTS_OF_SPEECH.has(tag);
}

/** The text with all but some stretches blanked, at the same length. */
export function onlyWithin(text: string, spans: readonly Span[]): string {
  let kept = "";
  for (const { start, end } of spans) kept = kept.padEnd(start) + text.slice(start, end);
  return kept.padEnd(text.length);
}

/** The text with some stretches turned into one word each, at the same length. */
export function maskedWords(text: string, spans: readonly Span[]): string {
  let masked = "";
  for (const { start, end } of spans) {
    masked += text.slice(masked.length, start) + "Q".padEnd(end - start, "q");
  }
  return masked + text.slice(masked.length);
}

/** Read before any other word, so that its number is the first that no word of the model's dictionary has. */
const firstUnknown = numbersOf("zqxjzq")[0] ?? 0;

/** Whether a dictionary of English, as large as a desk's, has a word as given (so names, with a capital, in lower case). */
export function isEnglishWord(lower: string): boolean {
  let known = looked.get(lower);
  if (known === undefined) {
    known = numbersOf(lower).every((number) => number < firstUnknown);
    if (looked.size >= LOOKED_UP) looked.clear();
    looked.set(lower, known);
  }
  return known;
}

/** Words looked up before: each costs as much as a short text. */
const looked = new Map<string, boolean>();
const LOOKED_UP = 20_000;

function numbersOf(text: string): number[] {
  return nlp.readDoc(text).tokens().out(its.uniqueId).map(Number);
}
