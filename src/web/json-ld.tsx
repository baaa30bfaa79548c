import { raw } from "hono/html";
import { EVENT_STATUS_TYPES } from "../export/event-status.ts";

/** What a page says of an event to machines (schema.org, as JSON-LD). */
export interface EventFacts {
  readonly title: string;
  readonly status: keyof typeof EVENT_STATUS_TYPES;
  readonly when: { readonly earliest: string | null } | null;
  readonly formerDates: readonly { readonly earliest: string | null }[];
  readonly place: { readonly name: string } | null;
  readonly description: string | null;
}

/** It, in the page. A date that is not known is left out. */
export function EventJsonLd({ event }: { readonly event: EventFacts }) {
  const { title, status, when, formerDates, place, description } = event;
  const facts = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    eventStatus: EVENT_STATUS_TYPES[status],
    startDate: when?.earliest ?? undefined,
    previousStartDate: formerDates.at(-1)?.earliest ?? undefined,
    location: place ? { "@type": "Place", name: place.name } : undefined,
    description: description ?? undefined,
  };
  // A "<" could end the script: JSON has another way to write it.
  return <script type="application/ld+json">{raw(JSON.stringify(facts).replaceAll("<", "\\u003c"))}</script>;
}
