import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { remembered } from "../../../domain/bounded-cache.ts";
import type { Span } from "../../../domain/span.ts";
import type { PartOfSpeech, Token } from "../annotated-text.ts";
import { cuesOfWord } from "../lexicon/time-cues.ts";

const nlp = winkNLP(model, ["pos"]);
const { its } = nlp;
type TaggedTokens = ReturnType<ReturnType<typeof nlp.readDoc>["tokens"]>;

/** A stretch of a text that is tagged, or that another word stands for while the rest is. */
export interface Piece extends Span {
  /** Position of the quotation it is or belongs to; null outside of any. */
  readonly quotation: number | null;
  /** Whether it is one token whatever it holds. */
  readonly whole: boolean;
}

/** What the tagger reads for a stretch that is one token. */
const STAND_IN = "It ";

/** Tags pieces of a text, in order, as one text: each word is tagged by what stands around it. */
export function tagPieces(text: string, pieces: readonly Piece[]): Token[] {
  const starts: number[] = [];
  let read = "";
  for (const { start, end, whole } of pieces) {
    starts.push(read.length);
    read += whole ? STAND_IN : `${text.slice(start, end)} `;
  }
  const plain = withoutEndlessWords(plainLetters(read));
  const tokens = nlp.readDoc(plain).tokens();
  const tags = tokens.out(its.pos);
  const contracted = tokens.out(its.contractionFlag);
  const ids = tokens.out(its.uniqueId);
  const allPlain = plain === read;
  const tagged: Token[] = [];
  let at = 0;
  let index = 0;
  for (let position = 0; position < ids.length; position++) {
    const word = knownWord(Number(ids[position]), tokens, position);
    const { value } = word;
    const from = word.isSpace ? null : placeOf(plain, value, at);
    const tag = tags[position];
    if (from === null || tag === undefined) continue;
    // A part of a contraction has its base form from the whole (“ca” of “can’t”), so that it holds here only.
    const known = contracted[position]
      ? readingOf(tag, tokens, position)
      : knownReading(word, tag, tokens, position);
    if (known === null) continue;
    at = from + value.length;
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= from) index++;
    const piece = pieces[index];
    if (piece === undefined) break;
    const { start, end, quotation } = piece;
    if (piece.whole) {
      tagged.push({
        text: text.slice(start, end),
        lower: "",
        lemma: "",
        pos: "QUOTE",
        start,
        end,
        cues: 0,
        quotation,
      });
      continue;
    }
    // The tagger's own string where it can be: its hash is known, which look-ups in sets and maps need.
    const same = allPlain || read.startsWith(value, from);
    const written = same ? value : read.slice(from, at);
    const first = from - (starts[index] ?? 0) + start;
    tagged.push({
      text: written,
      lower: same ? word.lower : written.toLowerCase(),
      lemma: known.lemma,
      pos: known.pos,
      start: first,
      end: first + value.length,
      cues: word.cues,
      quotation,
    });
  }
  return tagged;
}

/** A word as one part of speech. */
interface Reading {
  readonly tag: string;
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

interface KnownWord {
  readonly value: string;
  readonly lower: string;
  readonly isSpace: boolean;
  readonly cues: number;
  /** As it was read last, and as each part of speech that it has been. */
  reading: Reading | null;
  readonly readings: Map<string, Reading>;
}

/** So many words are remembered. */
const MOST = 200_000;

/** Words as they were met before, by the number that the tagger gives each: it counts them from 0. */
const knownWords = Array.from<KnownWord | undefined>({ length: MOST });

function knownWord(id: number, tokens: TaggedTokens, position: number): KnownWord {
  const known = knownWords[id];
  if (known !== undefined) return known;
  const value = tokens.itemAt(position).out();
  const word: KnownWord = {
    value,
    lower: value.toLowerCase(),
    isSpace: value.trim() === "",
    cues: cuesOfWord(value),
    reading: null,
    readings: new Map(),
  };
  if (id < MOST) knownWords[id] = word;
  return word;
}

/** How a word reads with a tag; null where that is no part of speech. */
function knownReading(word: KnownWord, tag: string, tokens: TaggedTokens, position: number): Reading | null {
  if (word.reading?.tag === tag) return word.reading;
  const reading = word.readings.get(tag) ?? readingOf(tag, tokens, position);
  if (reading !== null) word.readings.set(tag, reading);
  word.reading = reading;
  return reading;
}

function readingOf(tag: string, tokens: TaggedTokens, position: number): Reading | null {
  if (!isPartOfSpeech(tag)) return null;
  // @ts-expect-error: wink-nlp declares its own `its.lemma` with other arguments than `out` takes; it is what `out` expects.
  const lemma: string = tokens.itemAt(position).out(its.lemma);
  return { tag, pos: tag, lemma };
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

/** Characters that a word has at most, addresses included. */
const LONGEST_WORD = 500;
const ENDLESS = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, "g");

/**
 * The text at the same length, with a space in what goes on without one for long: wink-nlp takes time by the square of its
 * length (a row of dashes, a picture in base64).
 */
function withoutEndlessWords(text: string): string {
  return text.replace(ENDLESS, (run) => `${run.slice(0, -1)} `);
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

/** Where the next word stands: after the space before it. Null for what the tagger wrote otherwise. */
function placeOf(text: string, word: string, from: number): number | null {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  if (text.startsWith(word, at)) return at;
  const found = text.slice(at, at + LOOK_AHEAD).indexOf(word);
  return found < 0 ? null : at + found;
}

/** How far a word is looked for. */
const LOOK_AHEAD = 200;

const PARTS_OF_SPEECH: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** Spaces and line ends have tags of their own. */
function isPartOfSpeech(tag: string): tag is PartOfSpeech {
  return PARTS_OF_SPEECH.has(tag);
}

/** Read before any other word, so that its number is the first that no word of the model's dictionary has. */
const firstUnknown = numbersOf("zqxjzq")[0] ?? 0;

/** Whether a dictionary of English, as large as a desk's, has a word as given (so names, with a capital, in lower case). */
export const isEnglishWord: (lower: string) => boolean = remembered(20_000, (lower) =>
  numbersOf(lower).every((number) => number < firstUnknown),
);

function numbersOf(text: string): number[] {
  return nlp.readDoc(text).tokens().out(its.uniqueId).map(Number);
}
