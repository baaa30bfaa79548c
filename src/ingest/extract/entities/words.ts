import type { Span } from "../../../domain/span.ts";
import type { AnnotatedText, PartOfSpeech, Token } from "../annotated-text.ts";
import { TIED_PARTICLES } from "../lexicon/name-particles.ts";

/** A word as names are made of: what hyphens tie together (“Jean-Yves”, “al-Assad”) is one. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Written as a name is: with a capital, or “al-Assad”. */
  readonly capital: boolean;
  /** Followed by “’s”. */
  readonly possessive: boolean;
  /** Begins a sentence, or what is said in quotation marks, so that its capital tells nothing. */
  readonly starts: boolean;
}

/** The words of a sentence, or of a quotation that stands as one token in a sentence. */
export interface Stream {
  readonly words: readonly Word[];
  /** Position of the sentence; of a quotation, that of the sentence that holds its beginning. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Position of the quotation whose words they are; null of a sentence. */
  readonly quotation: number | null;
}

/** The words of each sentence and each masked quotation, in the order of their beginnings. */
export function streamsOf(text: AnnotatedText): Stream[] {
  const streams: Stream[] = text.sentences.map(({ tokens, index, paragraph }) => ({
    words: wordsOf(tokens),
    sentence: index,
    paragraph,
    quotation: null,
  }));
  let sentence = 0;
  text.quotations.forEach((quotation, index) => {
    if (!quotation.masked) return;
    while ((text.sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY) <= quotation.start) sentence++;
    streams.push({
      words: wordsOf(quotation.tokens),
      sentence,
      paragraph: quotation.paragraph,
      quotation: index,
    });
  });
  return streams;
}

function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let starts = true;
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    if (first === undefined) break;
    const before = words.at(-1);
    if (before?.possessive && first.start === before.end && /^['’]/u.test(first.text)) continue;
    let last = index;
    while (hyphenTies(tokens, last)) last += 2;
    const parts = tokens.slice(index, last + 1);
    const text = parts.map((token) => token.text).join("");
    const bare = text.replace(/['’]s$/u, "");
    words.push({
      start: first.start,
      end: first.start + bare.length,
      text: bare,
      lower: bare.toLowerCase(),
      lemma: first.lemma,
      pos: last > index && parts.some(({ pos }) => pos === "PROPN") ? "PROPN" : first.pos,
      capital: isCapital(bare),
      possessive: bare !== text || isPossessive(tokens[last + 1], bare),
      starts,
    });
    starts = first.pos === "PUNCT" && (/^[.!?:•–—*"“‘]$/u.test(first.text) || (starts && first.text !== ","));
    index = last;
  }
  return words;
}

function isCapital(text: string): boolean {
  if (/^\p{Lu}/u.test(text)) return true;
  const tied = /^(\p{Ll}{1,3})[-’']\p{Lu}/u.exec(text);
  return tied !== null && TIED_PARTICLES.has(tied[1] ?? "");
}

/** Whether a hyphen without space follows the token and ties it to the next. */
function hyphenTies(tokens: readonly Token[], index: number): boolean {
  const [one, hyphen, two] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (one === undefined || hyphen === undefined || two === undefined) return false;
  return (
    (hyphen.text === "-" || hyphen.text === "‑") &&
    one.end === hyphen.start &&
    hyphen.end === two.start &&
    one.pos !== "QUOTE" &&
    two.pos !== "QUOTE"
  );
}

function isPossessive(next: Token | undefined, text: string): boolean {
  if (next === undefined) return false;
  return /^['’]s$/u.test(next.text) || (/^['’]$/u.test(next.text) && /s$/iu.test(text));
}
