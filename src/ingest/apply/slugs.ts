import type { AgentRef, Story } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import { type ReferenceKind, storyReferences } from "../formats/story/references.ts";
import type { Problem } from "../problems.ts";

/** A thing that a slug names. */
export interface Named {
  readonly id: number;
  readonly key: string;
  /** Row number of what it was merged into. */
  readonly mergedIntoId?: number | null;
}

/** Finds what slugs name on record, each once. That they name something is checked by {@link unknownSlugs}. */
export class Slugs {
  readonly #known = new Map<string, Named>();

  constructor(private readonly readers: Readers) {}

  /** Takes note of a thing that was put on record. One that was merged stands for the other. */
  async learn(kind: ReferenceKind, slug: string, thing: Named): Promise<void> {
    this.#known.set(`${kind} ${slug}`, await this.#standing(kind, thing));
  }

  async find(kind: ReferenceKind, slug: string): Promise<Named> {
    const name = `${kind} ${slug}`;
    const known = this.#known.get(name);
    if (known) return known;
    const [found] = await readBySlug(this.readers, kind, [slug]);
    if (!found) throw new Error(`There is no ${name}, though it was looked for before.`);
    const one = await this.#standing(kind, found);
    this.#known.set(name, one);
    return one;
  }

  async #standing(kind: ReferenceKind, { id, key, mergedIntoId = null }: Named): Promise<Named> {
    if (mergedIntoId === null) return { id, key };
    const [other] = await readById(this.readers, kind, mergedIntoId);
    return other ?? { id, key };
  }

  /** The row number where the slug may be left out. */
  async maybe(kind: ReferenceKind, slug: string | undefined): Promise<number | null> {
    return slug === undefined ? null : (await this.find(kind, slug)).id;
  }

  async agent(ref: AgentRef): Promise<Named> {
    return "person" in ref ? this.find("person", ref.person) : this.find("organization", ref.organization);
  }

  async maybeAgent(ref: AgentRef | undefined): Promise<number | null> {
    return ref === undefined ? null : (await this.agent(ref)).id;
  }
}

/** The references of a story that name nothing, in the story or on record. */
export async function unknownSlugs(story: Story, readers: Readers): Promise<Problem[]> {
  const inStory = partsOf(story);
  const references = storyReferences(story);
  const problems: Problem[] = [];
  for (const kind of REFERENCE_KINDS) {
    const known = new Set(inStory[kind].map((part) => part.slug));
    const others = references.filter((reference) => reference.kind === kind && !known.has(reference.slug));
    for (const { slug } of await readBySlug(readers, kind, [...new Set(others.map((one) => one.slug))])) {
      known.add(slug);
    }
    for (const { slug, at } of others.filter((one) => !known.has(one.slug))) {
      const message = `there is no ${kind} "${slug}", in the story or on record; check the spelling or add the ${kind}`;
      problems.push({ at, message });
    }
  }
  return problems;
}

/** Parts of a story whose slug is on record under another key. */
export async function takenSlugs(story: Story, readers: Readers): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const kind of REFERENCE_KINDS) {
    const parts = partsOf(story)[kind];
    const onRecord = await readBySlug(
      readers,
      kind,
      parts.map((part) => part.slug),
    );
    const keys = new Map(onRecord.map(({ slug, key }) => [slug, key]));
    for (const part of parts) {
      const key = keys.get(part.slug);
      if (key === undefined || key === (part.key ?? part.slug)) continue;
      const message = `the ${kind} "${part.slug}" is on record with the key "${key}"; give it that \`key\`, or another slug`;
      problems.push({ at: story.at(part), message });
    }
  }
  return problems;
}

type Part = { readonly slug: string; readonly key?: string | undefined };

function partsOf(story: Story): { readonly [Kind in ReferenceKind]: readonly Part[] } {
  return {
    topic: story.topics,
    person: story.people,
    organization: story.organizations,
    place: story.places,
    source: story.sources,
    article: story.articles,
    event: story.events,
  };
}

const REFERENCE_KINDS = ["topic", "person", "organization", "place", "source", "article", "event"] as const;

async function readBySlug(
  { agents, articles, events, places, topics }: Readers,
  kind: ReferenceKind,
  slugs: readonly string[],
): Promise<readonly (Named & { readonly slug: string })[]> {
  switch (kind) {
    case "topic":
      return topics.bySlug(slugs);
    case "person":
      return agents.bySlug("PERSON", slugs);
    case "organization":
      return agents.bySlug("ORGANIZATION", slugs);
    case "place":
      return places.bySlug(slugs);
    case "source":
      return articles.sourcesBySlug(slugs);
    case "article":
      return articles.bySlug(slugs);
    case "event":
      return events.bySlug(slugs);
  }
}

/** What another of a kind was merged into. */
async function readById(
  { agents, events, places }: Readers,
  kind: ReferenceKind,
  id: number,
): Promise<readonly Named[]> {
  switch (kind) {
    case "person":
    case "organization":
      return agents.byId([id]);
    case "place":
      return places.byId([id]);
    case "event":
      return events.byId([id]);
    default:
      return [];
  }
}
