import type { Day } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { ENTRY_KINDS } from "../domain/model.ts";
import { planWalk } from "../domain/timeline-paging.ts";
import {
  comparePositions,
  datePosition,
  dayNumber,
  type TimelinePosition,
} from "../domain/timeline-position.ts";
import { NO_CONDITION } from "../store/timeline.ts";
import { type Context, present } from "./context.ts";
import { type EventView, type QuoteView, type StatusChangeView, statusChangeViews } from "./views.ts";

/** How much a diff lists of each. */
const LARGEST_DIFF = 1_000;

/** What is in the view of one day and not in that of an earlier one. */
export interface TopicDiff {
  readonly since: Day;
  readonly until: Day;
  readonly newEvents: EventView[];
  readonly statusChanges: StatusChangeView[];
  readonly disputes: StatusChangeView[];
  readonly newQuotes: QuoteView[];
}

/**
 * What was reported of a topic in (since, until], each list in the order of the timeline. All of it is as of `until`.
 *
 * @throws DatelineError INVALID_DATE_RANGE where `since` comes after `until` or too much was reported between
 */
export async function topicDiff(
  context: Context,
  topicId: number,
  since: Day,
  until: Day,
): Promise<TopicDiff> {
  if (since > until) {
    throw new DatelineError("INVALID_DATE_RANGE", `\`since\`, ${since}, comes after \`until\`, ${until}.`);
  }
  const { readers, find } = context;
  const rows = await readers.topics.eventsWithNews(topicId, since, until, LARGEST_DIFF + 1);
  const hits = await readers.timeline.read(
    {
      ...NO_CONDITION,
      subjects: [{ type: "TOPIC", id: topicId }],
      kinds: [ENTRY_KINDS.indexOf("QUOTE")],
      day: dayNumber(until),
      reportedAfter: dayNumber(since),
    },
    planWalk("OLDEST_FIRST", null, null, false),
    LARGEST_DIFF + 1,
  );
  if (rows.length > LARGEST_DIFF || hits.length > LARGEST_DIFF) {
    throw new DatelineError(
      "INVALID_DATE_RANGE",
      `More than ${LARGEST_DIFF} events or quotes were reported from ${since} to ${until}: ask for a shorter time.`,
    );
  }
  const ids = rows.map((row) => row.eventId);
  const [before, after] = [await find.events(ids, since), await find.events(ids, until)];
  const known = new Map(before.map((event) => [event.record.id, event]));
  const changes = after.map((event) => newsOf(event, known.get(event.record.id)));
  return {
    since,
    until,
    newEvents: sorted(
      after.filter((event) => !known.has(event.record.id)),
      eventPosition,
    ),
    statusChanges: sorted(
      changes.flatMap((one) => one.changes),
      changePosition,
    ),
    disputes: sorted(
      changes.flatMap((one) => one.disputes),
      changePosition,
    ),
    newQuotes: present(await Promise.all(hits.map((hit) => find.quote(hit.entryId, until)))),
  };
}

/** The steps of an event's history, and their disputes, that an earlier view of it did not have. */
function newsOf(after: EventView, before: EventView | undefined) {
  const known = new Map(before?.state.history.map((step) => [step.change.id, step.disputed]));
  const steps = statusChangeViews(after);
  return {
    changes: steps.filter(({ record }) => !known.has(record.id)),
    disputes: steps.filter(({ record, step }) => step.disputed && !known.get(record.id)),
  };
}

/** Where an event stands on a timeline. */
export function eventPosition({ record, state }: EventView): TimelinePosition {
  const reported = dayNumber(state.firstReported);
  return { ...datePosition(state.when), reported, kind: ENTRY_KINDS.indexOf("EVENT"), key: record.key };
}

function changePosition({ record, step }: StatusChangeView): TimelinePosition {
  const reported = dayNumber(step.reported);
  return {
    ...datePosition(record.when),
    reported,
    kind: ENTRY_KINDS.indexOf("STATUS_CHANGE"),
    key: record.key,
  };
}

function sorted<View>(views: View[], position: (view: View) => TimelinePosition): View[] {
  return views.sort((a, b) => comparePositions(position(a), position(b)));
}
