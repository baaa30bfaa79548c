import type { BodyAccess } from "./model.ts";
import {
  boundaryBefore,
  CONTEXT_LENGTH,
  codePointLength,
  LONGEST_SHOWN,
  type Passage,
  sliceCodePoints,
} from "./passage.ts";

/** Where a sentence ends and another begins. Short words with a capital (Mr., Sept.) and a.m. are abbreviations. */
const SENTENCE_END =
  /(?<=(?:(?<!(?:^|[^\p{L}])\p{Lu}\p{L}{0,3}|\.\p{L})\.+|[!?…])["”’»)]*)\s+(?=["“‘«(]*[\p{Lu}\p{N}])/gu;

/**
 * What may be shown of a passage: all of it where the article is free to read, else at most 300 code points, up to the
 * end of the last sentence in these, or of the last word where not even one sentence ends there.
 */
export function shownPassage(passage: Passage, access: BodyAccess): Passage {
  const { start, exact, suffix } = passage;
  const shown = shownWords(exact, access);
  if (shown === exact) return passage;
  return {
    ...passage,
    end: start + codePointLength(shown),
    exact: shown,
    suffix: sliceCodePoints(exact.slice(shown.length) + suffix, 0, CONTEXT_LENGTH),
  };
}

/** The same for its words alone. */
export function shownWords(exact: string, access: BodyAccess): string {
  // No text has more code points than UTF-16 units.
  if (access === "FULL" || exact.length <= LONGEST_SHOWN || codePointLength(exact) <= LONGEST_SHOWN)
    return exact;
  const most = sliceCodePoints(exact, 0, LONGEST_SHOWN);
  return exact.slice(0, cutAt(exact, most.length));
}

/** The last good place to end a text within so many UTF-16 units. */
function cutAt(text: string, most: number): number {
  const sentences = [...text.matchAll(SENTENCE_END)].filter(({ index }) => index <= most);
  const sentence = sentences.at(-1)?.index;
  if (sentence !== undefined) return sentence;
  const words = [...text.slice(0, most + 1).matchAll(/\s+/g)].filter(({ index }) => index > 0);
  return words.at(-1)?.index ?? boundaryBefore(text, most);
}
