import type { Story } from "../../domain/story.ts";
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
  return store.write(async (tx, readers) => {
    const problems = [
      ...(await unknownSlugs(story, readers)),
      ...(await takenSlugs(story, readers)),
      ...checkPassages(story),
    ];
    refuseProblems(problems);
    const journal = new Journal(author);
    const application: Application = {
      story,
      tx,
      readers,
      problems,
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
    refuseProblems(problems);
    await application.rows.finish();
    await updateTimelineIndex(tx, readers, application.changed);
    await updateSearchIndex(tx, readers, application.changed);
    const applied = journal.count();
    await journal.append(tx);
    return applied;
  });
}
