import type { Day } from "./day.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import { EVENT_STATUSES, type EventStatus } from "./model.ts";
import { EVERYTHING, ofType, rowsOf, type TimelineRow } from "./timeline.ts";
import { dayNumber } from "./timeline-position.ts";

/** A draft of a quote or an event, with all that decides on whose timelines it stands. */
export interface DraftPlacement {
  readonly id: number;
  readonly key: string;
  readonly date: FuzzyDate | null;
  /** Of an event, as its article tells it. */
  readonly status: EventStatus | null;
  /** The day its article was out. */
  readonly out: Day;
  /** Topics and source of its article. */
  readonly topicIds: readonly number[];
  readonly sourceId: number | null;
  /** Those on record whose name or alias is that of its speaker or of a participant. */
  readonly agentIds: readonly number[];
  /** Places on record with the name of its place. */
  readonly placeIds: readonly number[];
}

/** The rows of a draft: it is there once its article is out. */
export function draftRows(draft: DraftPlacement): TimelineRow[] {
  const since = dayNumber(draft.out);
  const entry = { kind: "DRAFT" as const, id: draft.id, key: draft.key };
  const facet = draft.status === null ? null : EVENT_STATUSES.indexOf(draft.status);
  const version = { when: draft.date, reported: draft.out, facet, day: since };
  return [
    { subject: EVERYTHING, since },
    ...ofType("TOPIC", draft.topicIds, since),
    ...ofType("AGENT", draft.agentIds, since),
    ...ofType("PLACE", draft.placeIds, since),
    ...ofType("SOURCE", draft.sourceId === null ? [] : [draft.sourceId], since),
  ].flatMap((membership) => rowsOf(entry, [version], membership));
}
