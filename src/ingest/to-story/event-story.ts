import type { Day } from "../../domain/day.ts";
import { parseFuzzyDate } from "../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../domain/model.ts";
import type { StoryEvent, StoryEvidence, StoryParticipation, StoryStatusChange } from "../../domain/story.ts";
import type { StatusChange } from "../../store/events.ts";
import type { Readers } from "../../store/readers.ts";
import { asciiSlug } from "../ascii-slug.ts";
import { contentKey, digest } from "../content-key.ts";
import type { ReadEvent } from "../reading.ts";
import type { Names } from "./names.ts";

/** The article that tells of events. */
export interface Teller {
  readonly slug: string;
  readonly key: string;
  /** The day it is out. */
  readonly day: Day;
}

/** The key of an event: the same wherever and whenever it is read. */
export function eventKey({ identity }: ReadEvent): string {
  return contentKey("event", ...identity);
}

/**
 * An event as a story has it, with the article as its evidence. An event on record keeps its title and place, and gets a
 * new change only where the article tells of one.
 *
 * @returns it, and what was left out of it
 */
export async function eventStory(
  readers: Readers,
  names: Names,
  read: ReadEvent,
  teller: Teller,
  topics: readonly string[],
): Promise<{ readonly event: StoryEvent; readonly notes: readonly string[] }> {
  const key = eventKey(read);
  const [row] = await readers.events.byKey([key]);
  const [record] = row === undefined ? [] : await readers.events.records([row.id]);
  const [place] = row?.placeId == null ? [] : await readers.places.byId([row.placeId]);
  const evidence: readonly StoryEvidence[] = [
    { article: teller.slug, part: "BODY", stance: "SUPPORTS", method: "IMPORT", claimedBy: [] },
  ];
  const bySlug = (slugs: readonly string[]) => readers.events.bySlug(slugs);
  const notes: string[] = [];
  const participants: StoryParticipation[] = [];
  for (const { type, name, role } of read.participants) {
    const slug = await names.agent(type, name);
    if (slug === undefined) notes.push(`${read.title}: ${severalNamed(name)}`);
    else
      participants.push({
        ...(type === "PERSON" ? { person: slug } : { organization: slug }),
        role,
        evidence,
      });
  }
  const event: StoryEvent = {
    key,
    slug: row?.slug ?? (await names.freeSlug("event", key, asciiSlug(read.title), bySlug)),
    title: row?.title ?? read.title,
    description: read.description === undefined ? undefined : { text: read.description, written: teller.day },
    place: row === undefined ? read.place && (await names.place(read.place)) : place?.slug,
    topics,
    evidence: [],
    history: [{ ...changeOf(read, record?.changes ?? [], key, teller), evidence }],
    participants: withoutRepeats(participants),
    related: [],
  };
  return { event, notes };
}

/** What is said where a name is not enough to tell whom it means. */
export function severalNamed(name: string): string {
  return `${name} was left out: several on record have that name`;
}

/** The change that an article tells of: one on record where it says the same, else a new one. */
function changeOf(
  { when, status }: ReadEvent,
  known: readonly StatusChange[],
  eventKey: string,
  teller: Teller,
): Omit<StoryStatusChange, "evidence"> {
  const told = status ?? statusByDate(when, teller.day);
  const isOff = told === "POSTPONED" || told === "CANCELLED";
  const date = isOff ? undefined : when;
  const isAnnounced = (to: EventStatus) => to === "SCHEDULED" || to === "RESCHEDULED";
  const same = known.find(
    ({ to, newDate }) =>
      (to === told || (isAnnounced(to) && isAnnounced(told))) && (newDate?.edtf ?? undefined) === date,
  );
  if (same !== undefined) {
    const { key, to, when: effective, newDate, reason } = same;
    return { key, to, effective: effective?.edtf, date: newDate?.edtf, reason: reason ?? undefined };
  }
  const to = told === "SCHEDULED" && known.some((change) => isAnnounced(change.to)) ? "RESCHEDULED" : told;
  return {
    key: `${eventKey}/${to.toLowerCase()}-${digest(date ?? "", teller.key).slice(0, 8)}`,
    to,
    effective: to === "OCCURRED" ? date : undefined,
    date,
  };
}

/**
 * What a date says of an event to who writes on a day: over, to come, or under way. A coarse date that holds the day leaves
 * it open.
 */
export function statusByDate(when: string | undefined, day: Day): EventStatus {
  if (when === undefined) return "UNKNOWN";
  const { earliest, latest, precision } = parseFuzzyDate(when);
  if (latest !== null && latest < day) return "OCCURRED";
  if (earliest !== null && earliest >= day) return "SCHEDULED";
  return precision === "INTERVAL" ? "IN_PROGRESS" : "UNKNOWN";
}

function withoutRepeats(participants: readonly StoryParticipation[]): StoryParticipation[] {
  const seen = new Map(participants.map((one) => [`${one.person} ${one.organization} ${one.role}`, one]));
  return [...seen.values()];
}
