import { Anchors } from "../../domain/anchors.ts";
import type { Article, ArticleRevision } from "../../store/articles.ts";
import type { Readers } from "../../store/readers.ts";
import type { RowPut } from "../../store/row-writer.ts";

/** An article with its texts, in which passages are looked for. */
export interface ArticleText extends Pick<Article, "slug" | "headlineIsOurs" | "access"> {
  /** All that it has had, oldest first. */
  readonly revisions: readonly [ArticleRevision, ...ArticleRevision[]];
  /** Number of the text that the story gives; it may be an earlier one. */
  readonly given: number;
  readonly anchors: Anchors;
  /** The rows of the texts that were put on record here, by their number. */
  readonly rows: ReadonlyMap<number, RowPut>;
}

/** Reads the texts of articles, each once: a story has many passages from few articles. */
export class ArticleTexts {
  readonly #known = new Map<number, ArticleText>();

  constructor(private readonly readers: Readers) {}

  /** Takes note of the texts of an article that was put on record. */
  learn(id: number, text: Omit<ArticleText, "anchors">): void {
    this.#known.set(id, { ...text, anchors: new Anchors(text.revisions) });
  }

  /** @param id the row number of an article on record, with its texts as they are by now */
  async of(id: number): Promise<ArticleText> {
    const known = this.#known.get(id);
    if (known) return known;
    const [article] = await this.readers.articles.byId([id]);
    const [first, ...others] = await this.readers.articles.revisions([id]);
    if (!article || !first) throw new Error(`There is no text of article ${id}, though it is on record.`);
    const { slug, headlineIsOurs, access, revision } = article;
    const found = {
      slug,
      headlineIsOurs,
      access,
      revisions: [first, ...others] as const,
      given: revision,
      anchors: new Anchors([first, ...others]),
      rows: new Map(),
    };
    this.#known.set(id, found);
    return found;
  }
}

/** The text of an article that it has now. */
export function currentText({
  revisions: [first, ...others],
}: Pick<ArticleText, "revisions">): ArticleRevision {
  return others.at(-1) ?? first;
}
