import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Day } from "../../domain/day.ts";
import type { AgentName, EventDraft, PersonDraft, QuoteDraft } from "../../domain/draft.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { foldText } from "../../domain/search-text.ts";
import type { Clusters } from "./cluster.ts";
import { type EventTold, reconcileEvents } from "./events.ts";
import { type PersonTold, reconcilePeople } from "./people.ts";
import { type QuoteTold, reconcileUtterances } from "./utterances.ts";

/** What was drafted from one article. Keys are made from content, so that they do not depend on when it came in. */
export interface DraftedArticle {
  readonly key: string;
  /** The day it was out. */
  readonly out: Day;
  readonly topics: readonly string[];
  readonly people: readonly (Pick<PersonDraft, "name" | "aliases" | "roles"> & Keyed)[];
  readonly quotes: readonly (Pick<QuoteDraft, "kind" | "speaker"> & Keyed & { readonly text: string })[];
  readonly events: readonly (Pick<EventDraft, "title" | "date" | "formerDate" | "place" | "participants"> &
    Keyed)[];
}

interface Keyed {
  readonly key: string;
}

/** People and events that are on record already. */
export interface Recorded {
  readonly people: readonly PersonTold[];
  /** Participants by their keys on record; places folded. */
  readonly events: readonly EventTold[];
}

export interface Reconciled {
  readonly people: Clusters;
  readonly events: Clusters;
  readonly utterances: Clusters;
}

/**
 * Meets the drafts of all articles with each other and with the record: who is the same person, what is the same event, which
 * words are one utterance. A pure function of what it is given, whatever the order; nothing is decided by which came first.
 */
export function reconcile(
  articles: readonly DraftedArticle[],
  record: Recorded = { people: [], events: [] },
): Reconciled {
  const people = reconcilePeople([
    ...record.people,
    ...articles.flatMap((article) =>
      article.people.map(({ key, name, roles }): PersonTold => {
        return { key, name, roles, topics: article.topics, onRecord: false };
      }),
    ),
  ]);
  const personOf = clusterOf(people);
  const agents = new Map(articles.map((article) => [article.key, agentsOf(article, personOf)]));
  const keyOf = (article: DraftedArticle, agent: AgentName) => agents.get(article.key)?.(agent) ?? null;

  const events = reconcileEvents([
    ...record.events.map((event) => ({
      ...event,
      participants: new Set([...event.participants].map((key) => personOf(key) ?? key)),
    })),
    ...articles.flatMap((article) => article.events.map((event) => told(article, event, keyOf))),
  ]);
  const utterances = reconcileUtterances(
    articles.flatMap((article) =>
      article.quotes.map(({ key, kind, text, speaker }): QuoteTold => {
        return { key, article: article.key, kind, text, speaker: speaker && keyOf(article, speaker) };
      }),
    ),
  );
  return { people, events, utterances };
}

function told(
  article: DraftedArticle,
  { key, title, date, formerDate, place, participants }: DraftedArticle["events"][number],
  keyOf: (article: DraftedArticle, agent: AgentName) => string | null,
): EventTold {
  const former = parseFuzzyDateIfKnown(formerDate);
  return {
    key,
    article: article.key,
    title,
    date: parseFuzzyDateIfKnown(date),
    formerDates: former === null ? [] : [former],
    place: place === null ? null : foldText(place),
    participants: new Set(participants.flatMap(({ agent }) => keyOf(article, agent) ?? [])),
    told: [article.out, article.out],
    topics: article.topics,
    onRecord: false,
  };
}

/** The cluster that a key is in. */
function clusterOf({ clusters }: Clusters): (key: string) => string | undefined {
  const of = new Map(clusters.flatMap(({ key, members }) => members.map((member) => [member, key] as const)));
  return (key) => of.get(key);
}

/** Says who is meant by a name in an article: a person that it drafts, by any of its names, or an organization. */
function agentsOf(article: DraftedArticle, personOf: (key: string) => string | undefined) {
  const byName = new Map<string, string>();
  for (const { key, name, aliases } of article.people) {
    for (const one of [name, ...aliases]) byName.set(foldText(one), personOf(key) ?? key);
  }
  return ({ type, name }: AgentName): string | null =>
    type === "PERSON" ? (byName.get(foldText(name)) ?? null) : `organization ${foldText(name)}`;
}

/** The order in which articles count where one has to come first: by the day they were out, then by key. */
export function inCanonicalOrder<Article extends { readonly key: string; readonly out: Day }>(
  articles: readonly Article[],
): Article[] {
  return articles.toSorted((a, b) => compareCodePoints(a.out, b.out) || compareCodePoints(a.key, b.key));
}
