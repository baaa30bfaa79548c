import type { AgentRef } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import type { Problems } from "./problems.ts";

/** What a slug may name. */
export type SlugKind = "topic" | "person" | "organization" | "place" | "source" | "article" | "event";

/** A thing that a slug names. */
export interface Named {
  readonly id: number;
  readonly key: string;
}

/** Finds what slugs name on record, each once. An unknown slug is noted as a problem and gives null. */
export class Slugs {
  readonly #known = new Map<string, Named>();

  constructor(
    private readonly readers: Readers,
    private readonly problems: Problems,
  ) {}

  /** @param part the part of the story that names it */
  async find(kind: SlugKind, slug: string, part: object): Promise<Named | null> {
    const name = `${kind} ${slug}`;
    const known = this.#known.get(name);
    if (known) return known;
    const [found] = await this.#read(kind, slug);
    if (found) {
      this.#known.set(name, found);
      return found;
    }
    this.problems.add(
      part,
      `there is no ${kind} "${slug}", in the story or on record; check the spelling or add the ${kind}.`,
    );
    return null;
  }

  /** The same where the slug may be left out. */
  async maybe(kind: SlugKind, slug: string | undefined, part: object): Promise<number | null> {
    return slug === undefined ? null : ((await this.find(kind, slug, part))?.id ?? null);
  }

  async agent(ref: AgentRef | undefined, part: object): Promise<Named | null> {
    if (ref === undefined) return null;
    return "person" in ref
      ? this.find("person", ref.person, part)
      : this.find("organization", ref.organization, part);
  }

  #read(kind: SlugKind, slug: string): PromiseLike<readonly Named[]> | readonly Named[] {
    const { agents, articles, events, places, topics } = this.readers;
    switch (kind) {
      case "topic":
        return topics.bySlug([slug]);
      case "person":
        return agents.bySlug("PERSON", [slug]);
      case "organization":
        return agents.bySlug("ORGANIZATION", [slug]);
      case "place":
        return places.bySlug([slug]);
      case "source":
        return articles.sourcesBySlug([slug]);
      case "article":
        return articles.bySlug([slug]);
      case "event":
        return events.bySlug([slug]);
    }
  }
}
