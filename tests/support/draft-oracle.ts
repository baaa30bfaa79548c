import fc from "fast-check";
import { expect } from "vitest";
import type { Drafts } from "../../src/domain/draft.ts";
import { foldedName } from "../../src/domain/folded-name.ts";
import { concernedAgents } from "../../src/domain/proposal.ts";
import type { Story } from "../../src/domain/story.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Draft } from "../../src/store/drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { draftsArbitrary, namingCast } from "./drafts.ts";
import { type Connection, nodesOf, readPage } from "./graphql.ts";
import type { Ranked } from "./oracle.ts";
import { storyArbitrary } from "./story-arbitrary.ts";

/** Stories with drafts of their articles. */
export const scenes = storyArbitrary({ articles: 4, events: 3, quotes: 4 })
  .map(namingCast)
  .chain((some) => fc.tuple(fc.constant(some), draftsArbitrary(some)));

/** Stores the drafts of each article. */
export async function storeAll(store: Store, proposed: ReadonlyMap<string, Drafts>): Promise<void> {
  for (const [key, one] of proposed) await storeDrafts(store, key, one, "RULE");
}

/** Keys of all drafts. */
export const everyKey = async (store: Store) => (await rows(store)).map((draft) => draft.key);
/** All drafts, read without the lists under test. */
export async function rows(store: Store): Promise<Draft[]> {
  const articles = await store.articles.bySlug(["a0", "a1", "a2", "a3"]);
  return store.drafts.ofArticles(articles.map((one) => one.id));
}

/** The names by which somebody of the cast is found: as the model has it, once more. */
export function bearers(some: Story, draft: Draft): string[] {
  return concernedAgents(draft.payload).flatMap(({ type, name }) => {
    const agents = type === "PERSON" ? some.people : some.organizations;
    const found = agents.filter((one) =>
      [one.name, ...one.aliases].map(foldedName).includes(foldedName(name)),
    );
    return found.map((one) => `${type.toLowerCase()} ${one.slug}`);
  });
}

/** The entries of the drafts that wait for a decision, with whose timelines they stand on. */
export function draftEntries(some: Story, all: readonly Draft[], day: string | null) {
  return all
    .filter(
      ({ kind, state, article: of }) => kind !== "PERSON" && state === "OPEN" && of.state !== "RETRACTED",
    )
    .filter(({ article: of }) => day === null || of.out <= day)
    .map((draft): Ranked & { node: string; whose: ReadonlySet<string>; status: string | null } => {
      const { key, date, article: of, payload } = draft;
      const place = payload.kind === "EVENT" ? (payload.place ?? "") : "";
      const places = some.places.filter(({ name }) => foldedName(name) === foldedName(place));
      const told = some.articles.find(({ slug }) => slug === of.slug);
      const whose = [
        "all",
        ...(told?.topics ?? []).map((slug) => `topic ${slug}`),
        ...(told?.source === undefined ? [] : [`source ${told.source}`]),
        ...places.map(({ slug }) => `place ${slug}`),
        ...bearers(some, draft),
      ];
      return {
        node: `Draft:${key}`,
        kind: "DRAFT",
        key,
        when: date,
        reported: of.out,
        status: payload.kind === "EVENT" ? payload.status : null,
        whose: new Set(whose),
      };
    });
}

/** Walks to the end of a connection. */
export async function walk(store: Store, connection: Connection, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await readPage(store, connection, { first: size, after });
    seen.push(...nodesOf(page));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(seen.length);
      return seen;
    }
    after = page.pageInfo.endCursor;
  }
}
