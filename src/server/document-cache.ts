import type { DocumentNode } from "graphql";

/** Longer texts of queries are parsed each time: keeping them would let anybody fill the memory. */
const LONGEST_TEXT = 10_000;
/** How many parsed queries are kept, the one used longest ago dropped first. */
const MOST_DOCUMENTS = 1_000;

/** The caches of parsed queries, in the way that yoga asks for them. What cannot be parsed is not kept. */
export function documentCaches() {
  const documents = new Map<string, DocumentNode>();
  return {
    documentCache: {
      get(text: string): DocumentNode | undefined {
        const document = documents.get(text);
        if (document !== undefined) {
          documents.delete(text);
          documents.set(text, document);
        }
        return document;
      },
      set(text: string, document: DocumentNode): void {
        if (text.length > LONGEST_TEXT) return;
        if (documents.size >= MOST_DOCUMENTS) {
          const oldest = documents.keys().next();
          if (!oldest.done) documents.delete(oldest.value);
        }
        documents.set(text, document);
      },
    },
    errorCache: { get: () => undefined, set: () => undefined },
  };
}
