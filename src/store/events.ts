import { aliasedTable, and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { ChangeFact, EventFact } from "../domain/event-history.ts";
import { parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Engine } from "./engine.ts";
import type { Evidence, EvidenceReaders } from "./evidence.ts";
import type { Tables } from "./schema/tables.ts";

export type EventRow = Tables["event"]["$inferSelect"];

/** A recorded change of an event's status. */
export interface StatusChange extends ChangeFact {
  readonly id: number;
  readonly eventId: number;
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
}

export type Participation = Tables["participation"]["$inferSelect"] & {
  readonly evidence: readonly Evidence[];
};
export type EventRelation = Tables["eventRelation"]["$inferSelect"] & {
  readonly evidence: readonly Evidence[];
};

/** An event with everything on record about it, whenever it was reported. */
export interface EventRecord extends EventRow, EventFact<StatusChange> {
  readonly evidence: readonly Evidence[];
  readonly participations: readonly Participation[];
  readonly relations: readonly EventRelation[];
}

export type EventReaders = ReturnType<typeof eventReaders>;

/** Reads events. */
export function eventReaders({ db, tables, among, prepare }: Engine, evidence: EvidenceReaders) {
  const { agent, event, statusChange, participation, eventRelation, eventTopic } = tables;

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
  // What a merge left with somebody, or with an event, is said of the other already.
  const other = aliasedTable(event, "other");
  const participations = prepare(
    db
      .select(getTableColumns(participation))
      .from(participation)
      .innerJoin(agent, and(eq(agent.id, participation.agentId), isNull(agent.mergedIntoId)))
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

  async function records(ids: readonly number[]): Promise<EventRecord[]> {
    const values = { values: ids };
    const [rows, allChanges, allParticipations, allRelations, allEvidence] = await Promise.all([
      byId(values),
      changes(values),
      participations(values),
      relations(values),
      evidence.ofEvents(ids),
    ]);
    const own = groupBy(
      allEvidence.filter((one) => (one.changeId ?? one.participationId ?? one.relationId) === null),
      (one) => one.eventId,
    );
    const changesOf = groupBy(withEvidence(allChanges, allEvidence, "changeId"), (one) => one.eventId);
    const participationsOf = groupBy(
      withEvidence(allParticipations, allEvidence, "participationId"),
      (one) => one.eventId,
    );
    const relationsOf = groupBy(withEvidence(allRelations, allEvidence, "relationId"), (one) => one.eventId);
    return rows.map((row) => {
      // What a merge left with it is the other's by now.
      const none = { evidence: [], changes: [], participations: [], relations: [] };
      return row.mergedIntoId === null
        ? {
            ...row,
            evidence: own.get(row.id) ?? [],
            changes: (changesOf.get(row.id) ?? []).map((change) => ({
              ...change,
              when: parseFuzzyDateIfKnown(change.effective),
              newDate: parseFuzzyDateIfKnown(change.newDate),
            })),
            participations: participationsOf.get(row.id) ?? [],
            relations: relationsOf.get(row.id) ?? [],
          }
        : { ...row, ...none };
    });
  }

  return {
    byId: (ids: readonly number[]) => byId({ values: ids }),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    bySlug: (slugs: readonly string[]) => bySlug({ values: slugs }),
    records,
    /** Which event each change belongs to. */
    changesById: (ids: readonly number[]) => changesById({ values: ids }),
    changesByKey: (keys: readonly string[]) => changesByKey({ values: keys }),
    topics: (ids: readonly number[]) => topics({ values: ids }),
  };
}

function withEvidence<T extends { readonly id: number }>(
  facts: readonly T[],
  evidence: readonly Evidence[],
  column: "changeId" | "participationId" | "relationId",
): (T & { readonly evidence: readonly Evidence[] })[] {
  const byFact = groupBy(evidence, (one) => one[column]);
  return facts.map((fact) => ({ ...fact, evidence: byFact.get(fact.id) ?? [] }));
}
