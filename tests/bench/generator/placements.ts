import { compareCodePoints } from "../../../src/domain/code-point-order.ts";
import { laterDay } from "../../../src/domain/day.ts";
import { firstReported, supports } from "../../../src/domain/evidence.ts";
import { groupBy } from "../../../src/domain/group-by.ts";
import {
  type ArticlePlacement,
  articleRows,
  eventRows,
  quoteRows,
  type TimelineRow,
} from "../../../src/domain/timeline.ts";
import type { Batch, GeneratedArticle, GeneratedQuote } from "./facts.ts";

/** The rows of the timeline index that follow from a batch, by the domain's rules. */
export function timelineRows({ events, quotes, articles }: Batch): TimelineRow[] {
  return [
    ...events.flatMap(eventRows),
    ...earliestReports(quotes).flatMap(quoteRows),
    ...articles.flatMap((article) => articleRows(articlePlacement(article))),
  ];
}

/** Of the reports of one utterance, the earliest has an entry. */
function earliestReports(quotes: readonly GeneratedQuote[]): GeneratedQuote[] {
  const reports = groupBy(quotes, (quote) => quote.utterance ?? quote.id);
  return [...reports.values()].flatMap((same) => {
    const supported = same.filter((quote) => quote.evidence.some(supports));
    return supported.sort(byReport).slice(0, 1);
  });
}

function byReport(a: GeneratedQuote, b: GeneratedQuote): number {
  return compareCodePoints(a.article.out, b.article.out) || compareCodePoints(a.key, b.key);
}

/** Its authors, and those who take part in the events or speak the quotes that it has a passage for. */
function articlePlacement(article: GeneratedArticle): ArticlePlacement {
  const { authorIds, cited, out } = article;
  const facts = [
    ...[...cited.events].flatMap((event) => event.participations),
    ...[...cited.quotes].flatMap(({ speakerId, evidence }) =>
      speakerId === null ? [] : { agentId: speakerId, evidence },
    ),
  ];
  const concerned = facts.flatMap(({ agentId, evidence }) => {
    const since = firstReported(evidence, null);
    return since === null ? [] : { agentId, since: laterDay(since, out) };
  });
  return { ...article, agents: [...authorIds.map((agentId) => ({ agentId, since: out })), ...concerned] };
}
