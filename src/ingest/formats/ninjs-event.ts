import { isFuzzyDate } from "../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../domain/model.ts";
import { countryCode } from "../country-code.ts";
import type { ReadEvent, ReadParticipant, ReadPlace } from "../reading.ts";
import type { Ninjs } from "./ninjs-schema.ts";
import { writtenDate } from "./written-date.ts";

/**
 * Statuses by the last part of their identifiers: IPTC's NewsCodes for the status and the occurrence of events
 * (https://cv.iptc.org/newscodes/eventoccurstatus/), SportsML's, and plain words.
 */
const STATUSES: readonly (readonly [RegExp, EventStatus])[] = [
  [/^eos6$|cancel/i, "CANCELLED"],
  [/postpon/i, "POSTPONED"],
  [/resched/i, "RESCHEDULED"],
  [/^eos[23]$|tentative|possible|unconfirmed/i, "POSSIBLE"],
  [/^eos[145]$|confirm|schedul|planned|^pre-?event/i, "SCHEDULED"],
  [/progress|ongoing|^mid-?event|^live$/i, "IN_PROGRESS"],
  [/complet|finish|ended|occur+ed|^post-?event|^past$/i, "OCCURRED"],
];

/** The event that an item of ninjs is about, and what of it was left out. */
export function readNinjsEvent(
  item: Ninjs,
  title: string,
  at: string,
): { readonly event: ReadEvent; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const status = statusOf(item.eventdetails?.eventstatus, notes);
  const event: ReadEvent = {
    at,
    identity: ["ninjs", item.uri],
    title,
    when: dateOf(item, notes),
    status,
    place: placeOf(item),
    participants: participantsOf(item, notes),
  };
  return { event, notes };
}

function statusOf(written: string | undefined, notes: string[]): EventStatus | undefined {
  if (written === undefined) return undefined;
  const word = written.replace(/\/+$/, "").split(/[/:#]/).at(-1) ?? "";
  const status = STATUSES.find(([pattern]) => pattern.test(word))?.[1];
  if (status === undefined) notes.push(`the event status "${word}" is not known and was left out`);
  return status;
}

/** A start and an end on different days are an interval. Expected dates are those given, not approximate by themselves. */
function dateOf({ eventdetails }: Ninjs, notes: string[]): string | undefined {
  const dates = eventdetails?.dates;
  const read = (written: string | undefined) => {
    if (written === undefined) return undefined;
    const date = writtenDate(written);
    if (date === undefined) notes.push(`the date "${written.slice(0, 60)}" cannot be read and was left out`);
    return date;
  };
  const start = read(dates?.startdate ?? dates?.expectedstartdate);
  const end = read(dates?.enddate ?? dates?.expectedenddate);
  if (start === undefined || end === undefined) return start ?? end;
  const [from, to] = [start, end].map((date) => date.split("T")[0]);
  if (from === to) return start;
  const interval = `${from}/${to}`;
  if (isFuzzyDate(interval)) return interval;
  notes.push(`the event ends (${to}) before it begins (${from}); its end was left out`);
  return start;
}

function placeOf({ places }: Ninjs): ReadPlace | undefined {
  const [place] = places;
  if (place === undefined) return undefined;
  const address = place.contactinfo[0]?.address;
  const country = address?.country === undefined ? undefined : countryCode(address.country);
  const locality = address?.locality === place.name ? undefined : address?.locality;
  return { name: place.name, locality, country };
}

/** Whom an item names is its subject. Of the organiser the item does not say whether that is a person, unless it names it again. */
function participantsOf(item: Ninjs, notes: string[]): ReadParticipant[] {
  const found: ReadParticipant[] = [
    ...item.people.map(({ name }) => ({ type: "PERSON" as const, name, role: "SUBJECT" as const })),
    ...item.organisations.map(({ name }) => ({
      type: "ORGANIZATION" as const,
      name,
      role: "SUBJECT" as const,
    })),
  ];
  const organiser = item.eventdetails?.organiser?.name;
  if (organiser === undefined) return found;
  const same = found.find(({ name }) => name === organiser);
  if (same === undefined) {
    notes.push(
      `the organiser ${organiser} was left out: it is not said whether that is a person or an organization`,
    );
    return found;
  }
  return [...found.filter((one) => one !== same), { ...same, role: "ORGANIZER" }];
}
