import type { Config } from "../config.ts";
import { DatelineError } from "../domain/errors.ts";
import { EVERYTHING, type Subject } from "../domain/timeline.ts";
import { articlesOnRecord, countArticles } from "../ingest/drafts/articles-on-record.ts";
import { draftText } from "../ingest/drafts/draft-article.ts";
import type { Extractor } from "../ingest/extract/extractor.ts";
import { RULES } from "../ingest/extract/rules.ts";
import type { Article } from "../store/articles.ts";
import { openStore, type Store } from "../store/open.ts";
import { costInWords, extractorNamed, waiting } from "./extractors.ts";
import { ProgressBar } from "./progress-bar.ts";
import { count } from "./words.ts";

/** Which articles are drafted: one, those of a topic (slugs), or all. */
export interface DraftOptions {
  readonly topic?: string;
  readonly article?: string;
  readonly all?: boolean;
  /** Whether the rules draft, or a model. */
  readonly extractor?: string;
}

/** Reasons that are printed, at most. */
const MOST_REASONS = 20;

/**
 * Opens the store and prints what {@link draftArticles} says; how far it has come is shown on stderr.
 *
 * @returns the exit code: 0, or 2 where a text could not be drafted
 */
export async function draftCommand(
  { database, extractor: settings }: Pick<Config, "database" | "extractor">,
  options: DraftOptions,
): Promise<number> {
  const bar = new ProgressBar("Drafting {bar} {value} of {total} articles {note}");
  const extractor = await extractorNamed(options.extractor ?? "rules", settings, (why, waitMs) =>
    bar.note(waiting(why, waitMs)),
  );
  const store = await openStore(database);
  try {
    const { said, failed } = await draftArticles(store, options, {
      extractor,
      onStart: (size) => bar.add(size),
      onArticle: () => bar.step(),
    });
    bar.stop();
    process.stdout.write(said);
    return failed ? 2 : 0;
  } finally {
    bar.stop();
    await store.close();
  }
}

/** What drafting takes from outside. */
export interface DraftSurroundings {
  /** The rules where left out. */
  readonly extractor?: Extractor;
  /** Told how many articles there are. */
  readonly onStart?: (articles: number) => void;
  /** Told when one is done. */
  readonly onArticle?: () => void;
}

/** What drafting did. */
export interface DraftRun {
  /** What to print. */
  readonly said: string;
  /** Whether a text could not be drafted that could have been. */
  readonly failed: boolean;
}

/**
 * Drafts articles on record by the rules as they are now, or by another extractor. One that cannot be drafted is left out;
 * where the extractor cannot draft any, it ends.
 *
 * @throws DatelineError INVALID_CONFIG unless it is said which articles, INVALID_DRAFT where there is none such
 */
export async function draftArticles(
  store: Store,
  options: DraftOptions,
  { extractor = RULES, onStart, onArticle }: DraftSurroundings = {},
): Promise<DraftRun> {
  const given = [options.topic, options.article, options.all || undefined].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new DatelineError("INVALID_CONFIG", "Say which articles: --article SLUG, --topic SLUG or --all.");
  }
  const total = { added: 0, changed: 0, removed: 0, open: 0, decided: 0, articles: 0 };
  const leftOut: string[] = [];
  const refused: string[] = [];
  let [failed, stopped] = [false, ""];
  const { articles, size } = await chosenArticles(store, options);
  onStart?.(size);
  for await (const { key, slug } of articles) {
    const stored = await draftText(store, key, extractor).catch(reasonOf);
    onArticle?.();
    if (stored instanceof DatelineError) {
      failed = true;
      if (stored.code === "EXTRACTOR_UNAVAILABLE") {
        stopped = `${slug} and what comes after it was left out. ${stored.message}`;
        break;
      }
      leftOut.push(`${slug}: ${stored.message}`);
    } else if (typeof stored === "string") {
      leftOut.push(`${slug}: ${stored}`);
    } else {
      total.articles++;
      for (const name of ["added", "changed", "removed", "open", "decided"] as const)
        total[name] += stored[name];
      refused.push(...stored.refused.map(({ what, reason }) => `${slug}: ${what}: ${reason}`));
    }
  }
  const said = [
    `${count(total.articles, "article")} drafted: ${total.added} new, ${total.changed} changed, ${total.removed} gone; ${total.decided} decided before.`,
    ...listed("left out", leftOut),
    ...listed("refused", refused),
    ...(stopped === "" ? [] : [stopped]),
    ...costInWords(extractor),
    `${count(total.open, "draft")} to review${total.open > 0 ? ": dateline review" : ""}.`,
    "",
  ].join("\n");
  return { said, failed };
}

/** A text that could not be drafted stops no other. */
function reasonOf(error: unknown): DatelineError {
  if (error instanceof DatelineError) return error;
  throw error;
}

async function chosenArticles(
  store: Store,
  { topic, article }: DraftOptions,
): Promise<{ articles: AsyncIterable<Article> | readonly Article[]; size: number }> {
  if (article !== undefined) {
    const articles = await store.articles.bySlug([article]);
    if (articles.length === 0) throw noSuch("article", article);
    return { articles, size: articles.length };
  }
  const subject = topic === undefined ? EVERYTHING : await topicSubject(store, topic);
  return { articles: articlesOnRecord(store, subject), size: await countArticles(store, subject) };
}

async function topicSubject(store: Store, slug: string): Promise<Subject> {
  const [topic] = await store.topics.bySlug([slug]);
  if (topic === undefined) throw noSuch("topic", slug);
  return { type: "TOPIC", id: topic.id };
}

function noSuch(what: string, slug: string): DatelineError {
  return new DatelineError("INVALID_DRAFT", `There is no ${what} "${slug}" on record; check the spelling.`);
}

function listed(what: string, reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `  ${reason}`);
  if (reasons.length > shown.length) shown.push(`  and ${reasons.length - shown.length} more`);
  return [`${reasons.length} ${what}:`, ...shown];
}
