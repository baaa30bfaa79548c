import { DatelineError } from "../../domain/errors.ts";
import type { Store } from "../../store/open.ts";
import { type StoredDrafts, storeDrafts } from "./store-drafts.ts";

/**
 * Drafts an article on record by the rules: reads its text, extracts, stores.
 *
 * @param key the article's key
 * @returns how many drafts of it wait for a decision then; 0 for a reference, and for a text in a language without rules
 * @throws DatelineError INVALID_DRAFT where there is no such article
 */
export async function draftArticle(store: Store, key: string): Promise<number> {
  const stored = await draftText(store, key);
  return typeof stored === "string" ? 0 : stored.open;
}

/** The same with all that it did, or the reason why nothing can be drafted. */
export async function draftText(
  store: Pick<Store, "write" | "latest">,
  key: string,
): Promise<StoredDrafts | string> {
  const readers = store.latest();
  const [article] = await readers.articles.byKey([key]);
  if (article === undefined) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `The article "${key}" is not on record; nothing can be drafted of it.`,
    );
  }
  const [text] = await readers.articles.texts([article.id]);
  if (!text || text.body === null) return "a reference, whose text is not held";
  try {
    // Only now: its word lists take a while to read.
    const { extract } = await import("../extract/extract.ts");
    const published = article.published?.edtf;
    const drafts = extract(text.body, { published, ...(article.language && { language: article.language }) });
    return await storeDrafts(store, key, drafts, "RULE");
  } catch (error) {
    if (error instanceof DatelineError && error.code === "UNSUPPORTED_LANGUAGE") {
      return `no rules for the language ${article.language}`;
    }
    throw error;
  }
}
