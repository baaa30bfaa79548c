import type { Span } from "../../../domain/span.ts";
import type { Paragraph } from "../annotated-text.ts";
import { ABBREVIATIONS } from "../lexicon/abbreviations.ts";
import { SAID } from "../lexicon/reporting-verbs.ts";
import type { FoundQuotation } from "./quotation-marks.ts";

/** A stretch of one paragraph, before its words are known. */
export interface FoundSentence extends Span {
  readonly paragraph: number;
}

/** Parts each paragraph into sentences. What stands inside of quotation marks ends none but at their closing. */
export function findSentences(
  text: string,
  paragraphs: readonly Paragraph[],
  quotations: readonly FoundQuotation[],
): FoundSentence[] {
  let first = 0;
  return paragraphs.flatMap((paragraph, index) => {
    let last = first;
    while (quotations[last]?.paragraph === index) last++;
    const inside = quotations.slice(first, last);
    first = last;
    const sentences: FoundSentence[] = [];
    let start = paragraph.start;
    for (const end of [...endings(text, paragraph, inside), paragraph.end]) {
      const from = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
      if (from < end) sentences.push({ start: from, end, paragraph: index });
      start = end;
    }
    return sentences;
  });
}

/** Where sentences end before the end of the paragraph. */
function* endings(text: string, paragraph: Span, quotations: readonly FoundQuotation[]): Iterable<number> {
  let next = 0;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(ENDS)) {
    const at = paragraph.start + match.index;
    const end = at + match[0].length;
    while ((quotations[next]?.outer.end ?? text.length) <= at) next++;
    const around = quotations[next];
    const within = around !== undefined && around.outer.start < at ? around : undefined;
    if (within !== undefined && end < within.outer.end) continue;
    if (endsSentence(text, at, match[0], end, within !== undefined)) yield end;
  }
}

const ENDS = /[.!?…]+(?:[)\]]|[”"’'»](?!\p{L}))*(?=\s)/gu;

function endsSentence(text: string, at: number, mark: string, end: number, quoted: boolean): boolean {
  const next = /^\s+([“"„«‘'([—–-]*)(\S*)/u.exec(text.slice(end, end + 80));
  const following = next?.[2] ?? "";
  const startsNew = /^[\p{Lu}\p{N}]/u.test(following) || (next?.[1] ?? "") !== "";
  if (!startsNew) return false;
  if (quoted && /^[!?]/.test(mark)) return !ATTRIBUTION.test(text.slice(end, end + 80));
  if (!mark.startsWith(".") || mark.startsWith("..")) return true;
  const before = text.slice(Math.max(0, at - 20), at);
  const word = /[\p{L}\p{M}.]*$/u.exec(before.slice(before.lastIndexOf(" ") + 1))?.[0] ?? "";
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    return /\.\p{L}$/u.test(word) && STARTERS.test(following);
  }
  return !ABBREVIATIONS.has(word.toLowerCase());
}

/** Who said it, after a quotation that ends in a question or exclamation mark: “…?” Smith asked. */
const ATTRIBUTION = new RegExp(`^\\s+(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}(?:${SAID})\\b`, "u");

/** Words that start a sentence even after an abbreviation such as “U.S.”. */
const STARTERS = /^(?:The|A|An|He|She|It|They|We|In|On|At|But|And|This|That|These|Those|As|After|However)$/;
