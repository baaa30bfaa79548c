import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Span } from "../../../domain/span.ts";
import type { PartOfSpeech, Token } from "../annotated-text.ts";

const nlp = winkNLP(model, ["pos"]);
const { its } = nlp;

/** A word before it is known whether it stands in a quotation. */
export type Word = Omit<Token, "quotation">;

/** Tags the words of a text. */
export function tagWords(text: string): Word[] {
  const tokens = nlp.readDoc(text).tokens();
  const values = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // @ts-expect-error: wink-nlp declares its own `its.lemma` with other arguments than `out` takes; it is what `out` expects.
  const lemmas: string[] = tokens.out(its.lemma);
  const words: Word[] = [];
  let at = 0;
  values.forEach((value, index) => {
    const start = placeOf(text, value, at);
    if (start === null) return;
    at = start + value.length;
    const pos = tags[index] ?? "X";
    if (!isPartOfSpeech(pos)) return;
    const lower = value.toLowerCase();
    words.push({ text: value, lower, lemma: lemmas[index] ?? lower, pos, start, end: at });
  });
  return words;
}

/** Where the next word stands: after the space before it. Null for one that the tagger wrote otherwise than the text. */
function placeOf(text: string, word: string, from: number): number | null {
  if (word.trim() === "") return null;
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  if (text.startsWith(word, at)) return at;
  const found = text.slice(at, at + LOOK_AHEAD).indexOf(word);
  return found < 0 ? null : at + found;
}

const LOOK_AHEAD = 200;

const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** Spaces and line ends have tags of their own. */
function isPartOfSpeech(tag: string): tag is PartOfSpeech {
  return PARTS_OF_SPEECH.has(tag);
}

/** The words of some stretches of a text alone. */
export function tagWithin(text: string, spans: readonly Span[]): Word[] {
  return tagPieces(spans.map(({ start, end }) => ({ words: text.slice(start, end), start, end })));
}

/** The words of a text with some stretches taken for one word each. */
export function tagAround(text: string, spans: readonly Span[]): Word[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push({ words: text.slice(at, start), start: at, end: start }, { words: "It", start, end });
    at = end;
  }
  pieces.push({ words: text.slice(at), start: at, end: text.length });
  return tagPieces(pieces);
}

/** What is tagged for a stretch of a text: its words, or a word that stands for it. */
interface Piece extends Span {
  readonly words: string;
}

/** Tags pieces as one text: that is faster than one by one, and a word is tagged by what stands around it. */
function tagPieces(pieces: readonly Piece[]): Word[] {
  const starts: number[] = [];
  let whole = "";
  for (const { words } of pieces) {
    starts.push(whole.length);
    whole += words;
    if (!/\s$/.test(words)) whole += " ";
  }
  let index = 0;
  return tagWords(whole).flatMap((word) => {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= word.start) index++;
    const piece = pieces[index];
    if (piece === undefined) return [];
    const offset = piece.start - (starts[index] ?? 0);
    const standsForAll = piece.words.length !== piece.end - piece.start;
    const end = standsForAll ? piece.end : word.end + offset;
    return [{ ...word, start: word.start + offset, end }];
  });
}
