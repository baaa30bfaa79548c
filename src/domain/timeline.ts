import type { Day } from "./day.ts";
import {
  type ChangeFact,
  type EventFact,
  type EventState,
  eventAsOf,
  eventEvidence,
  isTimelineEntry,
} from "./event-history.ts";
import { firstReported, type Report, supports } from "./evidence.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import { EVENT_STATUSES, QUOTE_KINDS, type QuoteKind, TIMELINE_KINDS, type TimelineKind } from "./model.ts";
import { type LeadClass, leadClassOf } from "./timeline-lead.ts";
import { datePosition, dayNumber, FAR, type TimelinePosition } from "./timeline-position.ts";

/** Whose timelines there are. Their positions are stored; new ones go to the end. */
export const SUBJECT_TYPES = ["ALL", "TOPIC", "AGENT", "PLACE", "SOURCE", "EVENT"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Someone or something that has a timeline. The id is the store's row number; 0 for ALL. */
export interface Subject {
  readonly type: SubjectType;
  readonly id: number;
}

/** The subject of the timeline that holds every entry. */
export const EVERYTHING: Subject = { type: "ALL", id: 0 };

/**
 * One row of the timeline index: an entry stands at a position of a subject's timeline, as seen on the days from
 * `fromDay` (inclusive) until `untilDay` (exclusive, {@link FAR} for the present).
 */
export interface TimelineRow extends TimelinePosition {
  readonly subject: Subject;
  readonly entryId: number;
  /** Whether its date is neither approximate nor uncertain. */
  readonly certain: boolean;
  /**
   * Index of the status (EVENT, STATUS_CHANGE, and a DRAFT of an event) or of the quote's kind (QUOTE); null for an
   * ARTICLE and for any other DRAFT.
   */
  readonly facet: number | null;
  readonly fromDay: number;
  readonly untilDay: number;
  /** How far its date lies ahead of `fromDay`; null where it is not further than usual. */
  readonly leadClass: LeadClass | null;
}

/** A report that also tells which source it appeared in. */
export interface SourcedReport extends Report {
  readonly sourceId: number | null;
}

/** An event with all that decides on whose timelines it and its changes stand. */
export interface EventPlacement extends EventFact<ChangePlacement> {
  readonly id: number;
  readonly key: string;
  readonly topicIds: readonly number[];
  readonly placeId: number | null;
  readonly evidence: readonly SourcedReport[];
  readonly participations: readonly ParticipationPlacement[];
}

export interface ChangePlacement extends ChangeFact {
  readonly id: number;
  readonly evidence: readonly SourcedReport[];
}

export interface ParticipationPlacement {
  readonly agentId: number;
  readonly evidence: readonly SourcedReport[];
}

/** A quote that is the earliest report of its utterance; later reports have no entry. */
export interface QuotePlacement {
  readonly id: number;
  readonly key: string;
  readonly kind: QuoteKind;
  readonly when: FuzzyDate | null;
  readonly speakerId: number | null;
  readonly topicIds: readonly number[];
  /** The place of the event it was said at. */
  readonly placeId: number | null;
  /** The events it is about or was said at. */
  readonly eventIds: readonly number[];
  readonly evidence: readonly SourcedReport[];
}

export interface ArticlePlacement {
  readonly id: number;
  readonly key: string;
  readonly published: FuzzyDate | null;
  /** The day it was out. */
  readonly out: Day;
  readonly sourceId: number | null;
  readonly topicIds: readonly number[];
  /** Its authors, and those for whose entries it has a passage, from the day on which that was known. */
  readonly agents: readonly { readonly agentId: number; readonly since: Day }[];
}

/** The rows of an event and of its changes. */
export function eventRows(event: EventPlacement): TimelineRow[] {
  const days = new Set(
    eventEvidence(event)
      .filter(supports)
      .map((report) => report.reported),
  );
  const entries = new Map<string, EntryHistory>();
  for (const day of [...days].sort()) {
    const state = eventAsOf(event, day, day);
    if (state === null) continue;
    for (const { entry, version } of entriesOf(event, state)) {
      const id = `${entry.kind} ${entry.id}`;
      const history = entries.get(id) ?? { entry, versions: [] };
      entries.set(id, history);
      history.versions.push({ ...version, day: dayNumber(day) });
    }
  }
  const places = event.placeId === null ? [] : [event.placeId];
  return [...entries.values()].flatMap(({ entry, versions }) => {
    const since = versions[0]?.day ?? FAR;
    const subjects = [
      { subject: EVERYTHING, since },
      ...ofType("TOPIC", event.topicIds, since),
      ...ofType("PLACE", places, since),
      ...participants(event),
      ...sources(entry.evidence),
    ];
    return subjects.flatMap((membership) => rowsOf(entry, versions, membership));
  });
}

/** The rows of a quote; none while nothing supports it. */
export function quoteRows(quote: QuotePlacement): TimelineRow[] {
  const reported = firstReported(quote.evidence, null);
  if (reported === null) return [];
  const since = dayNumber(reported);
  const subjects = [
    { subject: EVERYTHING, since },
    ...ofType("TOPIC", quote.topicIds, since),
    ...ofType("AGENT", quote.speakerId === null ? [] : [quote.speakerId], since),
    ...ofType("PLACE", quote.placeId === null ? [] : [quote.placeId], since),
    ...ofType("EVENT", quote.eventIds, since),
    ...sources(quote.evidence),
  ];
  const entry = { kind: "QUOTE" as const, id: quote.id, key: quote.key };
  const version = { when: quote.when, reported, facet: QUOTE_KINDS.indexOf(quote.kind), day: since };
  return subjects.flatMap((membership) => rowsOf(entry, [version], membership));
}

/** The rows of an article. */
export function articleRows(article: ArticlePlacement): TimelineRow[] {
  const since = dayNumber(article.out);
  const agents = article.agents.map(({ agentId, since: day }) => ({
    subject: { type: "AGENT" as const, id: agentId },
    since: dayNumber(day),
  }));
  const subjects = [
    { subject: EVERYTHING, since },
    ...ofType("TOPIC", article.topicIds, since),
    ...ofType("SOURCE", article.sourceId === null ? [] : [article.sourceId], since),
    ...earliestOfEach(agents),
  ];
  const entry = { kind: "ARTICLE" as const, id: article.id, key: article.key };
  const version = { when: article.published, reported: article.out, facet: null, day: since };
  return subjects.flatMap((membership) => rowsOf(entry, [version], membership));
}

interface Entry {
  readonly kind: TimelineKind;
  readonly id: number;
  readonly key: string;
}

/** What an entry was, seen from a day on. */
interface Version {
  readonly day: number;
  readonly when: FuzzyDate | null;
  readonly reported: Day;
  readonly facet: number | null;
}

interface EntryHistory {
  readonly entry: Entry & { readonly evidence: readonly SourcedReport[] };
  readonly versions: Version[];
}

/** Somebody on whose timeline an entry stands, from a day on. */
export interface Membership {
  readonly subject: Subject;
  readonly since: number;
}

function entriesOf(event: EventPlacement, state: EventState<ChangePlacement>) {
  const evidence = [
    ...event.evidence,
    ...event.changes.flatMap((change) => change.evidence),
    ...event.participations.flatMap((participation) => participation.evidence),
  ];
  return [
    {
      entry: { kind: "EVENT" as const, id: event.id, key: event.key, evidence },
      version: {
        when: state.when,
        reported: state.firstReported,
        facet: EVENT_STATUSES.indexOf(state.status),
      },
    },
    ...state.history.filter(isTimelineEntry).map(({ change, reported }) => ({
      entry: { kind: "STATUS_CHANGE" as const, id: change.id, key: change.key, evidence: change.evidence },
      version: { when: change.when, reported, facet: EVENT_STATUSES.indexOf(change.to) },
    })),
  ];
}

function participants(event: EventPlacement): Membership[] {
  return earliestOfEach(
    event.participations.flatMap(({ agentId, evidence }) => {
      const day = firstReported(evidence, null);
      return day === null
        ? []
        : [{ subject: { type: "AGENT" as const, id: agentId }, since: dayNumber(day) }];
    }),
  );
}

function sources(evidence: readonly SourcedReport[]): Membership[] {
  return earliestOfEach(
    evidence.flatMap((report) =>
      supports(report) && report.sourceId !== null
        ? [{ subject: { type: "SOURCE" as const, id: report.sourceId }, since: dayNumber(report.reported) }]
        : [],
    ),
  );
}

/** Membership of things of one type, each once. */
export function ofType(type: SubjectType, ids: readonly number[], since: number): Membership[] {
  return [...new Set(ids)].map((id) => ({ subject: { type, id }, since }));
}

/** Keeps each subject once, from the earliest day on which it belongs. Subjects given are of one type. */
function earliestOfEach(memberships: readonly Membership[]): Membership[] {
  const earliest = new Map<number, Membership>();
  for (const membership of memberships) {
    const known = earliest.get(membership.subject.id);
    if (!known || membership.since < known.since) earliest.set(membership.subject.id, membership);
  }
  return [...earliest.values()];
}

/** The rows of an entry on the timeline of one subject. */
export function rowsOf(
  entry: Entry,
  versions: readonly Version[],
  { subject, since }: Membership,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  versions.forEach((version, index) => {
    const untilDay = versions[index + 1]?.day ?? FAR;
    if (untilDay <= since) return;
    const position = datePosition(version.when);
    const fromDay = Math.max(version.day, since);
    const row: TimelineRow = {
      subject,
      ...position,
      reported: dayNumber(version.reported),
      kind: TIMELINE_KINDS.indexOf(entry.kind),
      key: entry.key,
      entryId: entry.id,
      certain: version.when !== null && !version.when.approximate && !version.when.uncertain,
      facet: version.facet,
      fromDay,
      untilDay,
      leadClass: leadClassOf(position.earliest, fromDay),
    };
    const before = rows.at(-1);
    if (before && sameVersion(before, row)) rows[rows.length - 1] = { ...before, untilDay };
    else rows.push(row);
  });
  return rows;
}

function sameVersion(a: TimelineRow, b: TimelineRow): boolean {
  return (
    a.earliest === b.earliest &&
    a.latest === b.latest &&
    a.time === b.time &&
    a.reported === b.reported &&
    a.certain === b.certain &&
    a.facet === b.facet
  );
}
