import { aliasedTable, and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { ChangeFact, EventFact } from "../domain/event-history.ts";
import { parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Agent, AgentReaders } from "./agents.ts";
import type { Engine } from "./engine.ts";
import type { Evidence, EvidenceReaders, FullEvidence } from "./evidence.ts";
import type { Tables } from "./schema/tables.ts";

export type EventRow = Tables["event"]["$inferSelect"];

/** A recorded change of an event's status. */
export interface StatusChange<E extends Evidence = Evidence> extends ChangeFact {
  readonly id: number;
  readonly eventId: number;
  readonly reason: string | null;
  readonly evidence: readonly E[];
}

export type Participation<E extends Evidence = Evidence> = Tables["participation"]["$inferSelect"] & {
  readonly agent: Agent;
  readonly evidence: readonly E[];
};
export type EventRelation<E extends Evidence = Evidence> = Tables["eventRelation"]["$inferSelect"] & {
  readonly evidence: readonly E[];
};

/** An event with everything on record about it, whenever it was reported. */
export interface EventRecord<E extends Evidence = Evidence> extends EventRow, EventFact<StatusChange<E>> {
  readonly evidence: readonly E[];
  readonly participations: readonly Participation<E>[];
  readonly relations: readonly EventRelation<E>[];
}

/** Reads events. */
export function eventReaders(
  { db, tables, among, prepare }: Engine,
  evidence: EvidenceReaders,
  agents: AgentReaders,
) {
  const { event, statusChange, participation, eventRelation, eventTopic } = tables;

  const rowsBy = (column: "id" | "key" | "slug") =>
    prepare(db.select().from(event).where(among(event[column], "values")));
  const byId = rowsBy("id");
  const byKey = rowsBy("key");
  const bySlug = rowsBy("slug");

  const changes = prepare(
    db.select().from(statusChange).where(among(statusChange.eventId, "values")).orderBy(statusChange.key),
  );
  const changesBy = (column: "id" | "key") =>
    prepare(
      db
        .select({ id: statusChange.id, key: statusChange.key, eventId: statusChange.eventId })
        .from(statusChange)
        .where(among(statusChange[column], "values")),
    );
  const changesById = changesBy("id");
  const changesByKey = changesBy("key");
  // What a merge left with an event is said of the other already.
  const other = aliasedTable(event, "other");
  const participations = prepare(
    db
      .select()
      .from(participation)
      .where(among(participation.eventId, "values"))
      .orderBy(participation.eventId, participation.id),
  );
  const relations = prepare(
    db
      .select(getTableColumns(eventRelation))
      .from(eventRelation)
      .innerJoin(other, and(eq(other.id, eventRelation.otherId), isNull(other.mergedIntoId)))
      .where(among(eventRelation.eventId, "values"))
      .orderBy(eventRelation.eventId, eventRelation.id),
  );
  const topics = prepare(db.select().from(eventTopic).where(among(eventTopic.eventId, "values")));

  const ofTopics = prepare(
    db.selectDistinct({ id: eventTopic.eventId }).from(eventTopic).where(among(eventTopic.topicId, "values")),
  );

  /** Without what a merge left with somebody: it is said of the other already. */
  async function withAgents(found: ReturnType<typeof participations>) {
    const rows = await found;
    const agentRows = await agents.byId([...new Set(rows.map((row) => row.agentId))]);
    const byNumber = new Map(agentRows.map((agent) => [agent.id, agent]));
    return rows.flatMap((row) => {
      const agent = byNumber.get(row.agentId);
      return agent === undefined || agent.mergedIntoId !== null ? [] : { row, agent };
    });
  }

  async function records(ids: readonly number[]): Promise<EventRecord[]> {
    const values = { values: ids };
    const [rows, allChanges, allParticipations, allRelations, allEvidence] = await Promise.all([
      byId(values),
      changes(values),
      withAgents(participations(values)),
      relations(values),
      evidence.ofEvents(ids),
    ]);
    const own = groupBy(
      allEvidence.filter((one) => (one.changeId ?? one.participationId ?? one.relationId) === null),
      (one) => one.eventId,
    );
    const evidenceOf = (fact: "changeId" | "participationId" | "relationId") => {
      const found = groupBy(allEvidence, (one) => one[fact]);
      return (id: number) => found.get(id) ?? [];
    };
    const [ofChange, ofPart, ofRelation] = [
      evidenceOf("changeId"),
      evidenceOf("participationId"),
      evidenceOf("relationId"),
    ];
    // By naming what there is, not by spreading rows: that takes several times as long, and a page has hundreds.
    const changesOf = groupBy(
      allChanges.map(
        ({ id, key, eventId, to, effective, newDate, reason }): StatusChange => ({
          id,
          key,
          eventId,
          to,
          reason,
          when: parseFuzzyDateIfKnown(effective),
          newDate: parseFuzzyDateIfKnown(newDate),
          evidence: ofChange(id),
        }),
      ),
      (one) => one.eventId,
    );
    const participationsOf = groupBy(
      allParticipations.map(
        ({ row: { id, eventId, agentId, role }, agent }): Participation => ({
          id,
          eventId,
          agentId,
          role,
          agent,
          evidence: ofPart(id),
        }),
      ),
      (one) => one.eventId,
    );
    const relationsOf = groupBy(
      allRelations.map((row) => ({ ...row, evidence: ofRelation(row.id) })),
      (one) => one.eventId,
    );
    // What a merge left with an event is the other's by now.
    const none = { evidence: [], changes: [], participations: [], relations: [] };
    return rows.map((row) => ({
      ...row,
      ...(row.mergedIntoId === null
        ? {
            evidence: own.get(row.id) ?? [],
            changes: changesOf.get(row.id) ?? [],
            participations: participationsOf.get(row.id) ?? [],
            relations: relationsOf.get(row.id) ?? [],
          }
        : none),
    }));
  }

  /** Events with all that each piece of evidence says. */
  async function recordsInFull(ids: readonly number[]): Promise<EventRecord<FullEvidence>[]> {
    const found = await records(ids);
    const all = found.flatMap(({ changes, participations, relations, ...own }) =>
      [own, ...changes, ...participations, ...relations].flatMap((fact) => fact.evidence),
    );
    const full = new Map((await evidence.inFull(all)).map((one) => [one.id, one]));
    const inFull = <Fact extends { readonly evidence: readonly Evidence[] }>(fact: Fact) => ({
      ...fact,
      evidence: fact.evidence.flatMap(({ id }) => full.get(id) ?? []),
    });
    return found.map((record) => ({
      ...inFull(record),
      changes: record.changes.map(inFull),
      participations: record.participations.map(inFull),
      relations: record.relations.map(inFull),
    }));
  }

  return {
    byId: (ids: readonly number[]) => byId({ values: ids }),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    bySlug: (slugs: readonly string[]) => bySlug({ values: slugs }),
    records,
    recordsInFull,
    /** Which event each change belongs to. */
    changesById: (ids: readonly number[]) => changesById({ values: ids }),
    changesByKey: (keys: readonly string[]) => changesByKey({ values: keys }),
    topics: (ids: readonly number[]) => topics({ values: ids }),
    /** The row numbers of those of topics, in no order. */
    ofTopics: (topicIds: readonly number[]) => ofTopics({ values: topicIds }),
  };
}
