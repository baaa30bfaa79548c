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
import { dayText, NO_CONDITION } from "../store/timeline.ts";
import { type Context, present } from "./context.ts";
import { type EventView, type QuoteView, type StatusChangeView, statusChangeViews } from "./views.ts";

/** How much a diff lists of each. */
const LARGEST_DIFF = 1_000;

/** How much a part of a diff may be asked to hold. */
const LARGEST_PART = 500;

/** The days that a diff lies between, and about how many entries of it are asked for; null for all. */
interface DiffRequest {
  readonly since: Day;
  readonly until: Day;
  readonly first: number | null;
}

/** What is in the view of one day and not in that of an earlier one. */
export interface TopicDiff {
  readonly since: Day;
  readonly until: Day;
  /** Whether more was reported up to the day that was asked for. */
  readonly more: boolean;
  readonly newEvents: EventView[];
  readonly statusChanges: StatusChangeView[];
  readonly disputes: StatusChangeView[];
  readonly newQuotes: QuoteView[];
}

/**
 * What was reported of a topic in (since, until], each list in the order of the timeline. All of it is as of `until`.
 *
 * @throws DatelineError INVALID_DATE_RANGE where `since` comes after `until` or too much was reported between; INVALID_PAGE
 */
export async function topicDiff(
  context: Context,
  topicId: number,
  { since, until: end, first }: DiffRequest,
): Promise<TopicDiff> {
  if (since > end) {
    throw new DatelineError("INVALID_DATE_RANGE", `\`since\`, ${since}, comes after \`until\`, ${end}.`);
  }
  const until = first === null ? end : await endOfPart(context, topicId, { since, until: end, first });
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
    more: until < end,
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

/** The last day of the whole days that hold so many entries, one day at least; `until` where nothing is left after them. */
async function endOfPart(
  { readers }: Context,
  topicId: number,
  { since, until, first }: DiffRequest & { readonly first: number },
): Promise<Day> {
  if (first < 1 || first > LARGEST_PART) {
    throw new DatelineError("INVALID_PAGE", `\`first\` is ${first}; it may be 1 to ${LARGEST_PART}.`);
  }
  // Each day has an entry at least: one more than are asked for is never needed.
  const days = await readers.reportDays.after(topicId, dayNumber(since), first + 1);
  let entries = 0;
  let last: Day | null = null;
  for (const { day, entries: some } of days.filter((one) => dayText(one.day) <= until)) {
    entries += some;
    if (last !== null && entries > first) return last;
    last = dayText(day);
  }
  return until;
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
