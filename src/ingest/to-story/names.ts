import type { AgentType } from "../../domain/model.ts";
import type { NamedRow } from "../../store/exact-names.ts";
import type { Readers } from "../../store/readers.ts";
import { asciiSlug } from "../ascii-slug.ts";
import { contentKey } from "../content-key.ts";
import type { ReadPlace, ReadSource } from "../reading.ts";
import type { StoryParts } from "./story-parts.ts";

/** Digits of a key that tell apart what would have the same slug. */
const SLUG_DIGITS = 6;

/**
 * Finds the people, organizations, places and publishers that a document names, on record by their exact names, and adds
 * those that are not there to a story. Answers with slugs.
 */
export class Names {
  /** What was added, by kind and identity, and the slugs that this took. */
  readonly #added = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(
    private readonly readers: Readers,
    private readonly parts: StoryParts,
  ) {}

  /** A person or organization; undefined where several on record have the name, so that one would have to guess. */
  async agent(type: AgentType, name: string): Promise<string | undefined> {
    const { exactNames: names, agents } = this.readers;
    const named = await names.agents(type, name);
    const known = named.length > 0 ? named : await names.agentsByAlias(type, name);
    if (known.length > 1) return undefined;
    if (known[0]) return known[0].slug;
    const kind = type === "PERSON" ? "person" : "organization";
    return this.#add(
      kind,
      [name],
      asciiSlug(name),
      (slugs) => agents.bySlug(type, slugs),
      (key, slug) => {
        const agent = { key, slug, name, aliases: [], sameAs: [] };
        if (type === "PERSON") this.parts.people.push({ ...agent, roles: [] });
        else this.parts.organizations.push(agent);
      },
    );
  }

  /** A publisher: by its domain, else by its name. */
  async source({ name, domain }: ReadSource): Promise<string | undefined> {
    const { exactNames: names, articles } = this.readers;
    const byDomain = domain === undefined ? [] : await names.sourcesByDomain(domain);
    const known = byDomain.length > 0 || name === undefined ? byDomain : await names.sourcesByName(name);
    if (known[0]) return known[0].slug;
    const shown = name ?? domain;
    if (shown === undefined) return undefined;
    const bySlug = (slugs: readonly string[]) => articles.sourcesBySlug(slugs);
    return this.#add("source", [domain ?? shown], asciiSlug(domain ?? shown), bySlug, (key, slug) => {
      this.parts.sources.push({ key, slug, name: shown, domain });
    });
  }

  /** A place, within its town where that is told. */
  async place({ name, locality, country }: ReadPlace): Promise<string> {
    const within = locality === undefined ? undefined : await this.place({ name: locality, country });
    const [known] = await this.readers.exactNames.places(name);
    if (known) return known.slug;
    const bySlug = (slugs: readonly string[]) => this.readers.places.bySlug(slugs);
    return this.#add("place", [name, country ?? ""], asciiSlug(name), bySlug, (key, slug) => {
      this.parts.places.push({ key, slug, name, country, within });
    });
  }

  /** A slug of a kind that nothing else has; the same for the same key, unless it was given away meanwhile. */
  async freeSlug(
    kind: string,
    key: string,
    wanted: string | undefined,
    bySlug: (slugs: readonly string[]) => Promise<readonly NamedRow[]> | readonly NamedRow[],
  ): Promise<string> {
    const digits = key.slice(key.lastIndexOf("-") + 1);
    const longer = `${wanted ?? kind}-${digits.slice(0, SLUG_DIGITS)}`;
    const longest = `${wanted ?? kind}-${digits}`;
    const candidates = wanted === undefined ? [longer, longest] : [wanted, longer, longest];
    const onRecord = await bySlug(candidates);
    const isFree = (slug: string) =>
      !this.#taken.has(`${kind} ${slug}`) && !onRecord.some((row) => row.slug === slug && row.key !== key);
    const slug = candidates.find(isFree) ?? longest;
    this.#taken.add(`${kind} ${slug}`);
    return slug;
  }

  async #add(
    kind: string,
    identity: readonly string[],
    wanted: string | undefined,
    bySlug: (slugs: readonly string[]) => Promise<readonly NamedRow[]> | readonly NamedRow[],
    add: (key: string, slug: string) => void,
  ): Promise<string> {
    const key = contentKey(kind, ...identity);
    const added = this.#added.get(key);
    if (added !== undefined) return added;
    const slug = await this.freeSlug(kind, key, wanted, bySlug);
    this.#added.set(key, slug);
    add(key, slug);
    return slug;
  }
}
