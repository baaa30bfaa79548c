/** A text without its typography, and for each UTF-16 unit of that the index in `text` that it comes from. */
export interface Folded {
  readonly folded: string;
  readonly origins: readonly number[];
}

/** Takes letter case, accents, kinds of quotation marks and dashes, and numbers of spaces out of a text. */
export function foldTypography(text: string): Folded {
  const origins: number[] = [];
  let folded = "";
  let index = 0;
  for (const character of text) {
    const plain = character
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{Mark}\p{Format}]/gu, "")
      .replace(/[\p{Quotation_Mark}`\u02bc\u2032\u2033]/gu, "'")
      .replace(/\p{Dash}/gu, "-")
      .replace(/\s+/gu, " ");
    if (plain !== " " || !folded.endsWith(" ")) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) origins.push(index);
    }
    index += character.length;
  }
  return { folded, origins };
}
