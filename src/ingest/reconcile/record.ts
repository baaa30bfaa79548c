import { compareCodePoints } from "../../domain/code-point-order.ts";
import { eventEvidence, historyAsOf } from "../../domain/event-history.ts";
import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import type { DraftKind } from "../../domain/model.ts";
import type { Agent } from "../../store/agents.ts";
import type { EventRecord } from "../../store/events.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import type { Readers } from "../../store/readers.ts";
import { type EventTold, standingOf } from "./events.ts";
import type { PersonTold } from "./people.ts";
import { organizationKey, type Recorded } from "./reconcile.ts";
import { recordKey } from "./record-key.ts";
import type { QuoteTold } from "./utterances.ts";

/** What drafts became on record. */
export interface Fact {
  readonly kind: DraftKind;
  /** Its key on record. */
  readonly key: string;
  /** Of the draft: key and topics of its article, and the whole passage. */
  readonly article: string;
  readonly topics: readonly string[];
  readonly exact: string;
}

/**
 * Reads what is on record in topics, together with what drafts became, and people elsewhere who bear a name.
 *
 * @param topicIds row numbers
 * @param names full names that are drafted
 */
export async function readRecord(
  readers: Readers,
  { topicIds, facts, names }: RecordWanted,
): Promise<Recorded> {
  const of = (kind: Fact["kind"]) =>
    groupBy(
      facts.filter((one) => one.kind === kind),
      ({ key }) => key,
    );
  const events = await readEvents(readers, topicIds, of("EVENT"));
  const quotes = await readQuotes(readers, topicIds, of("QUOTE"));
  const told = new ToldIn();
  for (const { record, topics } of events) {
    for (const { agentId } of record.participations) told.add(agentId, topics);
    const { evidence, changes, participations } = record;
    for (const { claimedBy } of [{ evidence }, ...changes, ...participations].flatMap(
      (one) => one.evidence,
    )) {
      for (const id of claimedBy) told.add(id, topics);
    }
  }
  for (const { quote, topics } of quotes) if (quote.speakerId !== null) told.add(quote.speakerId, topics);
  const people = of("PERSON");
  for (const { id, key } of await readers.agents.byKey("PERSON", [...people.keys()])) {
    for (const { topics } of people.get(key) ?? []) told.add(id, topics);
  }
  for (const name of names) {
    for (const { id } of await readers.names.bearing("PERSON", name)) told.add(id, []);
  }
  const agents = await readAgents(readers, told);
  const keys = new Map(agents.agents.map((agent) => [agent.id, keyAmongAgents(agent)]));
  return {
    people: agents.people,
    organizations: agents.organizations,
    events: events.map((one) => eventTold(one, keys, agents.names)),
    quotes: quotes.map(({ quote, articleKey, out, text }): QuoteTold => {
      const { key, kind, speakerId, utterance } = quote;
      const speaker = speakerId === null ? null : (keys.get(speakerId) ?? null);
      return { key: recordKey("QUOTE", key), article: articleKey, out, kind, text, speaker, utterance };
    }),
  };
}

export interface RecordWanted {
  readonly topicIds: readonly number[];
  readonly facts: readonly Fact[];
  readonly names: Iterable<string>;
}

/** In which topics agents are told of. */
class ToldIn {
  readonly topics = new Map<number, Set<string>>();

  add(agentId: number, topics: Iterable<string>): void {
    const known = this.topics.get(agentId) ?? new Set();
    for (const topic of topics) known.add(topic);
    this.topics.set(agentId, known);
  }
}

type Facts = ReadonlyMap<string, readonly Fact[]>;

interface EventFound {
  readonly record: EventRecord<FullEvidence>;
  readonly topics: readonly string[];
  readonly place: string | null;
  readonly told: readonly Fact[];
}

async function readEvents(
  readers: Readers,
  topicIds: readonly number[],
  facts: Facts,
): Promise<EventFound[]> {
  const { events, places } = readers;
  const inTopics = await events.ofTopics(topicIds);
  const drafted = await events.byKey([...facts.keys()]);
  const ids = [...new Set([...inTopics, ...drafted].map(({ id }) => id))];
  // What was merged into another is told of there.
  const records = (await events.recordsInFull(ids)).filter(({ mergedIntoId }) => mergedIntoId === null);
  const topics = groupBy(await events.topics(ids), ({ eventId }) => eventId);
  const known = await places.byId([...new Set(records.flatMap(({ placeId }) => placeId ?? []))]);
  const placeNames = new Map(known.map(({ id, name }) => [id, foldedName(name)]));
  return records.map((record) => ({
    record,
    topics: withinScope(topics.get(record.id) ?? [], topicIds),
    place: record.placeId === null ? null : (placeNames.get(record.placeId) ?? null),
    told: facts.get(record.key) ?? [],
  }));
}

function eventTold(
  { record, topics, place, told }: EventFound,
  keys: ReadonlyMap<number, string>,
  names: ReadonlyMap<number, readonly string[]>,
): EventTold {
  const history = historyAsOf(record.changes, null);
  const days = eventEvidence(record)
    .map(({ reported }) => reported)
    .toSorted(compareCodePoints);
  return {
    key: recordKey("EVENT", record.key),
    articles: new Set(told.map(({ article }) => article)),
    title: record.title,
    date: history.at(-1)?.date ?? null,
    formerDates: history.flatMap(({ formerDate }) => formerDate ?? []),
    ...standingOf(history.at(-1)?.change.to ?? "UNKNOWN"),
    place,
    participants: new Set(record.participations.flatMap(({ agentId }) => keys.get(agentId) ?? [])),
    names: record.participations.flatMap(({ agentId }) => names.get(agentId) ?? []),
    told: [days.at(0) ?? NEVER, days.at(-1) ?? NEVER],
    topics,
    onRecord: true,
  };
}

/** Stands in for the day of what nobody reports. */
const NEVER = "0001-01-01";

async function readQuotes({ quotes }: Readers, topicIds: readonly number[], facts: Facts) {
  const found = [...(await quotes.ofTopics(topicIds)), ...(await quotes.byKey([...facts.keys()]))];
  const ids = [...new Set(found.map(({ id }) => id))];
  const topics = groupBy(await quotes.topics(ids), ({ quoteId }) => quoteId);
  const rows = await quotes.withArticles(ids);
  return rows.map(({ quote, articleKey, out }) => ({
    quote,
    articleKey,
    out,
    topics: withinScope(topics.get(quote.id) ?? [], topicIds),
    // What is on record may be cut, where not all of it may be shown.
    text: facts.get(quote.key)?.[0]?.exact ?? quote.text,
  }));
}

function withinScope(
  rows: readonly { readonly topicId: number }[],
  topicIds: readonly number[],
): readonly string[] {
  return rows
    .map(({ topicId }) => topicId)
    .filter((id) => topicIds.includes(id))
    .map(String);
}

async function readAgents({ agents }: Readers, { topics }: ToldIn) {
  const ids = [...topics.keys()];
  const found = (await agents.byId(ids)).filter(({ mergedIntoId }) => mergedIntoId === null);
  const aliases = groupBy(await agents.aliases(ids), ({ agentId }) => agentId);
  const roles = groupBy(await agents.roles(ids), ({ agentId }) => agentId);
  const holders = [...roles.values()].flat().flatMap(({ organizationId }) => organizationId ?? []);
  const names = new Map((await agents.byId([...new Set(holders)])).map(({ id, name }) => [id, name]));
  const namesOf = ({ id, name }: Agent) => [name, ...(aliases.get(id) ?? []).map(({ alias }) => alias)];
  const people = found
    .filter(({ type }) => type === "PERSON")
    .map((agent): PersonTold => {
      const [name = agent.name, ...others] = namesOf(agent);
      return {
        key: recordKey("PERSON", agent.key),
        name,
        aliases: others,
        roles: (roles.get(agent.id) ?? []).map(({ title, organizationId }) => ({
          title,
          organization: organizationId === null ? null : (names.get(organizationId) ?? null),
        })),
        topics: [...(topics.get(agent.id) ?? [])],
        onRecord: true,
      };
    });
  const byName = groupBy(
    found
      .filter(({ type }) => type === "ORGANIZATION")
      .flatMap((one) => [...new Set(namesOf(one).map(foldedName))].map((name) => ({ name, key: one.key }))),
    ({ name }) => name,
  );
  const organizations = new Map(
    [...byName].flatMap(([name, [one, ...others]]) =>
      one === undefined || others.length > 0 ? [] : [[name, one.key] as const],
    ),
  );
  const called = new Map(
    found.map((agent) => [
      agent.id,
      [...namesOf(agent), ...(roles.get(agent.id) ?? []).map(({ title }) => title)],
    ]),
  );
  return { agents: found, people, organizations, names: called };
}

function keyAmongAgents({ type, key }: Agent): string {
  return type === "PERSON" ? recordKey("PERSON", key) : organizationKey(key);
}
