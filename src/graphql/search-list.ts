import type { Awaitable } from "../store/engine.ts";
import type { Expression } from "../store/full-text.ts";
import type { Readers } from "../store/readers.ts";
import type { SearchFilter } from "../store/search-condition.ts";
import type { OrderedList } from "./slug-page.ts";

/** How a list by slug is read: all of it, or what matches an expression. */
export interface SearchableList<Item> {
  readonly all: (after: string, limit: number) => Awaitable<readonly Item[]>;
  readonly matching: (expression: Expression, after: string, limit: number) => Awaitable<readonly Item[]>;
}

/**
 * The reader of a list by slug that a search may narrow.
 *
 * @param search as the client gave it; null for the whole list
 * @throws DatelineError INVALID_SEARCH or TOO_SLOW, when it reads
 */
export function searchedList<Item>(
  readers: Readers,
  search: string | null | undefined,
  { all, matching }: SearchableList<Item>,
): OrderedList<Item>["read"] {
  if (search === null || search === undefined) return ({ slug }, limit) => all(slug, limit);
  let filter: Promise<SearchFilter | null> | null = null;
  return async ({ slug }, limit) => {
    filter ??= readers.search.filter(search);
    const found = await filter;
    return found === null ? [] : matching(found.expression, slug, limit);
  };
}
