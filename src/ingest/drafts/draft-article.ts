import type { Refused } from "../../domain/draft.ts";
import { DatelineError } from "../../domain/errors.ts";
import type { Store } from "../../store/open.ts";
import type { Extractor } from "../extract/extractor.ts";
import { RULES } from "../extract/rules.ts";
import { type StoredDrafts, storeDrafts } from "./store-drafts.ts";

/**
 * Drafts an article on record: reads its text, extracts, stores.
 *
 * @param key the article's key
 * @param extractor the rules, unless another is given
 * @returns how many drafts of it wait for a decision then; 0 for a reference, and for a text in a language that the
 *   extractor does not read
 * @throws DatelineError INVALID_DRAFT where there is no such article, or its text changed meanwhile; NOT_EXTRACTED and
 *   EXTRACTOR_UNAVAILABLE where the extractor says so
 */
export async function draftArticle(store: Store, key: string, extractor: Extractor = RULES): Promise<number> {
  const stored = await draftText(store, key, extractor);
  return typeof stored === "string" ? 0 : stored.open;
}

/** The same with all that it did, or the reason why nothing can be drafted. */
export async function draftText(
  store: Pick<Store, "write" | "latest">,
  key: string,
  extractor: Extractor = RULES,
): Promise<StoredDrafts | string> {
  const readers = store.latest();
  const [article] = await readers.articles.byKey([key]);
  if (article === undefined) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `The article "${key}" is not on record; nothing can be drafted of it.`,
    );
  }
  const { language, headline, published, revision } = article;
  const [text] = await readers.articles.texts([article.id]);
  if (!text || text.body === null) return "a reference, whose text is not held";
  try {
    const extraction = await extractor.extract(text.body, { published, language, headline });
    const stored = await storeDrafts(store, key, extraction, extractor.method, revision);
    const refused: readonly Refused[] = [...(extraction.refused ?? []), ...stored.refused];
    return { ...stored, refused };
  } catch (error) {
    if (error instanceof DatelineError && error.code === "UNSUPPORTED_LANGUAGE") {
      return `no ${extractor.name} for the language ${language}`;
    }
    throw error;
  }
}
