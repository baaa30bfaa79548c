import { SingleBar } from "cli-progress";
import { DatelineError } from "../domain/errors.ts";
import { EVERYTHING, type Subject } from "../domain/timeline.ts";
import { articlesOnRecord, countArticles } from "../ingest/drafts/articles-on-record.ts";
import { draftText } from "../ingest/drafts/draft-article.ts";
import type { Article } from "../store/articles.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";
import { count } from "./words.ts";

/** Which articles are drafted: one, those of a topic (slugs), or all. */
export interface DraftOptions {
  readonly topic?: string;
  readonly article?: string;
  readonly all?: boolean;
}

/** Reasons that are printed, at most. */
const MOST_REASONS = 20;

/** Opens the store and prints what {@link draftArticles} says; how far it has come is shown on stderr. */
export async function draftCommand(database: DatabaseSettings, options: DraftOptions): Promise<void> {
  const store = await openStore(database);
  try {
    process.stdout.write(await draftArticles(store, options));
  } finally {
    await store.close();
  }
}

/**
 * Drafts articles on record by the rules as they are now.
 *
 * @returns what to print: what that did
 * @throws DatelineError INVALID_CONFIG unless it is said which articles, INVALID_DRAFT where there is none such
 */
export async function draftArticles(store: Store, options: DraftOptions): Promise<string> {
  const given = [options.topic, options.article, options.all || undefined].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new DatelineError("INVALID_CONFIG", "Say which articles: --article SLUG, --topic SLUG or --all.");
  }
  const total = { added: 0, changed: 0, removed: 0, open: 0, decided: 0, articles: 0 };
  const leftOut: string[] = [];
  const refused: string[] = [];
  const { articles, size } = await chosenArticles(store, options);
  const bar = new SingleBar({ format: "Drafting {bar} {value} of {total} articles", stream: process.stderr });
  bar.start(size, 0);
  for await (const article of articles) {
    const stored = await draftText(store, article.key);
    bar.increment();
    if (typeof stored === "string") {
      leftOut.push(`${article.slug}: ${stored}`);
      continue;
    }
    total.articles++;
    for (const name of ["added", "changed", "removed", "open", "decided"] as const)
      total[name] += stored[name];
    refused.push(...stored.refused.map(({ what, reason }) => `${article.slug}: ${what}: ${reason}`));
  }
  bar.stop();
  return [
    `${count(total.articles, "article")} drafted: ${total.added} new, ${total.changed} changed, ${total.removed} gone; ${total.decided} decided before.`,
    ...listed("left out", leftOut),
    ...listed("refused", refused),
    `${count(total.open, "draft")} to review${total.open > 0 ? ": dateline review" : ""}.`,
    "",
  ].join("\n");
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
