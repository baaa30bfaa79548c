import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Span } from "../../../domain/span.ts";
import type { PartOfSpeech, Token } from "../annotated-text.ts";

const nlp = winkNLP(model, ["pos"]);
const { its } = nlp;

/** A word before it is known whether it stands in a quotation. */
export type Word = Omit<Token, "quotation">;

/** Tags the words of a text. Stretches to be passed over are given blanked or as one long word, at the same length. */
export function tagWords(text: string): Word[] {
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
    const lower = value.toLowerCase();
    words.push({ text: value, lower, lemma: lemmas[index] ?? lower, pos, start, end: at });
  });
  return words;
}

const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** Spaces and line ends have tags of their own. */
function isPartOfSpeech(tag: string): tag is PartOfSpeech {
  return PARTS_OF_SPEECH.has(tag);
}

/** The text with all but some stretches blanked, at the same length. */
export function onlyWithin(text: string, spans: readonly Span[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    kept.push(" ".repeat(start - at), text.slice(start, end));
    at = end;
  }
  return kept.join("") + " ".repeat(text.length - at);
}

/** The text with some stretches turned into one word each, at the same length. */
export function maskedWords(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), "Q".padEnd(end - start, "q"));
    at = end;
  }
  return parts.join("") + text.slice(at);
}
