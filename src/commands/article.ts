import { DatelineError } from "../domain/errors.ts";
import { ARTICLE_STATES, type ArticleState, BODY_ACCESS, type BodyAccess } from "../domain/model.ts";
import { changeArticle } from "../ingest/apply/change-article.ts";
import { openStore } from "../store/open.ts";
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

/**
 * Records what became of an article, and says what holds then.
 *
 * @throws DatelineError INVALID_CONFIG for words that are none of the options', INVALID_ARTICLE where there is no such article
 */
export async function articleCommand(
  database: DatabaseSettings,
  slug: string,
  options: ArticleOptions,
): Promise<void> {
  const change = {
    state: oneOf("--state", options.state, ARTICLE_STATES),
    access: oneOf("--access", options.access, BODY_ACCESS),
  };
  const store = await openStore(database);
  try {
    const author = { at: new Date(), actor: null };
    const { headline, state, access, changed } = await changeArticle(store, slug, change, author);
    const told = `${headline}: ${STATE_WORDS[state]}; ${ACCESS_WORDS[access]}.`;
    process.stdout.write(`${told}${changed ? "" : " Nothing changed."}\n`);
  } finally {
    await store.close();
  }
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
