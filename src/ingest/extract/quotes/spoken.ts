import type { AnnotatedText, Quotation } from "../annotated-text.ts";
import {
  CALLED,
  NAMING,
  NAMING_SOMEBODY,
  NOT_SAID,
  SPEECH_BEFORE,
  TERM,
  WORK_AFTER,
  WORK_BEFORE,
  WORK_VERBS,
} from "../lexicon/naming-cues.ts";

/** How far around a quotation its use is looked for, in UTF-16 units. */
const AROUND = 60;

/** Positions of the quotations that somebody says or writes, and not names, titles of works or terms in quotation marks. */
export function spokenQuotations({ text, paragraphs, quotations }: AnnotatedText): Set<number> {
  const spoken = new Set<number>();
  quotations.forEach((quotation, index) => {
    const paragraph = paragraphs[quotation.paragraph];
    if (paragraph === undefined) return;
    const from = Math.max(paragraph.start, quotation.outer.start - AROUND);
    const to = Math.min(paragraph.end, quotation.outer.end + AROUND);
    const before = text.slice(from, quotation.outer.start);
    const after = text.slice(quotation.outer.end, to);
    if (!isName(text.slice(quotation.start, quotation.end), before, after, quotation)) spoken.add(index);
  });
  return spoken;
}

function isName(words: string, before: string, after: string, { continues }: Quotation): boolean {
  if (continues || words.length > 120) return false;
  if (/^[\p{L}\p{N}]$/u.test(words)) return true;
  const bare = words.replace(/[,.]$/, "");
  const count = bare.split(/\s+/).length;
  // Most of what is said is neither short nor begins every word with a capital: then no words around it count.
  const title = isTitled(bare);
  if (!title && count > 8) return false;
  if (NAMING.test(before) && (count <= 8 || title)) return true;
  if (TERM.test(before) && count <= 4) return true;
  if (NAMING_SOMEBODY.test(before) && count <= 6) return true;
  if (isNickname(bare, before, after, count)) return true;
  if (CALLED.test(before) && (title || (count <= 2 && calledNoun(before)))) return true;
  if (NOT_SAID.test(before) && count <= 2) return true;
  if (SPEECH_BEFORE.test(before)) return false;
  if (!title || /[.!?…]$/.test(bare)) return false;
  return (
    WORK_BEFORE.test(before) ||
    WORK_AFTER.test(after) ||
    WORK_VERBS.test(before) ||
    isWholeTitle(bare, before, after, bare !== words)
  );
}

/** Every longer word begins with a capital letter: “Gone with the Wind”. */
function isTitled(words: string): boolean {
  const all = words.split(/[\s—–-]+/).filter((word) => /\p{L}/u.test(word));
  const first = all[0] ?? "";
  if (!/^[^\p{L}]*[\p{Lu}\p{N}]/u.test(first)) return false;
  return all.every((word, index) => index === 0 || SMALL.test(word) || /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
}

const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|nor|from|with|by|as|is|de|la|le|el|der|die|das|vs\.?|n)$/u;

/** A title of two or more capitalised words, or one, that no speech stands beside. */
function isWholeTitle(words: string, before: string, after: string, pointed: boolean): boolean {
  const spokenAfter =
    /^[,\s]*(?:\p{Lu}?\p{L}+ ){0,4}(?:said|says|shouted|tweeted|wrote|asked|yelled|cried)\b/u.test(after);
  if (spokenAfter || /[,:]\s*$/.test(before)) return false;
  if (before.trim() === "" && (pointed || !/^\s+\p{Ll}/u.test(after))) return false;
  const capitals = words.split(/\s+/).filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
  return capitals >= 2 || /^\p{Lu}\p{Ll}+$/u.test(words);
}

/** Between the parts of a name: Joe “the Rat” Smith. */
function isNickname(words: string, before: string, after: string, count: number): boolean {
  const given = /(?:^|[\s(])(\p{Lu}[\p{L}.'’-]*) $/u.exec(before)?.[1];
  return (
    count <= 4 &&
    given !== undefined &&
    !/[.,!?]$/.test(words) &&
    /^ (?:[a-z]{1,3} )?\p{Lu}\p{L}/u.test(after) &&
    !/^(?:The|A|An|In|On|At|But|And)$/.test(given)
  );
}

/** “a method called”, not “what he called” or “the minister called”. */
function calledNoun(before: string): boolean {
  return /\b(?:an?|the|of|new|group|process|system|method|technique|practice|phenomenon|condition|disease|drug|device|substance|event|place|app|site|website|company)\s+(?:[\p{Ll}-]+\s+){0,3}(?:was |were |is |are |been |being |is also |also )?(?:called|named|termed|labell?ed|branded|referred to as)\s*$/u.test(
    before.replace(
      /^.*\b(?:he|she|they|it|we|who|which|that|what|officials?|minister|president|police|spokes\w+|critics?)\s+(?:\w+\s+)?(?=called|named|termed|label|branded|referred)/iu,
      "",
    ),
  );
}
