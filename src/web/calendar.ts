import type { ResultOf } from "gql.tada";
import { isDay, nextDay } from "../domain/day.ts";
import type { Ask } from "./ask.ts";
import { folded, textValue } from "./calendar-lines.ts";
import { document } from "./document.ts";
import { announcedDate, eventDate, setFor } from "./event-date.ts";
import { linkTo } from "./links.ts";
import { capital } from "./words.ts";

const CalendarEvent = document(`
  fragment CalendarEvent on Event {
    id slug title status disputed firstReported statusHistory { reported } place { name }
    when { edtf display earliest latest precision approximate uncertain }
    formerDates { edtf display earliest latest precision approximate uncertain }
  }
`);

const TopicCalendar = document(
  `
  query TopicCalendar($slug: String!) {
    topic(slug: $slug) { title }
    off: events(filter: { topic: $slug, dated: false, status: [POSTPONED, CANCELLED] }, first: 100, orderBy: NEWEST_FIRST) {
      edges { node { ...CalendarEvent } }
      pageInfo { hasNextPage }
    }
  }
`,
  [CalendarEvent],
);

const DatedEvents = document(
  `
  query DatedEvents($slug: String!, $after: String) {
    events(filter: { topic: $slug, dated: true }, first: 100, after: $after, orderBy: NEWEST_FIRST) {
      edges { node { ...CalendarEvent } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [CalendarEvent],
);

type EventResult = ResultOf<typeof CalendarEvent>;

/** Pages of dated events at most, newest first. */
const MOST_PAGES = 10;

/** What a calendar says that has not all that there is. */
const CUT = `The ${MOST_PAGES * 100} latest dated events of the story, and the 100 latest that are off. There are more of them on its pages.`;

/**
 * The dated events of a topic as an iCalendar (RFC 5545), and those that were called off or put off, on the days they were set
 * for. Whole days, as written: a calendar that is subscribed to blocks nobody's time. A date that is known to a month or a year only
 * takes all its days, and the title says so. Null where there is no such topic.
 */
export async function calendar(ask: Ask, slug: string, origin: string): Promise<string | null> {
  const { topic, off } = await ask(TopicCalendar, { slug });
  if (topic === null) return null;
  const events = off.edges.map(({ node }) => node);
  let after: string | null = null;
  let more = true;
  for (let page = 0; more && page < MOST_PAGES; page++) {
    const { events: dated }: ResultOf<typeof DatedEvents> = await ask(DatedEvents, { slug, after });
    events.push(...dated.edges.map(({ node }) => node));
    after = dated.pageInfo.endCursor;
    more = dated.pageInfo.hasNextPage;
  }
  const cut = more || off.pageInfo.hasNextPage;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dateline//Timeline//EN",
    `X-WR-CALNAME:${textValue(topic.title)}`,
    ...(cut ? [`X-WR-CALDESC:${textValue(CUT)}`] : []),
    ...events.flatMap((event) => eventLines(event, origin)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: EventResult, origin: string): string[] {
  const off = STATUSES[event.status] === "CANCELLED";
  const date = event.when ?? (off ? (event.formerDates.at(-1) ?? null) : null);
  const { earliest, latest } = date ?? {};
  if (!date || !earliest || !latest || !isDay(earliest) || !isDay(latest)) return [];
  const vague =
    date.approximate || date.uncertain || !(date.precision === "DAY" || date.precision === "TIME");
  const told = [
    event.when === null ? `Was set ${setFor(date)}.` : `${capital(eventDate(date, event.status))}.`,
    event.status === "POSTPONED" ? "Postponed, no new date." : "",
    event.disputed ? "Disputed." : "",
  ];
  const reported = event.statusHistory
    .map((change) => change.reported)
    .sort()
    .at(-1);
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@dateline`,
    `DTSTAMP:${compact(reported ?? event.firstReported ?? earliest)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(earliest)}`,
    ...(latest < LAST_DAY ? [`DTEND;VALUE=DATE:${compact(nextDay(latest))}`] : []),
    `SUMMARY:${textValue(vague ? `${event.title} (${event.when === null ? announcedDate(date) : eventDate(date, event.status)})` : event.title)}`,
    `DESCRIPTION:${textValue(told.filter(Boolean).join(" "))}`,
    ...(event.place ? [`LOCATION:${textValue(event.place.name)}`] : []),
    `STATUS:${STATUSES[event.status]}`,
    "TRANSP:TRANSPARENT",
    `URL:${origin}${linkTo.event(event.slug, null)}`,
    "END:VEVENT",
  ];
}

/** The last day that a calendar can name; without an end, an event takes one day. */
const LAST_DAY = "9999-12-31";

const STATUSES = {
  POSSIBLE: "TENTATIVE",
  UNKNOWN: "TENTATIVE",
  SCHEDULED: "CONFIRMED",
  RESCHEDULED: "CONFIRMED",
  IN_PROGRESS: "CONFIRMED",
  OCCURRED: "CONFIRMED",
  POSTPONED: "CANCELLED",
  CANCELLED: "CANCELLED",
} as const;

function compact(day: string): string {
  return day.replaceAll("-", "");
}
