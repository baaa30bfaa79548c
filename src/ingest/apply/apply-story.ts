import { EMPTY_STORY, type Story } from "../../domain/story.ts";
import { type Author, Journal } from "../../store/change-log.ts";
import type { Store } from "../../store/open.ts";
import { RowWriter } from "../../store/row-writer.ts";
import { updateSearchIndex } from "../../store/search-index.ts";
import { updateTimelineIndex } from "../../store/timeline-index.ts";
import { checkPassages } from "../formats/story/passages.ts";
import { refuseProblems } from "../problems.ts";
import type { Application } from "./application.ts";
import { ArticleTexts } from "./article-texts.ts";
import { applyArticles } from "./articles.ts";
import { applyEntities, applyRoles } from "./entities.ts";
import { applyEvents } from "./events.ts";
import { keepWithdrawn } from "./keep-withdrawn.ts";
import { applyQuotes } from "./quotes.ts";
import { Slugs, takenSlugs, unknownSlugs } from "./slugs.ts";

/** How many nodes a story added to the record and changed on it. */
export interface Applied {
  readonly created: number;
  readonly updated: number;
}

/**
 * Puts a story on record, in one transaction. What the story names is added or brought up to date; what it leaves out
 * stays. Applying it again changes nothing.
 *
 * @throws DatelineError INVALID_STORY, with `file:line` and reason for each problem; nothing is then written
 */
export async function applyStory(store: Store, story: Story, author: Author): Promise<Applied> {
  return store.write((tx, readers) => applyStoryIn({ tx, readers }, story, author));
}

/** How a story is applied as part of something larger. */
export interface ApplyOptions {
  /** Whether evidence that is on record stays as it is, whoever found it; else the story says how it was found. */
  readonly keepEvidence?: boolean;
  /** What else is written with it: told to the change log and the indexes as the story is. */
  readonly withIt?: (application: Application) => Promise<void>;
}

/**
 * The same within a transaction that its caller holds.
 *
 * @throws DatelineError INVALID_STORY; the caller lets the transaction fail then
 */
export async function applyStoryIn(
  { tx, readers }: Pick<Application, "tx" | "readers">,
  story: Story,
  author: Author,
  { keepEvidence = false, withIt }: ApplyOptions = {},
): Promise<Applied> {
  const known = await readers.articles.bySlug(story.articles.map((article) => article.slug));
  const problems = [
    ...(await unknownSlugs(story, readers)),
    ...(await takenSlugs(story, readers)),
    ...checkPassages(story, new Set(known.map((article) => article.slug))),
  ];
  refuseProblems(problems);
  const journal = new Journal(author);
  const application: Application = {
    story,
    tx,
    readers,
    problems,
    keepEvidence,
    rows: new RowWriter(tx, journal),
    slugs: new Slugs(readers),
    texts: new ArticleTexts(readers),
    cited: new Map(),
    changed: {
      topics: new Set(),
      agents: new Set(),
      places: new Set(),
      events: new Set(),
      quotes: new Set(),
      articles: new Set(),
    },
  };
  await applyEntities(application);
  await applyArticles(application);
  await applyRoles(application);
  await applyEvents(application);
  await applyQuotes(application);
  if (withIt) {
    await application.rows.flush();
    await withIt(application);
  }
  refuseProblems(problems);
  await application.rows.finish();
  await keepWithdrawn(application);
  await updateSearchIndex(tx, readers, application.changed);
  await updateTimelineIndex(tx, readers, application.changed);
  const applied = journal.count();
  await journal.append(tx);
  return applied;
}

/** Writes what no story tells, within a transaction that its caller holds: told to the change log and the indexes as a story is. */
export async function applyBeside(
  within: Pick<Application, "tx" | "readers">,
  author: Author,
  write: (application: Application) => Promise<void>,
): Promise<void> {
  await applyStoryIn(within, EMPTY_STORY, author, { withIt: write });
}
