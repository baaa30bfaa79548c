import { contains, type Span } from "../../../domain/span.ts";
import type { WordPlaces } from "../../../domain/word-places.ts";
import type { Bearer } from "./names.ts";

interface Mention extends Span {
  readonly bearer: Bearer;
}

/**
 * Where a text names each of some people or bodies, in UTF-16 units, in order: their names and aliases, unless these are a
 * part of another's name there, or belong to several.
 */
export function mentionsOf(places: WordPlaces, bearers: readonly Bearer[]): Map<Bearer, Span[]> {
  const all: Mention[] = bearers.flatMap((bearer) =>
    [bearer.name, ...bearer.aliases].flatMap((name) =>
      places.find(name).map(({ start, end }) => ({ start, end, bearer })),
    ),
  );
  // The longer of those that start together first.
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const mentions = new Map<Bearer, Span[]>(bearers.map((bearer) => [bearer, []]));
  let longest: Mention | null = null;
  let sharing = new Set<Bearer>();
  const take = () => {
    if (longest === null || sharing.size > 1) return;
    mentions.get(longest.bearer)?.push({ start: longest.start, end: longest.end });
  };
  for (const one of all) {
    if (longest !== null && contains(longest, one)) {
      if (contains(one, longest)) sharing.add(one.bearer);
      continue;
    }
    take();
    longest = one;
    sharing = new Set([one.bearer]);
  }
  take();
  return mentions;
}
