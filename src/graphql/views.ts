import type { Day } from "../domain/day.ts";
import { type EventState, eventAsOf, type HistoryStep } from "../domain/event-history.ts";
import { firstReported, isOut } from "../domain/evidence.ts";
import type { Agent, Role } from "../store/agents.ts";
import type { Article, Source } from "../store/articles.ts";
import type { Draft } from "../store/drafts.ts";
import type { EventRecord, EventRelation, Participation, StatusChange } from "../store/events.ts";
import type { Evidence } from "../store/evidence.ts";
import type { Place } from "../store/places.ts";
import type { Quote } from "../store/quotes.ts";
import type { Topic } from "../store/topics.ts";

/**
 * What the API's types are resolved from: a record as it was known by the end of a day, or now where `asOf` is null.
 * The day travels with the view to everything reached from it. `__typename` tells abstract types apart.
 */
interface View<Name extends string, Record> {
  readonly __typename: Name;
  readonly record: Record;
  readonly asOf: Day | null;
}

export type TopicView = View<"Topic", Topic>;
export type PersonView = View<"Person", Agent>;
export type OrganizationView = View<"Organization", Agent>;
export type AgentView = PersonView | OrganizationView;
export type PlaceView = View<"Place", Place>;
export type SourceView = View<"Source", Source>;
export type ArticleView = View<"Article", Article>;
export type QuoteView = View<"Quote", Quote>;
export type RoleView = View<"Role", Role>;
export type EvidenceView = View<"Evidence", Evidence>;
export interface EventView extends View<"Event", EventRecord> {
  readonly state: EventState<StatusChange>;
}
export interface StatusChangeView extends View<"StatusChange", StatusChange> {
  readonly event: EventView;
  readonly step: HistoryStep<StatusChange>;
}
export interface ParticipationView extends View<"Participation", Participation> {
  readonly event: EventView;
}
export interface EventRelationView extends View<"EventRelation", EventRelation> {
  readonly event: EventView;
}

export type DraftView = View<"Draft", Draft>;

export type EntryView = EventView | StatusChangeView | QuoteView | ArticleView | DraftView;
export type NodeView = TopicView | AgentView | PlaceView | SourceView | EntryView;

/** An event as of a day; null if nothing had been reported of it. */
export function eventView(record: EventRecord, asOf: Day | null, today: Day): EventView | null {
  const state = eventAsOf(record, asOf, today);
  return state && { __typename: "Event", record, asOf, state };
}

/** The changes of an event, in the order of its history. */
export function statusChangeViews(event: EventView): StatusChangeView[] {
  return event.state.history.map((step) => ({
    __typename: "StatusChange",
    record: step.change,
    asOf: event.asOf,
    event,
    step,
  }));
}

/** Those of an event's participations or relations that had been reported by its day. */
export function reportedParts<Part extends { readonly evidence: readonly Evidence[] }>(
  parts: readonly Part[],
  asOf: Day | null,
): Part[] {
  return parts.filter((part) => firstReported(part.evidence, asOf) !== null);
}

/** The evidence that was out by the day asked about. */
export function evidenceViews(evidence: readonly Evidence[], asOf: Day | null): EvidenceView[] {
  return evidence
    .filter((record) => isOut(record, asOf))
    .map((record) => ({ __typename: "Evidence", record, asOf }));
}

export function agentView(record: Agent, asOf: Day | null): AgentView {
  return record.type === "PERSON"
    ? { __typename: "Person", record, asOf }
    : { __typename: "Organization", record, asOf };
}

/** A quote as of a day; null if no report of it was out. */
export function quoteView(record: Quote, asOf: Day | null): QuoteView | null {
  return firstReported(record.evidence, asOf) === null ? null : { __typename: "Quote", record, asOf };
}

/** An article as of a day; null if it was not out. */
export function articleView(record: Article, asOf: Day | null): ArticleView | null {
  return asOf !== null && record.out > asOf ? null : { __typename: "Article", record, asOf };
}

/** A draft as of a day; null if its article was not out. */
export function draftView(record: Draft, asOf: Day | null): DraftView | null {
  return articleView(record.article, asOf) && { __typename: "Draft", record, asOf };
}
