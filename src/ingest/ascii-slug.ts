/** The longest slug made from a text, in characters. */
const MAX_LENGTH = 80;

/** Letters that are no base letter with marks. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/**
 * A slug from the Latin letters and digits of a text: words with hyphens between, cut at the end of a word. Undefined where
 * the text has letters and none of them is Latin: digits alone would say too little.
 */
export function asciiSlug(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/['’ʼ]/g, "")
    .replaceAll(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "");
  const words = plain.match(/[a-z0-9]+/g);
  if (words === null || (/\p{L}/u.test(plain) && !/[a-z]/.test(plain))) return undefined;
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, MAX_LENGTH) : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug;
}
