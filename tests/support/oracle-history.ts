import type { ChangeFact, EventFact } from "../../src/domain/event-history.ts";
import type { Report } from "../../src/domain/evidence.ts";
import { type FuzzyDate, parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import type { EventStatus } from "../../src/domain/model.ts";
import type { Story, StoryArticle, StoryEvent, StoryEvidence } from "../../src/domain/story.ts";

/*
 * The rules of the model once more, written to be plain rather than fast, and apart from the code under test: stories in,
 * answers out. Only dates are parsed by the code under test, which has tests of its own for that.
 */

/** A day, or the present, which knows all that is on record. */
export type AsOf = string | null;

/** The state of an event: what {@link stateOf} derives. */
export interface State {
  readonly status: EventStatus;
  readonly when: FuzzyDate | null;
  readonly formerDates: readonly FuzzyDate[];
  readonly disputed: boolean;
  readonly firstReported: string;
  readonly independentSources: number;
  readonly history: readonly {
    readonly key: string;
    readonly from: EventStatus | null;
    readonly reported: string;
    readonly formerDate: FuzzyDate | null;
    readonly disputed: boolean;
  }[];
}

/** A date that a story gives. */
export const edtf = (text: string | undefined) => (text === undefined ? null : parseFuzzyDate(text));

/** The day on which an article was out. */
export function outDay(article: StoryArticle): string {
  return edtf(article.published)?.latest ?? article.retrieved.substring(0, 10);
}

/** The origin of an article's reports, by name. */
function origin(story: Story, article: StoryArticle): string {
  const source = story.sources.find(({ slug }) => slug === article.source);
  if (article.syndicatedFrom) return `source ${article.syndicatedFrom}`;
  if (source) return source.owner ? `owner ${source.owner}` : `source ${source.slug}`;
  return `article ${article.slug}`;
}

/** A piece of evidence as the rules for events see it. */
export function reportOf(story: Story, evidence: StoryEvidence): Report & { readonly source: string | null } {
  const article = story.articles.find(({ slug }) => slug === evidence.article);
  if (!article) throw new Error(`The story has no article ${evidence.article}.`);
  return {
    reported: outDay(article),
    stance: evidence.stance,
    origin: origin(story, article),
    articleState: article.state ?? "CURRENT",
    source: article.source ?? null,
  };
}

/** An event as the rules for events see it. */
export function eventFact(story: Story, event: StoryEvent): EventFact {
  const reports = (list: readonly StoryEvidence[]) => list.map((one) => reportOf(story, one));
  return {
    evidence: reports(event.evidence),
    changes: event.history.map((step) => ({
      key: changeKey(event, step),
      to: step.to,
      when: edtf(step.effective),
      newDate: edtf(step.date),
      evidence: reports(step.evidence),
    })),
    participations: event.participants.map((part) => ({ evidence: reports(part.evidence) })),
  };
}

/** The key of a change: as given, else made from its event, where it led and when. */
export function changeKey(event: StoryEvent, step: StoryEvent["history"][number]): string {
  const since = step.effective ?? step.evidence.filter((one) => one.stance === "SUPPORTS")[0]?.article;
  return step.key ?? `${event.key ?? event.slug}/${step.to.toLowerCase()}-${since}`;
}

/** Reports of one stance that were out by a day and still stand. */
export const out = (reports: readonly Report[], stance: Report["stance"], day: AsOf) =>
  reports
    .filter((one) => one.stance === stance && one.articleState !== "RETRACTED")
    .filter((one) => !(day !== null && one.reported > day));

/** The first day on which something that counts as support was out, of what was out by a day. */
export function firstDay(reports: readonly Report[], day: AsOf): string | null {
  return (
    out(reports, "SUPPORTS", day)
      .map((one) => one.reported)
      .sort()[0] ?? null
  );
}

/** A text that sorts as the code points of another do: its bytes in UTF-8. */
export const bytes = (text: string) => Buffer.from(text).toString("hex");

/** What an event was as of a day; null if nobody had reported it. */
export function stateOf(event: EventFact, day: AsOf): State | null {
  const all = [event, ...event.changes, ...event.participations].flatMap((fact) => fact.evidence);
  const firstReported = firstDay(all, day);
  if (firstReported === null) return null;
  const known = event.changes.filter((change) => firstDay(change.evidence, day) !== null);
  const reported = (change: ChangeFact) => firstDay(change.evidence, day) ?? "";
  const rank = (change: ChangeFact) =>
    [change.when?.earliest ?? reported(change), reported(change), bytes(change.key)].join(" ");
  const steps = new Map(known.map((change) => [rank(change), change]));
  const ordered = [...steps.keys()].sort().flatMap((one) => steps.get(one) ?? []);
  const dateAfter = (count: number): FuzzyDate | null => {
    const step = ordered[count - 1];
    if (!step) return null;
    if (step.newDate) return step.newDate;
    return step.to === "POSTPONED" || step.to === "CANCELLED" ? null : dateAfter(count - 1);
  };
  const history = ordered.map((change, index) => {
    const old = dateAfter(index);
    return {
      key: change.key,
      from: ordered[index - 1]?.to ?? null,
      reported: reported(change),
      formerDate: old !== null && old.edtf !== dateAfter(index + 1)?.edtf ? old : null,
      disputed: out(change.evidence, "DISPUTES", day).length > 0,
    };
  });
  return {
    status: ordered[ordered.length - 1]?.to ?? "UNKNOWN",
    when: dateAfter(ordered.length),
    formerDates: history.flatMap(({ formerDate }) => (formerDate ? [formerDate] : [])),
    disputed:
      out(event.evidence, "DISPUTES", day).length > 0 || history[history.length - 1]?.disputed === true,
    firstReported,
    independentSources: new Set(out(all, "SUPPORTS", day).map((one) => one.origin)).size,
    history,
  };
}
