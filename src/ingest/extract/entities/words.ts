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
  let before: Word | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    if (first === undefined) break;
    if (before?.possessive && first.start === before.end && /^['’]/u.test(first.text)) continue;
    let last = index;
    while (hyphenTies(tokens, last)) last += 2;
    const tied = last > index;
    const whole = tied
      ? tokens
          .slice(index, last + 1)
          .map(({ text }) => text)
          .join("")
      : first.text;
    const bare = first.pos !== "QUOTE" && endsInPossessive(whole) ? whole.slice(0, -2) : whole;
    const proper = tied && tokens.slice(index, last + 1).some(({ pos }) => pos === "PROPN");
    before = {
      start: first.start,
      end: first.start + bare.length,
      text: bare,
      lower: bare === first.text ? first.lower : bare.toLowerCase(),
      lemma: first.lemma,
      pos: proper ? "PROPN" : first.pos,
      capital: isCapital(bare),
      possessive: bare !== whole || isPossessive(tokens[last + 1], bare),
      starts,
    };
    words.push(before);
    starts = first.pos === "PUNCT" && (/^[.!?:•–—*"“‘]$/u.test(first.text) || (starts && first.text !== ","));
    index = last;
  }
  return words;
}

function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 65 && code <= 90) return true;
  if (code < 128 && !isTie(text.charCodeAt(1)) && !isTie(text.charCodeAt(2)) && !isTie(text.charCodeAt(3)))
    return false;
  if (/^\p{Lu}/u.test(text)) return true;
  const tied = /^(\p{Ll}{1,3})[-’']\p{Lu}/u.exec(text);
  return tied !== null && TIED_PARTICLES.has(tied[1] ?? "");
}

/** A hyphen or an apostrophe. */
function isTie(code: number): boolean {
  return code === 0x2d || code === 0x27 || code === 0x2019;
}

/** Whether “’s” ends the word itself. */
function endsInPossessive(text: string): boolean {
  const mark = text.charCodeAt(text.length - 2);
  return (mark === 0x27 || mark === 0x2019) && text.endsWith("s");
}

/** Whether a hyphen without space follows the token and ties it to the next. */
function hyphenTies(tokens: readonly Token[], index: number): boolean {
  const hyphen = tokens[index + 1];
  if (hyphen === undefined || (hyphen.text !== "-" && hyphen.text !== "‑")) return false;
  const [one, two] = [tokens[index], tokens[index + 2]];
  if (one === undefined || two === undefined) return false;
  return one.end === hyphen.start && hyphen.end === two.start && one.pos !== "QUOTE" && two.pos !== "QUOTE";
}

function isPossessive(next: Token | undefined, text: string): boolean {
  if (next === undefined) return false;
  const mark = next.text.charCodeAt(0);
  if (mark !== 0x27 && mark !== 0x2019) return false;
  return /^['’]s$/u.test(next.text) || (next.text.length === 1 && /s$/iu.test(text));
}
