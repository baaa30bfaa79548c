import type { EventFact } from "../../src/domain/event-history.ts";
import { readStory } from "../../src/ingest/formats/story/read-folder.ts";
import { packagePath } from "../../src/package-root.ts";
import { eventFact } from "./oracle-history.ts";

/** The seed story, as it is read from its folder. */
export const SEED = await readStory(packagePath("seeds/putin-trump-summit"));

/** An event of the seed story, as the rules for events see it. */
export function seedEvent(slug: string): EventFact {
  const event = SEED.events.find((one) => one.slug === slug);
  if (!event) throw new Error(`The seed story has no event ${slug}.`);
  return eventFact(SEED, event);
}
