import type { Day } from "../domain/day.ts";
import type { Evidence } from "../store/evidence.ts";
import type { Context } from "./context.ts";
import {
  type EventRelationView,
  type EventView,
  type EvidenceView,
  evidenceViews,
  type ParticipationView,
  type QuoteView,
  type RoleView,
  reportedParts,
  type StatusChangeView,
} from "./views.ts";

/** What evidence may be about. */
export type FactView =
  | EventView
  | StatusChangeView
  | QuoteView
  | ParticipationView
  | RoleView
  | EventRelationView;

/** The fact that a piece of evidence is about; null if nothing had supported it by the day asked about. */
export async function factOf(record: Evidence, asOf: Day | null, context: Context): Promise<FactView | null> {
  const { find, load } = context;
  if (record.quoteId !== null) return find.quote(record.quoteId, asOf);
  if (record.changeId !== null) return find.statusChange(record.changeId, asOf);
  if (record.roleId !== null) {
    const role = await load.role.load(record.roleId);
    const [known] = role === null ? [] : reportedParts([role], asOf);
    return known ? { __typename: "Role", record: known, asOf } : null;
  }
  const event = record.eventId === null ? null : await find.event(record.eventId, asOf);
  if (event === null) return null;
  if (record.participationId !== null) {
    const participation = reportedParts(event.record.participations, asOf).find(
      (one) => one.id === record.participationId,
    );
    return participation ? { __typename: "Participation", record: participation, asOf, event } : null;
  }
  if (record.relationId === null) return event;
  const relation = reportedParts(event.record.relations, asOf).find((one) => one.id === record.relationId);
  if (relation === undefined || (await find.event(relation.otherId, asOf)) === null) return null;
  return { __typename: "EventRelation", record: relation, asOf, event };
}

/** Those pieces of evidence that were out by a day and are about something that was on record then. */
export async function evidenceOnRecord(
  evidence: readonly Evidence[],
  asOf: Day | null,
  context: Context,
): Promise<EvidenceView[]> {
  const out = evidenceViews(evidence, asOf);
  const facts = await Promise.all(out.map(({ record }) => factOf(record, asOf, context)));
  return out.filter((_, index) => facts[index] !== null);
}

/** All that an event rests on: its own evidence, and that of its changes and participations on record. */
export function evidenceOfEvent({ record, state, asOf }: EventView): Evidence[] {
  const changes = state.history.map((step) => step.change);
  return [record, ...changes, ...reportedParts(record.participations, asOf)].flatMap((fact) => fact.evidence);
}
