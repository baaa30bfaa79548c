import type { AnnotatedText } from "../annotated-text.ts";

/** Positions of the paragraphs that tell who wrote or edited the text, and not what happened. */
export function bylineParagraphs({ text, paragraphs }: AnnotatedText): ReadonlySet<number> {
  const found = new Set<number>();
  paragraphs.forEach(({ start, end, kind }, index) => {
    if (kind === "DATELINE") return;
    const line = text.slice(start, Math.min(end, start + 300));
    const atEdge = index <= 3 || index >= paragraphs.length - 3;
    if (CREDIT.test(line) && end - start < 300) found.add(index);
    else if (atEdge && index > 0 && NAME_ALONE.test(line)) found.add(index);
  });
  return found;
}

const CREDIT =
  /^\(?(?:by\s+\p{Lu}|(?:additional |further )?(?:reporting|writing|editing|edited|written|compiled|photographs?|photos?|images?|graphics?)\s*(?:by\b|:))/iu;

/** A line with nothing but a name, or names: “Jane Doe and John Roe”, “JANE DOE, Associated Press”. */
const NAME_ALONE =
  /^[—–-]?\s*(?:\p{Lu}[\p{L}.'’-]+|\p{Lu}\.|al-\p{Lu}\p{L}+|de|van|von|der|bin)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|al-\p{Lu}\p{L}+|de|van|von|der|bin|and|&|in)){1,6}(?:,\s+(?:\p{Lu}[\p{L}.'’-]*\s*){1,3})?$/u;
