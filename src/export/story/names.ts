import { DatelineError } from "../../domain/errors.ts";
import type { AgentRef } from "../../domain/story.ts";
import { LISTED, type Listed, type ListedThing } from "../../store/listing.ts";

/** What a document holds: the things of each kind, by key. */
export type Scope = { readonly [Kind in Listed]: readonly ListedThing[] };

/** How the things of a scope are called, by row number. */
export class Names {
  readonly #slugs: { readonly [Kind in Listed]: ReadonlyMap<number, string | null> };

  constructor(scope: Scope) {
    const slugs = (kind: Listed) => new Map(scope[kind].map(({ id, slug }) => [id, slug]));
    this.#slugs = {
      topic: slugs("topic"),
      person: slugs("person"),
      organization: slugs("organization"),
      place: slugs("place"),
      source: slugs("source"),
      article: slugs("article"),
      event: slugs("event"),
      quote: slugs("quote"),
    };
  }

  /**
   * The slug of something that is referred to.
   *
   * @throws DatelineError BUSY where the scope does not hold it: it came on record after the scope was made
   */
  slug(kind: Listed, id: number): string {
    const slug = this.#slugs[kind].get(id);
    if (typeof slug === "string") return slug;
    throw new DatelineError("BUSY", "The record was changed while it was read. Export it again.");
  }

  /** The slug where there may be nothing. */
  maybe(kind: Listed, id: number | null): string | undefined {
    return id === null ? undefined : this.slug(kind, id);
  }

  /** A person or an organization. */
  agent(id: number): AgentRef {
    return this.#slugs.organization.has(id)
      ? { organization: this.slug("organization", id) }
      : { person: this.slug("person", id) };
  }

  maybeAgent(id: number | null): AgentRef | undefined {
    return id === null ? undefined : this.agent(id);
  }

  /** Slugs of what belongs to something in no order, in the order of the alphabet. */
  sorted(kind: Listed, ids: readonly number[]): string[] {
    return ids.map((id) => this.slug(kind, id)).sort();
  }
}

/** A scope from what there is of each kind. */
export async function scopeOf(things: (kind: Listed) => Promise<readonly ListedThing[]>): Promise<Scope> {
  const scope = new Map<Listed, readonly ListedThing[]>();
  for (const kind of LISTED) scope.set(kind, await things(kind));
  const of = (kind: Listed) => scope.get(kind) ?? [];
  return {
    topic: of("topic"),
    person: of("person"),
    organization: of("organization"),
    place: of("place"),
    source: of("source"),
    article: of("article"),
    event: of("event"),
    quote: of("quote"),
  };
}
