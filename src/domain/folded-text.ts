/** Places in a text, in UTF-16 indices, `to` exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * A text without its typography: quotation marks, dashes, accents, runs of spaces and letter case. Folding takes time with
 * the length of the text, so one is kept where many words are looked for.
 */
export class FoldedText {
  readonly #folded: string;
  /** For each UTF-16 unit of it the index in the text that it comes from. */
  readonly #origins: readonly number[];

  constructor(private readonly text: string) {
    let folded = "";
    const origins: number[] = [];
    let index = 0;
    for (const point of text) {
      const plain = foldedPoint(point);
      if (plain !== " " || !folded.endsWith(" ")) {
        folded += plain;
        for (let unit = 0; unit < plain.length; unit++) origins.push(index);
      }
      index += point.length;
    }
    this.#folded = folded;
    this.#origins = origins;
  }

  /** The places of texts that differ from some words only in typography, if at all; overlapping ones too. */
  *places(words: string): Generator<Place, undefined> {
    const wanted = foldedWords(words);
    if (wanted === "") return;
    const folded = this.#folded;
    const origins = this.#origins;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const last = origins[at + wanted.length - 1];
      let next = at + wanted.length;
      while (next < origins.length && origins[next] === last) next++;
      const found = this.text.slice(origins[at], origins[next]);
      const from = (origins[at] ?? 0) + found.length - found.trimStart().length;
      yield { from, to: from + found.trim().length };
    }
  }
}

/** A code point without its typography; nothing for a mark and for what only formats. */
export function foldedPoint(point: string): string {
  if (/^[a-z0-9.,]$/.test(point)) return point;
  return point
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}\p{Format}]/gu, "")
    .replace(/[\p{Quotation_Mark}`\u02bc\u2032\u2033]/gu, "'")
    .replace(/\p{Dash}/gu, "-")
    .replace(/\s+/gu, " ");
}

/** Words without their typography, and without space around them. */
export function foldedWords(words: string): string {
  let folded = "";
  for (const point of words) folded += foldedPoint(point);
  return folded.replace(/ {2,}/g, " ").trim();
}
