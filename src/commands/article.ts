import { DatelineError } from "../domain/errors.ts";
import { ARTICLE_STATES, type ArticleState, BODY_ACCESS, type BodyAccess } from "../domain/model.ts";
import { changeArticle } from "../ingest/apply/change-article.ts";
import type { Author } from "../store/change-log.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";

/** What is to be said of an article, in the words of the command line. */
export interface ArticleOptions {
  readonly state?: string;
  readonly access?: string;
}

const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  CURRENT: "its publisher stands by it",
  CORRECTED: "corrected by its publisher",
  RETRACTED: "retracted by its publisher: nothing is supported by it any more",
};

const ACCESS_WORDS: Readonly<Record<BodyAccess, string>> = {
  FULL: "anyone may read its text",
  PASSAGES: "only passages of its text are shown",
};

/** Records what became of an article, and prints what holds then; see {@link articleChanged}. */
export async function articleCommand(
  database: DatabaseSettings,
  slug: string,
  options: ArticleOptions,
): Promise<void> {
  const store = await openStore(database);
  try {
    process.stdout.write(await articleChanged(store, slug, options, { at: new Date(), actor: null }));
  } finally {
    await store.close();
  }
}

/**
 * Records what became of an article.
 *
 * @returns a line that says what holds then
 * @throws DatelineError INVALID_CONFIG for words that are none of the options', INVALID_ARTICLE where there is no such article
 */
export async function articleChanged(
  store: Store,
  slug: string,
  options: ArticleOptions,
  author: Author,
): Promise<string> {
  const change = {
    state: oneOf("--state", options.state, ARTICLE_STATES),
    access: oneOf("--access", options.access, BODY_ACCESS),
  };
  const { headline, state, access, changed } = await changeArticle(store, slug, change, author);
  return `${headline}: ${STATE_WORDS[state]}; ${ACCESS_WORDS[access]}.${changed ? "" : " Nothing changed."}\n`;
}

function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (given === undefined) return undefined;
  const word = words.find((one) => one === given.toUpperCase());
  if (word !== undefined) return word;
  const allowed = words.map((one) => one.toLowerCase()).join(", ");
  throw new DatelineError("INVALID_CONFIG", `${option}: "${given}" is none of ${allowed}.`);
}
