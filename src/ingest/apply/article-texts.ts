import type { ArticlePart } from "../../domain/model.ts";
import type { Passage } from "../../domain/passage.ts";
import { inTextSince } from "../../domain/revision.ts";
import type { Article, ArticleRevision } from "../../store/articles.ts";
import type { Readers } from "../../store/readers.ts";

/** An article with its current text, in which passages are looked for. */
export interface ArticleText extends Article {
  readonly revisionId: number;
  readonly body: string | null;
  /** From which day on words of the current text, or the text as a whole, were in it; null: from the first text on. */
  since(part: ArticlePart, passage: Passage | null): string | null;
}

/** Reads the texts of articles, each once: a story has many passages from few articles. */
export class ArticleTexts {
  readonly #known = new Map<number, ArticleText>();

  constructor(private readonly readers: Readers) {}

  /** @param id the row number of an article on record, with its text as it is by now */
  async of(id: number): Promise<ArticleText> {
    const known = this.#known.get(id);
    if (known) return known;
    const [article] = await this.readers.articles.byId([id]);
    const revisions = await this.readers.articles.revisions([id]);
    const current = revisions.at(-1);
    if (!article || !current) throw new Error(`There is no text of article ${id}, though it is on record.`);
    const found = withText(article, current, revisions.slice(0, -1));
    this.#known.set(id, found);
    return found;
  }
}

function withText(
  article: Article,
  current: ArticleRevision,
  earlier: readonly ArticleRevision[],
): ArticleText {
  return {
    ...article,
    revisionId: current.id,
    body: current.body,
    since: (part, passage) => inTextSince(current, part, passage, earlier),
  };
}
