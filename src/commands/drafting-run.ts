import { DatelineError } from "../domain/errors.ts";
import { draftText } from "../ingest/drafts/draft-article.ts";
import type { Extractor } from "../ingest/extract/extractor.ts";
import type { Store } from "../store/open.ts";

/** Drafts one article after the other by an extractor, until that says that it cannot draft any. */
export class DraftingRun {
  #refused = 0;
  #end: DatelineError | undefined;

  constructor(readonly extractor: Extractor) {}

  /** How many proposals, or parts of some, were not taken. */
  get refused(): number {
    return this.#refused;
  }

  /**
   * @returns how many drafts of an article wait for a decision
   * @throws DatelineError as `draftArticle` does; EXTRACTOR_UNAVAILABLE again and again, without asking
   */
  async draft(store: Store, articleKey: string): Promise<number> {
    if (this.#end !== undefined) throw this.#end;
    try {
      const stored = await draftText(store, articleKey, this.extractor);
      if (typeof stored === "string") return 0;
      this.#refused += stored.refused.length;
      return stored.open;
    } catch (error) {
      if (error instanceof DatelineError && error.code === "EXTRACTOR_UNAVAILABLE") this.#end = error;
      throw error;
    }
  }
}
