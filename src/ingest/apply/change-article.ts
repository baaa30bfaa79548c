import { eq } from "drizzle-orm";
import { DatelineError } from "../../domain/errors.ts";
import type { ArticleState, BodyAccess } from "../../domain/model.ts";
import type { Author } from "../../store/change-log.ts";
import type { Store } from "../../store/open.ts";
import { applyBeside } from "./apply-story.ts";
import { noteRetraction } from "./note-retraction.ts";

/** What an editor says of an article: whether its outlet stands by it, and how much of it anyone may read. */
export interface ArticleChange {
  readonly state?: ArticleState | undefined;
  readonly access?: BodyAccess | undefined;
}

/** An article as it is after a change. */
export interface ChangedArticle {
  readonly headline: string;
  readonly state: ArticleState;
  readonly access: BodyAccess;
  readonly changed: boolean;
}

/**
 * Changes what is said of an article on record, in one transaction. What rests on an article that is retracted is supported
 * by it no more, and again when it is not.
 *
 * @throws DatelineError INVALID_ARTICLE where there is no such article
 */
export async function changeArticle(
  store: Pick<Store, "write">,
  slug: string,
  change: ArticleChange,
  author: Author,
): Promise<ChangedArticle> {
  return store.write(async (tx, readers) => {
    const { article } = tx.tables;
    const [named] = await readers.articles.bySlug([slug]);
    const [before] = named ? await tx.db.select().from(article).where(eq(article.id, named.id)) : [];
    if (!named || !before) {
      throw new DatelineError(
        "INVALID_ARTICLE",
        `There is no article "${slug}" on record. Its slug is what its page has after /articles/.`,
      );
    }
    const { state = before.state, access = before.access } = change;
    let changed = false;
    await applyBeside({ tx, readers }, author, async (application) => {
      const node = { type: "Article" as const, key: before.key };
      const row = await application.rows.node(
        article,
        { key: before.key },
        { ...before, state, access },
        node,
      );
      await noteRetraction(application, before, state);
      if (row.changed) application.changed.articles.add(before.id);
      changed = row.changed;
    });
    return { headline: named.headline, state, access, changed };
  });
}
