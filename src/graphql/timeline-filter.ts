import { mayAct } from "../domain/access.ts";
import { type DateMatch, dateRange } from "../domain/date-range.ts";
import type { Day } from "../domain/day.ts";
import { parseFuzzyDate } from "../domain/fuzzy-date.ts";
import {
  type EntryKind,
  EVENT_STATUSES,
  type EventStatus,
  type ParticipantRole,
  QUOTE_KINDS,
  type QuoteKind,
  TIMELINE_KINDS,
  type TimelineKind,
} from "../domain/model.ts";
import { EVERYTHING, type Subject } from "../domain/timeline.ts";
import { dayNumber } from "../domain/timeline-position.ts";
import { type DateCondition, PRESENT, type TimelineQuery } from "../store/timeline.ts";
import type { Context } from "./context.ts";
import { notAllowed } from "./not-allowed.ts";

type Given<T> = T | null | undefined;

/** What a client may narrow a timeline, events or quotes by: the conditions of all three filters. */
export interface TimelineFilter {
  readonly kinds?: Given<readonly TimelineKind[]>;
  /** Whether drafts are let in too. */
  readonly drafts?: Given<boolean>;
  readonly topic?: Given<string>;
  readonly person?: Given<string>;
  readonly organization?: Given<string>;
  readonly place?: Given<string>;
  readonly source?: Given<string>;
  readonly event?: Given<string>;
  readonly speaker?: Given<string>;
  readonly role?: Given<readonly ParticipantRole[]>;
  readonly status?: Given<readonly EventStatus[]>;
  readonly kind?: Given<readonly QuoteKind[]>;
  /** EDTF. */
  readonly from?: Given<string>;
  readonly to?: Given<string>;
  readonly match?: Given<DateMatch>;
  readonly dated?: Given<boolean>;
  readonly search?: Given<string>;
}

/** Whose timeline it is, and what it is made of where the client does not say. */
export interface TimelineScope {
  readonly subjects: readonly Subject[];
  readonly kinds: readonly EntryKind[];
  readonly asOf: Day | null;
}

/**
 * The question to the index; null where the filter names something that is not on record, so that nothing can match.
 *
 * @throws DatelineError INVALID_DATE_RANGE, INVALID_SEARCH or TOO_SLOW; UNAUTHENTICATED or FORBIDDEN for drafts
 */
export async function timelineQuery(
  { load, readers, viewer }: Context,
  filter: TimelineFilter,
  scope: TimelineScope,
): Promise<TimelineQuery | null> {
  if (filter.drafts && !mayAct(viewer, "EDITOR")) throw notAllowed(viewer, "`drafts: true`");
  const dates = dateCondition(filter);
  const person = subject("AGENT", filter.person, (slug) => load.personBySlug.load(slug));
  const named = await Promise.all([
    person,
    subject("TOPIC", filter.topic, (slug) => load.topicBySlug.load(slug)),
    subject("AGENT", filter.organization, (slug) => load.organizationBySlug.load(slug)),
    subject("PLACE", filter.place, (slug) => load.placeBySlug.load(slug)),
    subject("SOURCE", filter.source, (slug) => load.sourceBySlug.load(slug)),
    subject("EVENT", filter.event, (slug) => load.eventBySlug.load(slug)),
    subject(
      "AGENT",
      filter.speaker,
      async (slug) => (await load.personBySlug.load(slug)) ?? load.organizationBySlug.load(slug),
    ),
  ]);
  const searched = filter.search !== null && filter.search !== undefined;
  const search = searched ? await readers.search.filter(filter.search) : null;
  if (named.includes(null) || (searched && search === null)) return null;
  const [first = EVERYTHING, ...others] = distinct([...scope.subjects, ...named.flatMap((one) => one ?? [])]);
  const kinds: readonly TimelineKind[] = filter.kinds ?? scope.kinds;
  return {
    subjects: [first, ...others],
    kinds: TIMELINE_KINDS.flatMap((kind, index) => {
      const asked = kind === "DRAFT" ? filter.drafts === true : kinds.includes(kind);
      return asked && (!filter.status || HAS_STATUS.has(kind)) ? index : [];
    }),
    facets:
      filter.status?.map((status) => EVENT_STATUSES.indexOf(status)) ??
      filter.kind?.map((kind) => QUOTE_KINDS.indexOf(kind)) ??
      null,
    day: scope.asOf === null ? PRESENT : dayNumber(scope.asOf),
    dates,
    dated: filter.dated ?? null,
    reportedAfter: null,
    search,
    roles: filter.role ? { roles: filter.role, agentId: await roleAgent(await person, scope, load) } : null,
  };
}

const HAS_STATUS: ReadonlySet<TimelineKind> = new Set(["EVENT", "STATUS_CHANGE", "DRAFT"]);

/** What a date must lie between. Entries without a date match no range. */
function dateCondition({ from, to, match }: TimelineFilter): DateCondition | null {
  const range = dateRange(from ? parseFuzzyDate(from) : null, to ? parseFuzzyDate(to) : null);
  if (!from && !to) return null;
  const first = range.from === null ? null : dayNumber(range.from);
  const last = range.to === null ? null : dayNumber(range.to);
  return match === "WITHIN" || match === "CERTAIN"
    ? {
        earliestFrom: first,
        earliestTo: last,
        latestFrom: null,
        latestTo: last,
        certain: match === "CERTAIN",
      }
    : { earliestFrom: null, earliestTo: last, latestFrom: first, latestTo: null, certain: false };
}

/** Whose role is asked for: the person's that the filter or the question names; else anyone's. */
async function roleAgent(
  person: readonly Subject[] | null,
  scope: TimelineScope,
  load: Context["load"],
): Promise<number | null> {
  const id = person?.[0]?.id ?? scope.subjects.find((one) => one.type === "AGENT")?.id;
  if (id === undefined) return null;
  return (await load.agent.load(id))?.type === "PERSON" ? id : null;
}

async function subject(
  type: Subject["type"],
  slug: Given<string>,
  find: (slug: string) => Promise<{ readonly id: number } | null>,
): Promise<Subject[] | null> {
  if (slug === null || slug === undefined) return [];
  const found = await find(slug);
  return found && [{ type, id: found.id }];
}

function distinct(subjects: readonly Subject[]): Subject[] {
  return subjects.filter(
    (subject, index) =>
      subjects.findIndex((other) => other.type === subject.type && other.id === subject.id) === index,
  );
}
