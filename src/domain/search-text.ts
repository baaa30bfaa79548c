import { sliceCodePoints } from "./passage.ts";

/** A word as search knows it, and where it stands: UTF-16 indices in the text it was read from, end exclusive. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Code points of a token at most; what is longer is cut, in texts as in searches. */
const LONGEST_TOKEN = 64;

/** Letters that Unicode does not take apart, as those who cannot type them write them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ł: "l",
  ŧ: "t",
  þ: "th",
  ς: "σ",
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");

/**
 * Marks that are left out: accents and points of scripts that are read without them, and Arabic's tatweel. The vowel
 * signs of Indic and South-East Asian scripts, and what voices a kana (U+3099, U+309A), make another letter and stay.
 */
const ACCENTS =
  /(?![\u3099\u309a])[\p{Mn}\p{Me}](?<=[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}])|[\p{Cf}\u0640]/gu;

/** Letters of Unicode that are written as apostrophes: Ukrainian's and those of transliterations. */
const APOSTROPHES = /[\u02b9-\u02bf]/g;

/**
 * A text without what does not matter to search: letter case (as Unicode's full case folding, so that ß is ss, and
 * Turkish ı is i), accents, ligatures and other compatibility forms. Folding what is folded changes nothing.
 */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(ACCENTS, "");
  // Lower case first, since ẞ has none above it; then up, where ſ and ß become what they stand for, and down again.
  const cased = bare.toLowerCase().toUpperCase().toLowerCase().normalize("NFKD").replace(ACCENTS, "");
  return cased
    .replace(NOT_PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .normalize("NFC");
}

/** Scripts without spaces between words, of which any part may be searched for: each character is a token. */
const UNSPACED = String.raw`(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]`;
const UNSPACED_CHARACTER = new RegExp(UNSPACED, "u");
/** What belongs to the character before it: marks, invisible characters, voicing of narrow kana, Thai and Lao AM. */
const TRAILING = String.raw`[\p{M}\p{Cf}\uff9e\uff9f\u0e33\u0eb3]*`;

/** A word of ASCII; an acronym with full stops (U.S.); a character of an unspaced script; any other word. */
const WORD = new RegExp(
  [
    String.raw`[A-Za-z0-9]+(?![A-Za-z0-9\u0080-\u{10ffff}]|(?<=(?<![A-Za-z0-9.])[A-Za-z])\.[A-Za-z])`,
    String.raw`(?<!\.)[\p{Lu}\p{Ll}](?:\.[\p{Lu}\p{Ll}])+(?![\p{L}\p{N}\p{M}])`,
    `(?:${UNSPACED})${TRAILING}`,
    String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}\p{M}]\p{Cf}*)+`,
  ].join("|"),
  "gu",
);
const FOLDED_WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text, folded, in order. Words are made of letters, digits and their marks; everything else parts
 * them, apostrophes too, so that “Ryabkov’s” has the word ryabkov. Acronyms with full stops are one word (U.S. is us).
 * In scripts without spaces each character is a token, so that searching for a few in a row finds them anywhere.
 */
export function* tokenize(text: string): Generator<Token, void, undefined> {
  for (const match of text.replace(APOSTROPHES, "'").matchAll(WORD)) {
    const [word] = match;
    const [start, end] = [match.index, match.index + word.length];
    if (isAscii(word)) {
      yield { text: cut(word.replaceAll(".", "").toLowerCase()), start, end };
      continue;
    }
    for (const [folded] of foldText(word.replaceAll(".", "")).matchAll(FOLDED_WORD)) {
      yield { text: cut(folded), start, end };
    }
  }
}

/** The folded words of a text. */
export function tokensOf(text: string): string[] {
  return Array.from(tokenize(text), (token) => token.text);
}

/** Whether a text has a character of a script without spaces between words. */
export function hasUnspaced(text: string): boolean {
  return UNSPACED_CHARACTER.test(text);
}

function cut(token: string): string {
  return token.length > LONGEST_TOKEN ? sliceCodePoints(token, 0, LONGEST_TOKEN) : token;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
