import type { Paragraph, Quotation } from "../annotated-text.ts";

/** A quotation before its words are tagged. */
export type FoundQuotation = Omit<Quotation, "tokens">;

const CLOSING: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  '"': '"”',
  "‘": "’",
  "'": "'",
};

/** From so many words on, a quotation is a single token of the sentence around it. */
const MASKED_WORDS = 4;

/**
 * Pairs the quotation marks of each paragraph. A quotation that its paragraph leaves open ends with the paragraph; it goes
 * on in the next where that begins with a mark. Single marks count only where they cannot be apostrophes, and inside of
 * a double pair they are part of its words.
 */
export function findQuotations(text: string, paragraphs: readonly Paragraph[]): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let leftOpen = false;
  paragraphs.forEach((paragraph, index) => {
    let at = paragraph.start;
    let closed = true;
    while (at < paragraph.end) {
      const open = nextOpening(text, at, paragraph.end);
      if (open === undefined) break;
      const close = closingOf(text, open, paragraph.end);
      if (close === undefined && isSingle(text, open)) {
        at = open + 1;
        continue;
      }
      const outer = { start: open, end: close === undefined ? paragraph.end : close + 1 };
      const inner = { start: open + 1, end: close ?? paragraph.end };
      at = outer.end;
      const words = text.slice(inner.start, inner.end);
      if (words.trim() === "") continue;
      closed = close !== undefined;
      found.push({
        ...inner,
        outer,
        paragraph: index,
        continues: leftOpen && open === paragraph.start,
        masked: words.split(/\s+/).length >= MASKED_WORDS,
      });
    }
    leftOpen = !closed;
  });
  return found;
}

function isSingle(text: string, at: number): boolean {
  return text[at] === "'" || text[at] === "‘";
}

/** The next mark that opens a quotation: it stands before a word and not after one. */
function nextOpening(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const mark = text[at] ?? "";
    if (!(mark in CLOSING)) continue;
    const before = text[at - 1] ?? " ";
    const after = text[at + 1] ?? " ";
    if (/[\p{L}\p{N}]/u.test(before)) continue;
    if (isSingle(text, at) && !/[\p{L}\p{N}]/u.test(after)) continue;
    return at;
  }
  return undefined;
}

function closingOf(text: string, open: number, end: number): number | undefined {
  const closers = CLOSING[text[open] ?? ""] ?? "";
  for (let at = open + 1; at < end; at++) {
    if (!closers.includes(text[at] ?? " ")) continue;
    const wordGoesOn = /[\p{L}\p{N}]/u.test(text[at + 1] ?? " ");
    if (wordGoesOn && (isSingle(text, open) || /\s/.test(text[at - 1] ?? ""))) continue;
    return at;
  }
  return undefined;
}
