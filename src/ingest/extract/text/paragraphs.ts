import type { Paragraph, ParagraphKind } from "../annotated-text.ts";

/** The lines of a text that hold something, in order. */
export function findParagraphs(text: string): Paragraph[] {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index + line.length - line.trimStart().length,
    end: index + line.trimEnd().length,
  }));
  return lines.map(({ start, end }, position) => ({
    start,
    end,
    kind: kindOf(text.slice(start, end), position, lines.length),
  }));
}

const HEADLINE_LENGTH = 200;
const DATE_ALONE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2})\.?$/iu;

function kindOf(line: string, position: number, lines: number): ParagraphKind {
  if (position <= 2 && DATE_ALONE.test(line)) return "DATELINE";
  const unfinished = line.length <= HEADLINE_LENGTH && !/[.!?…][”"’'»)\]]*$/u.test(line);
  return position === 0 && lines > 1 && unfinished ? "HEADLINE" : "BODY";
}
