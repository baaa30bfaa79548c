import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Day } from "../../domain/day.ts";
import type { AgentName, EventDraft, PersonDraft, QuoteDraft } from "../../domain/draft.ts";
import { foldedName } from "../../domain/folded-name.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { Clusters, Pair } from "./cluster.ts";
import { type EventTold, reconcileEvents, standingOf } from "./events.ts";
import { type PersonTold, reconcilePeople } from "./people.ts";
import { type QuoteTold, reconcileUtterances } from "./utterances.ts";

/** What was drafted from one article. Keys are made from content, so that they do not depend on when it came in. */
export interface DraftedArticle {
  readonly key: string;
  /** The day it was out. */
  readonly out: Day;
  readonly topics: readonly string[];
  readonly people: readonly (Pick<PersonDraft, "name" | "aliases" | "roles"> & Drafted)[];
  readonly quotes: readonly (Pick<QuoteDraft, "kind" | "speaker"> & Drafted & { readonly text: string })[];
  readonly events: readonly (Pick<
    EventDraft,
    "title" | "status" | "date" | "formerDate" | "place" | "participants"
  > &
    Drafted)[];
}

interface Drafted {
  readonly key: string;
  /** Key of the one on record that an editor decided it is. */
  readonly decided?: string | undefined;
  /** Whether an editor decided that it is nothing else that is drafted or on record. */
  readonly isNew?: boolean;
}

/** What is on record already. Its keys are none of a draft's. */
export interface Recorded {
  readonly people: readonly PersonTold[];
  /** Participants by their keys on record or as {@link organizationKey}; places folded. */
  readonly events: readonly EventTold[];
  readonly quotes: readonly QuoteTold[];
  /** Organizations by each of their folded names; those that several bear are not there. */
  readonly organizations: ReadonlyMap<string, string>;
}

const NOTHING: Recorded = { people: [], events: [], quotes: [], organizations: new Map() };

export interface Reconciled {
  readonly people: Clusters;
  readonly events: Clusters;
  readonly utterances: Clusters;
}

/**
 * Meets the drafts of all articles with each other and with the record: who is the same person, what is the same event, which
 * words are one utterance. A pure function of what it is given, whatever the order; nothing is decided by which came first.
 * What an editor decided about is not judged again: what is on record stands for it; accounts of an event go on to say of others
 * what the record has no place for, such as how each article calls it.
 */
export function reconcile(articles: readonly DraftedArticle[], record: Recorded = NOTHING): Reconciled {
  const people = reconcilePeople([
    ...record.people,
    ...articles.flatMap((article) =>
      undecided(article.people).map(({ key, name, roles }): PersonTold => {
        return { key, name, aliases: [], roles, topics: article.topics, onRecord: false };
      }),
    ),
  ]);
  const personOf = clusterOf(people);
  const agents = new Map(
    articles.map((article) => [article.key, agentsOf(article, personOf, record.organizations)]),
  );
  const keyOf = (article: DraftedArticle, agent: AgentName) => agents.get(article.key)?.(agent) ?? null;

  const events = reconcileEvents(
    [
      ...record.events.map((event) => ({
        ...event,
        participants: new Set([...event.participants].map((key) => personOf(key) ?? key)),
      })),
      ...articles.flatMap((article) =>
        article.events.filter(({ isNew }) => !isNew).map((event) => told(article, event, keyOf)),
      ),
    ],
    articles.flatMap(({ events }) => events.flatMap(decidedPair)),
  );
  const utterances = reconcileUtterances([
    ...record.quotes.map((quote) => ({
      ...quote,
      speaker: quote.speaker && (personOf(quote.speaker) ?? quote.speaker),
    })),
    ...articles.flatMap((article) =>
      undecided(article.quotes).map(({ key, kind, text, speaker }): QuoteTold => {
        const who = speaker && keyOf(article, speaker);
        return { key, article: article.key, out: article.out, kind, text, speaker: who, utterance: null };
      }),
    ),
  ]);
  const alone = (kind: "people" | "events" | "quotes", { clusters, doubtful }: Clusters): Clusters => {
    const drafts = articles.flatMap((article): readonly Drafted[] => article[kind]);
    const own = drafts.flatMap(({ key, isNew }) => (isNew ? { key, members: [key], joins: [] } : []));
    return { clusters: [...clusters, ...own], doubtful };
  };
  return {
    people: alone("people", people),
    events: alone("events", events),
    utterances: alone("quotes", utterances),
  };
}

/** What an editor decided to be on record, with that. */
function decidedPair({ key, decided }: Drafted): Pair | [] {
  return decided === undefined ? [] : { one: decided, other: key, score: 1, reason: "an editor decided so" };
}

function undecided<Draft extends Drafted>(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ decided, isNew }) => decided === undefined && !isNew);
}

function told(
  article: DraftedArticle,
  { key, title, status, date, formerDate, place, participants }: DraftedArticle["events"][number],
  keyOf: (article: DraftedArticle, agent: AgentName) => string | null,
): EventTold {
  const former = parseFuzzyDateIfKnown(formerDate);
  return {
    key,
    articles: new Set([article.key]),
    title,
    date: parseFuzzyDateIfKnown(date),
    formerDates: former === null ? [] : [former],
    ...standingOf(status),
    place: place === null ? null : foldedName(place),
    participants: new Set(participants.flatMap(({ agent }) => keyOf(article, agent) ?? [])),
    names: participants.flatMap(({ agent }) => namesIn(article, agent)),
    told: [article.out, article.out],
    topics: article.topics,
    onRecord: false,
  };
}

/** How an article calls somebody: by names, and by titles. */
function namesIn({ people }: DraftedArticle, { type, name }: AgentName): readonly string[] {
  const drafted = type === "PERSON" ? people.find((person) => person.name === name) : undefined;
  if (drafted === undefined) return [name];
  const { aliases, roles } = drafted;
  return [
    name,
    ...aliases,
    ...roles.flatMap(({ title, organization }) => [title, organization ?? []].flat()),
  ];
}

/** The cluster that a key is in. */
function clusterOf({ clusters }: Clusters): (key: string) => string | undefined {
  const of = new Map(clusters.flatMap(({ key, members }) => members.map((member) => [member, key] as const)));
  return (key) => of.get(key);
}

/** Says who is meant by a name in an article: a person that it drafts, by any of its names, or an organization. */
function agentsOf(
  article: DraftedArticle,
  personOf: (key: string) => string | undefined,
  organizations: Recorded["organizations"],
) {
  const byName = new Map<string, string>();
  const named = article.people.map(({ key, decided = key, ...names }) => ({
    ...names,
    who: personOf(decided) ?? decided,
  }));
  for (const { aliases, who } of named) for (const alias of aliases) byName.set(foldedName(alias), who);
  // After those, since a name is whoever has it as their own.
  for (const { name, who } of named) byName.set(foldedName(name), who);
  return ({ type, name }: AgentName): string | null =>
    type === "PERSON"
      ? (byName.get(foldedName(name)) ?? null)
      : organizationKey(organizations.get(foldedName(name)) ?? foldedName(name));
}

/** An organization among the keys of people: by its key on record, or the folded name of one that is not on record. */
export function organizationKey(keyOrName: string): string {
  return `organization ${keyOrName}`;
}

/** The order in which articles count where one has to come first: by the day they were out, then by key. */
function canonically(
  a: { readonly key: string; readonly out: Day },
  b: { readonly key: string; readonly out: Day },
): number {
  return compareCodePoints(a.out, b.out) || compareCodePoints(a.key, b.key);
}

/** The same for what stands in articles, by place in the text. */
export function inArticleOrder(a: InArticle, b: InArticle): number {
  return canonically(a.article, b.article) || a.start - b.start || compareCodePoints(a.key, b.key);
}

interface InArticle {
  readonly key: string;
  readonly article: { readonly key: string; readonly out: Day };
  readonly start: number;
}
