import { groupBy } from "../../domain/group-by.ts";
import type { Story } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import { Cast } from "./cast.ts";
import { composeEvents } from "./compose-events.ts";
import { composePeople } from "./compose-people.ts";
import { composeQuotes } from "./compose-quotes.ts";
import type { Material } from "./material.ts";
import type { Withdrawn } from "./revise-history.ts";

/** What drafts become. */
export interface Composition {
  readonly story: Story;
  /** Key of the fact that each draft becomes, by the draft's key. */
  readonly facts: ReadonlyMap<string, string>;
  /** Of quotes that are reports of what others report too: the utterance, by the keys of the quotes on record by then. */
  readonly utterances: ReadonlyMap<string, string>;
  /** Aliases that people on record need no longer, by the people's keys. */
  readonly needless: ReadonlyMap<string, readonly string[]>;
  /** What changes of events lose that are on record. */
  readonly withdrawn: readonly Withdrawn[];
}

/**
 * Composes a part of a story from drafts: people with their roles, organizations and places that they need, events with their
 * histories, quotes. Who and what is on record is used, and added to. Relations are not in it.
 *
 * @param drafts by article, in the order of these, and place in the text: whatever order they came in
 */
export async function compose(
  material: Omit<Material, "cast">,
  drafts: readonly Draft[],
): Promise<Composition> {
  const cast = await Cast.of(material.readers, material.identities, drafts);
  const all = { ...material, cast };
  const byKind = groupBy(drafts, ({ kind }) => kind);
  const people = await composePeople(all, byKind.get("PERSON") ?? []);
  const events = await composeEvents(all, byKind.get("EVENT") ?? []);
  const quotes = await composeQuotes(all, byKind.get("QUOTE") ?? []);
  const articles = [...new Set(drafts.map(({ article }) => article.slug))].join(", ");
  const story: Story = {
    topics: [],
    people: people.people,
    organizations: cast.organizations(),
    places: cast.places(),
    sources: [],
    articles: [],
    events: events.events,
    quotes: quotes.quotes,
    at: () => `drafts of ${articles}`,
  };
  const facts = new Map([...people.facts, ...events.facts, ...quotes.facts]);
  return {
    story,
    facts,
    utterances: quotes.utterances,
    needless: cast.needless(),
    withdrawn: events.withdrawn,
  };
}
