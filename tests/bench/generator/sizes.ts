import type { Random } from "./random.ts";

/** How many of each there are in a database with a number of events. */
export interface Sizes {
  readonly events: number;
  readonly quotes: number;
  readonly articles: number;
  readonly people: number;
  readonly organizations: number;
  readonly places: number;
  readonly sources: number;
  readonly topics: number;
}

/** The proportions of a large newsroom's archive; small databases still have a cast to choose from. */
export function sizesFor(events: number): Sizes {
  return {
    events,
    quotes: Math.floor(events / 2),
    articles: Math.ceil(events / EVENTS_PER_ARTICLE),
    people: Math.max(50, Math.floor(events / 20)),
    organizations: Math.max(10, Math.floor(events / 500)),
    places: Math.max(20, Math.floor(events / 500)),
    sources: 200,
    topics: Math.ceil(events / EVENTS_PER_TOPIC),
  };
}

export const EVENTS_PER_ARTICLE = 5;
export const EVENTS_PER_TOPIC = 5_000;

/** Person number 0 takes part in one event of this many. */
const EVENTS_PER_PROTAGONIST = 10;
/** The larger, the fewer people have most of the rest. */
const SKEW = 2.5;

/**
 * Who takes part: numbers of people (from 0), and of organizations after the last person. A tenth of all events have
 * the protagonist; the others are chosen so that a few are in thousands of events and the median person in dozens.
 */
export function chooseParticipants(random: Random, { people, organizations }: Sizes): number[] {
  const chosen = new Set<number>();
  const wanted = random.between(1, 5);
  if (random.chance(1 / EVENTS_PER_PROTAGONIST)) chosen.add(0);
  while (chosen.size < wanted) {
    chosen.add(
      random.chance(0.08)
        ? people + random.below(organizations)
        : 1 + Math.floor((people - 1) * random.next() ** SKEW),
    );
  }
  return [...chosen];
}
