import type { Readers } from "../../store/readers.ts";
import type { RowPut } from "../../store/row-writer.ts";
import type { CitedArticle } from "../formats/story/passages.ts";

/** An article with the text of its current revision, as passages are looked for in it. */
export interface ArticleText extends CitedArticle {
  readonly revisionId: number;
  /** The row of that revision, where it was put on record here. */
  readonly revision?: RowPut;
}

/** Reads the texts of articles, each once: a story has many passages from few articles. */
export class ArticleTexts {
  readonly #known = new Map<number, ArticleText>();

  constructor(private readonly readers: Readers) {}

  /** Takes note of a text that was put on record. */
  learn(id: number, text: ArticleText): void {
    this.#known.set(id, text);
  }

  /** @param id the row number of an article on record */
  async of(id: number): Promise<ArticleText> {
    const known = this.#known.get(id);
    if (known) return known;
    const [article] = await this.readers.articles.byId([id]);
    const [text] = await this.readers.articles.texts([id]);
    if (!article || !text) throw new Error(`There is no text of article ${id}, though it is on record.`);
    const { slug, headline, headlineIsOurs, access } = article;
    const found = { slug, headline, headlineIsOurs, access, body: text.body, revisionId: text.revisionId };
    this.#known.set(id, found);
    return found;
  }
}
