import type { ResultOf } from "gql.tada";
import { foldedName } from "../../domain/folded-name.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { linkTo } from "../links.ts";
import type { DeskArticleResult, DraftResult } from "./draft-query.ts";

const DeskSuggest = document(`
  query DeskSuggest($whole: String!, $part: String!) {
    whole: search(query: $whole, first: 20) { edges { node { ...Suggestible } } }
    part: search(query: $part, first: 20) { edges { node { ...Suggestible } } }
  }
  fragment Suggestible on SearchResult {
    __typename
    ... on Person { id slug name aliases roles { title } }
    ... on Event { id slug title when { display } topics { slug } }
  }
`);

type Found = ResultOf<typeof DeskSuggest>["whole"]["edges"][number]["node"];

/** What is on record and may be the same as a draft. */
export interface Suggestion {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  /** What tells it from others of the name; null where nothing does. */
  readonly detail: string | null;
  /** Whether accepting the draft adds to it by itself, since it has the same name. */
  readonly isSure: boolean;
}

/** Finds what a draft that waits may be the same as; null where there is nothing like it on record. */
export async function suggestionFor(
  ask: Ask,
  article: DeskArticleResult,
  draft: DraftResult,
): Promise<Suggestion | null> {
  if (draft.state !== "OPEN" || draft.draftKind === "QUOTE") return null;
  const whole = draft.name ?? draft.title;
  const { whole: first, part: second } = await ask(DeskSuggest, { whole, part: partOf(draft) });
  const found = [...first.edges, ...second.edges].map((edge) => edge.node);
  return draft.draftKind === "PERSON" ? personLike(found, whole) : eventLike(found, article);
}

/** What of its name others may share: of a person the last word, of an event the longest. */
function partOf({ draftKind, name, title }: DraftResult): string {
  const words = (name ?? title).split(/\s+/);
  if (draftKind === "PERSON") return words.at(-1) ?? title;
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function personLike(found: readonly Found[], name: string): Suggestion | null {
  const people = found.flatMap((one) => (one.__typename === "Person" ? [one] : []));
  const bears = ({ name: own, aliases }: (typeof people)[number]) =>
    [own, ...aliases].some((one) => foldedName(one) === foldedName(name));
  const known = people.find(bears);
  const person = known ?? people[0];
  if (person === undefined) return null;
  const { id, slug, roles } = person;
  const detail = roles[0]?.title ?? null;
  return { id, href: linkTo.person(slug, null), name: person.name, detail, isSure: known !== undefined };
}

function eventLike(found: readonly Found[], { topics }: DeskArticleResult): Suggestion | null {
  const event = found
    .flatMap((one) => (one.__typename === "Event" ? [one] : []))
    .find((one) => one.topics.some(({ slug }) => topics.some((topic) => topic.slug === slug)));
  if (event === undefined) return null;
  const { id, slug, title, when } = event;
  return { id, href: linkTo.event(slug, null), name: title, detail: when?.display ?? null, isSure: false };
}
