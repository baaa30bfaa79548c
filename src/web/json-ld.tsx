import { raw } from "hono/html";
import { EVENT_STATUS_TYPES } from "../export/event-status.ts";

/** What a page says of an event to machines (schema.org, as JSON-LD). */
export interface EventFacts {
  readonly title: string;
  readonly status: keyof typeof EVENT_STATUS_TYPES;
  readonly disputed: boolean;
  readonly when: EventDate | null;
  readonly formerDates: readonly EventDate[];
  readonly place: { readonly name: string } | null;
  readonly description: string | null;
}

interface EventDate {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly precision: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** An event's page, for machines. */
export function EventJsonLd({ event }: { readonly event: EventFacts }) {
  return <JsonLd facts={{ "@context": "https://schema.org", ...eventFacts(event) }} />;
}

/** The events on a page of a topic, in their order (schema.org, ItemList). `urls` are theirs. */
export function TopicJsonLd({
  title,
  events,
}: {
  readonly title: string;
  readonly events: readonly (EventFacts & { readonly url: string })[];
}) {
  const facts = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: title,
    itemListElement: events.map((event, index) => ({
      "@type": "ListItem",
      position: index + 1,
      item: { ...eventFacts(event), url: event.url },
    })),
  };
  return <JsonLd facts={facts} />;
}

function JsonLd({ facts }: { readonly facts: object }) {
  // A "<" could end the script: JSON has another way to write it.
  return <script type="application/ld+json">{raw(JSON.stringify(facts).replaceAll("<", "\\u003c"))}</script>;
}

/** What is known of an event. What is not known, or disputed, is left out. */
function eventFacts({ title, status, disputed, when, formerDates, place, description }: EventFacts) {
  return {
    "@type": "Event",
    name: title,
    eventStatus: disputed ? undefined : EVENT_STATUS_TYPES[status],
    startDate: startOf(when),
    previousStartDate: startOf(formerDates.at(-1) ?? null),
    location: place ? { "@type": "Place", name: place.name } : undefined,
    description: description ?? undefined,
  };
}

/**
 * The day of a date, or its month or year where no more is known (ISO 8601): a month is not its first day. Machines have no
 * way to read "about", and of an interval whether something takes all of it or a day in it.
 */
function startOf(date: EventDate | null): string | undefined {
  if (date?.approximate || date?.uncertain) return undefined;
  switch (date?.precision) {
    case "DAY":
    case "TIME":
      return date.earliest ?? undefined;
    case "MONTH":
      return /^\d{4}-\d\d/.exec(date.edtf)?.[0];
    case "YEAR":
      return /^\d{4}/.exec(date.edtf)?.[0];
    default:
      return undefined;
  }
}
