import type { QuoteDraft } from "../../../../src/domain/draft.ts";
import { sliceCodePoints } from "../../../../src/domain/passage.ts";
import { extract } from "../../../../src/ingest/extract/extract.ts";

/** Draft quotes of a text that was published on Monday 2024-05-20, each with its words. */
export function quotesOf(text: string): (QuoteDraft & { readonly words: string })[] {
  return extract(text, { published: "2024-05-20" }).quotes.map((quote) => ({
    ...quote,
    words: sliceCodePoints(text, quote.passage.start, quote.passage.end),
  }));
}

/** Those in quotation marks. */
export function quotedOf(text: string) {
  return quotesOf(text).filter(({ kind }) => kind !== "INDIRECT");
}

/** Those without. */
export function indirectOf(text: string) {
  return quotesOf(text).filter(({ kind }) => kind === "INDIRECT");
}

/** A paragraph that names the people whom the sentences of these tests are about. */
export const CAST = "Mayor Anna Berg met Senator Tom Bell and coach Paul Jones in Leeds on Friday.";
