import { isDay, nextDay } from "../domain/day.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";

const TopicCalendar = document(`
  query TopicCalendar($slug: String!) {
    topic(slug: $slug) { title }
    events(filter: { topic: $slug, dated: true }, first: 100, orderBy: NEWEST_FIRST) {
      edges { node { id slug title status firstReported when { display earliest latest } place { name } } }
    }
  }
`);

/** Octets of a line at most (RFC 5545, section 3.1). */
const LINE = 75;

/** The dated events of a topic as an iCalendar (RFC 5545): whole days, since none is known to the hour. Null without topic. */
export async function calendar(ask: Ask, slug: string, origin: string): Promise<string | null> {
  const { topic, events } = await ask(TopicCalendar, { slug });
  if (topic === null) return null;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dateline//Timeline//EN",
    `X-WR-CALNAME:${escaped(topic.title)}`,
    ...events.edges.flatMap(({ node }) => {
      const { earliest, latest } = node.when ?? {};
      if (!earliest || !latest || !isDay(earliest) || !isDay(latest)) return [];
      return [
        "BEGIN:VEVENT",
        `UID:${node.id}@dateline`,
        `DTSTAMP:${compact(node.firstReported ?? earliest)}T000000Z`,
        `DTSTART;VALUE=DATE:${compact(earliest)}`,
        `DTEND;VALUE=DATE:${compact(nextDay(latest))}`,
        `SUMMARY:${escaped(node.title)}`,
        `DESCRIPTION:${escaped(node.when?.display ?? "")}`,
        ...(node.place ? [`LOCATION:${escaped(node.place.name)}`] : []),
        `STATUS:${STATUSES[node.status]}`,
        `URL:${origin}/events/${encodeURIComponent(node.slug)}`,
        "END:VEVENT",
      ];
    }),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

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

/** Text as a value (section 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** A line in parts of at most {@link LINE} octets, each but the first after a space; no character is parted. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LINE) {
      parts.push(part);
      part = " ";
    }
    part += character;
  }
  return [...parts, part].join("\r\n");
}
