import { raw } from "hono/html";

/** What a page says of an event to machines (schema.org, as JSON-LD). */
export interface EventFacts {
  readonly title: string;
  readonly status: keyof typeof EVENT_STATUS;
  readonly when: { readonly earliest: string | null } | null;
  readonly formerDates: readonly { readonly earliest: string | null }[];
  readonly place: { readonly name: string } | null;
  readonly description: string | null;
}

/** schema.org knows what becomes of an event that was announced; an event that is only talked about has no status there. */
const EVENT_STATUS = {
  POSSIBLE: undefined,
  UNKNOWN: undefined,
  SCHEDULED: "https://schema.org/EventScheduled",
  RESCHEDULED: "https://schema.org/EventRescheduled",
  POSTPONED: "https://schema.org/EventPostponed",
  CANCELLED: "https://schema.org/EventCancelled",
  IN_PROGRESS: "https://schema.org/EventScheduled",
  OCCURRED: "https://schema.org/EventScheduled",
} as const;

/** It, in the page. A date that is not known is left out. */
export function EventJsonLd({ event }: { readonly event: EventFacts }) {
  const { title, status, when, formerDates, place, description } = event;
  const facts = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    eventStatus: EVENT_STATUS[status],
    startDate: when?.earliest ?? undefined,
    previousStartDate: formerDates.at(-1)?.earliest ?? undefined,
    location: place ? { "@type": "Place", name: place.name } : undefined,
    description: description ?? undefined,
  };
  // A "<" could end the script: JSON has another way to write it.
  return <script type="application/ld+json">{raw(JSON.stringify(facts).replaceAll("<", "\\u003c"))}</script>;
}
