import { accessKeyReaders } from "./access-keys.ts";
import { agentReaders } from "./agents.ts";
import { articleReaders } from "./articles.ts";
import { changeReaders } from "./changes.ts";
import { draftReaders } from "./drafts.ts";
import type { Engine } from "./engine.ts";
import { eventReaders } from "./events.ts";
import { evidenceReaders } from "./evidence.ts";
import { exactNameReaders } from "./exact-names.ts";
import { latestEntryReaders } from "./latest-entries.ts";
import { listingReaders } from "./listing.ts";
import { mergeReaders } from "./merges.ts";
import { nameReaders } from "./names.ts";
import { placeReaders } from "./places.ts";
import { quoteReaders } from "./quotes.ts";
import { reportDayReaders } from "./report-days.ts";
import { reviewQueueReaders } from "./review-queue.ts";
import { searchReaders } from "./search.ts";
import { sessionReaders } from "./sessions.ts";
import { timelineReaders } from "./timeline.ts";
import { timelineTallies } from "./timeline-tallies.ts";
import { topicReaders } from "./topics.ts";
import { webhookReaders } from "./webhooks.ts";
import { withdrawalReaders } from "./withdrawals.ts";

export type Readers = ReturnType<typeof createReaders>;

/** Everything that reads the store. Readers take many ids and answer with many rows, in no particular order. */
export function createReaders(engine: Engine) {
  const articles = articleReaders(engine);
  const evidence = evidenceReaders(engine, articles);
  const agents = agentReaders(engine, evidence);
  return {
    articles,
    evidence,
    agents,
    exactNames: exactNameReaders(engine),
    places: placeReaders(engine),
    topics: topicReaders(engine),
    events: eventReaders(engine, evidence, agents),
    quotes: quoteReaders(engine, evidence),
    timeline: timelineReaders(engine),
    tallies: timelineTallies(engine),
    latestEntries: latestEntryReaders(engine),
    reportDays: reportDayReaders(engine),
    search: searchReaders(engine),
    changes: changeReaders(engine),
    drafts: draftReaders(engine, articles),
    names: nameReaders(engine),
    accessKeys: accessKeyReaders(engine),
    merges: mergeReaders(engine),
    withdrawals: withdrawalReaders(engine),
    listing: listingReaders(engine),
    reviewQueue: reviewQueueReaders(engine),
    sessions: sessionReaders(engine),
    webhooks: webhookReaders(engine),
  };
}
