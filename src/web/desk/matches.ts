import type { ResultOf } from "gql.tada";
import { DatelineError } from "../../domain/errors.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { linkTo } from "../links.ts";
import type { DraftResult } from "./draft-query.ts";
import { deskLink } from "./links.ts";

const DeskMatch = document(`
  fragment DeskMatch on DraftMatch {
    why
    node {
      __typename
      ... on Person { id slug name roles { title } }
      ... on Event { id slug title when { display } }
      ... on Quote { id text speaker { name } }
    }
    draft { id title article { slug headline } }
  }
`);

const DeskMatches = document(
  `
  query DeskMatches($id: ID!) {
    node(id: $id) {
      ... on Draft { match { ...DeskMatch } suggestions(first: 3) { ...DeskMatch } }
    }
  }
`,
  [DeskMatch],
);

/** Something that a draft is, or may be, the same as. */
export interface ShownMatch {
  /** Its global id; null where it is only drafted. */
  readonly id: string | null;
  readonly href: string | null;
  readonly name: string;
  /** What tells it from others of the name; null where nothing does. */
  readonly detail: string | null;
  /** What speaks for it. */
  readonly why: string;
}

/** What a draft that waits is the same as, and what it may be. */
export interface Matches {
  readonly match: ShownMatch | null;
  readonly suggestions: readonly ShownMatch[];
  /** Why that is not known; null where it is. */
  readonly unknown: string | null;
}

const NONE: Matches = { match: null, suggestions: [], unknown: null };

/** Asks what a draft that waits is the same as. */
export async function matchesOf(ask: Ask, { id, state }: DraftResult): Promise<Matches> {
  if (state !== "OPEN") return NONE;
  try {
    const { node } = await ask(DeskMatches, { id });
    if (node === null || !("suggestions" in node)) return NONE;
    const suggestions = (node.suggestions ?? []).flatMap((one) => shown(one) ?? []);
    return { match: node.match && shown(node.match), suggestions, unknown: null };
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code !== "TOO_SLOW") throw error;
    return { ...NONE, unknown: "Its topic has too many drafts to compare it with while you wait." };
  }
}

function shown({ why, node, draft }: ResultOf<typeof DeskMatch>): ShownMatch | null {
  switch (node?.__typename) {
    case "Person": {
      const { id, slug, name, roles } = node;
      return { id, href: linkTo.person(slug, null), name, detail: roles[0]?.title ?? null, why };
    }
    case "Event": {
      const { id, slug, title, when } = node;
      return { id, href: linkTo.event(slug, null), name: title, detail: when?.display ?? null, why };
    }
    case "Quote":
      return { id: node.id, href: null, name: node.text, detail: node.speaker?.name ?? null, why };
    default: {
      if (draft === null) return null;
      const { id, title, article } = draft;
      const href = deskLink.article(article.slug, { draft: id });
      return { id: null, href, name: title, detail: `drafted from “${article.headline}”`, why };
    }
  }
}
