import { tokensOf } from "./search-text.ts";

/** Length of a slug that is made from a name, at most. */
const LONGEST = 60;

/** A name as a slug, in ASCII, cut after a word; null where the name has no word that can be written so. */
export function slugOf(name: string): string | null {
  const words = tokensOf(name).filter((word) => /^[a-z0-9]+$/.test(word));
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === "" ? null : slug;
}
