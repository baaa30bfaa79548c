import { compareCodePoints } from "../../domain/code-point-order.ts";

/** Two things that may be one, and why. */
export interface Pair {
  /** Keys of the two. */
  readonly one: string;
  readonly other: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: string;
}

/** Things that are one. */
export interface Cluster {
  /** Key of its first member in code point order. */
  readonly key: string;
  /** Keys of its members, in code point order. */
  readonly members: readonly string[];
  /** Why they were brought together. */
  readonly joins: readonly Pair[];
}

export interface Clusters {
  readonly clusters: readonly Cluster[];
  /** Pairs in different clusters that an editor should look at, surest first. */
  readonly doubtful: readonly Pair[];
}

/** What keeps things from being brought together, however much speaks for it. */
export interface Separation<Thing> {
  /** Whether two groups can never be one, by members that stand for all of each; symmetric. */
  apart(one: readonly Thing[], other: readonly Thing[]): boolean;
  /** Things with the same face are the same to `apart`, so that it looks at one of them; where left out, each has its own. */
  face?(thing: Thing): string;
}

/**
 * Brings things together, surest pairs first. A pair is passed over where the two groups that it would make one must stay apart; it
 * is then doubtful. What comes out depends on the set of things and pairs alone, not on their order.
 *
 * @param things by their keys, in the order of these
 * @param given pairs that are one, whatever speaks against it
 */
export function cluster<Thing>(
  things: ReadonlyMap<string, Thing>,
  pairs: readonly Pair[],
  { sure, doubtful }: { readonly sure: number; readonly doubtful: number },
  { apart, face }: Separation<Thing>,
  given: readonly Pair[] = [],
): Clusters {
  const groups = [...things].map(([key, thing], place) => new Group(place, face?.(thing) ?? key, thing));
  const places = new Map([...things.keys()].map((key, place) => [key, place]));
  const placed = pairs
    .flatMap((pair) => inPlace(pair, places))
    .sort((a, b) => b.pair.score - a.pair.score || a.one - b.one || a.other - b.other);
  const left: PlacedPair[] = [];
  const join = (a: Group<Thing>, b: Group<Thing>, pair: Pair) => {
    const [larger, smaller] = a.members.length >= b.members.length ? [a, b] : [b, a];
    larger.take(smaller, pair);
    for (const member of smaller.members) groups[member] = larger;
  };
  for (const { pair, one, other } of given.flatMap((pair) => inPlace(pair, places))) {
    const [a, b] = [groups[one], groups[other]];
    if (a !== undefined && b !== undefined && a !== b) join(a, b, pair);
  }
  for (const one of placed) {
    const [a, b] = [groups[one.one], groups[one.other]];
    if (a === undefined || b === undefined || a === b) continue;
    if (one.pair.score >= sure && !a.isApart(b, apart)) join(a, b, one.pair);
    else if (one.pair.score >= doubtful) left.push(one);
  }
  const keys = [...things.keys()];
  return {
    clusters: [...new Set(groups)].map((group) => group.finished(keys)).toSorted(byKey),
    doubtful: left.filter(({ one, other }) => groups[one] !== groups[other]).map(({ pair }) => pair),
  };
}

/** A pair with the places of its two among all keys, the smaller first. */
interface PlacedPair {
  readonly pair: Pair;
  readonly one: number;
  readonly other: number;
}

function inPlace(pair: Pair, places: ReadonlyMap<string, number>): PlacedPair[] {
  const [one, other] = [places.get(pair.one), places.get(pair.other)];
  if (one === undefined || other === undefined) return [];
  if (one <= other) return [{ pair, one, other }];
  return [{ pair: { ...pair, one: pair.other, other: pair.one }, one: other, other: one }];
}

class Group<Thing> {
  /** Places of their keys among all. */
  readonly members: number[];
  readonly #faces: Map<string, Thing>;
  readonly #joins: Pair[] = [];
  /** How large groups were when they were found to be apart from this one, and this one with them. */
  readonly #apart = new Map<Group<Thing>, number>();
  #standing: readonly Thing[];

  constructor(place: number, face: string, thing: Thing) {
    this.members = [place];
    this.#faces = new Map([[face, thing]]);
    this.#standing = [thing];
  }

  /** Groups only grow, so that two of the same size as before are the same. */
  isApart(other: Group<Thing>, apart: Separation<Thing>["apart"]): boolean {
    const size = this.members.length + other.members.length;
    if (this.#apart.get(other) === size) return true;
    if (!apart(this.#standing, other.#standing)) return false;
    this.#apart.set(other, size);
    other.#apart.set(this, size);
    return true;
  }

  take(other: Group<Thing>, pair: Pair): void {
    this.members.push(...other.members);
    for (const [face, thing] of other.#faces) this.#faces.set(face, thing);
    this.#standing = [...this.#faces.values()];
    this.#joins.push(...other.#joins, pair);
  }

  finished(keys: readonly string[]): Cluster {
    const members = this.members.toSorted((a, b) => a - b).flatMap((place) => keys[place] ?? []);
    return { key: members[0] ?? "", members, joins: this.#joins.toSorted(surestFirst) };
  }
}

function surestFirst(a: Pair, b: Pair): number {
  return b.score - a.score || compareCodePoints(a.one, b.one) || compareCodePoints(a.other, b.other);
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return compareCodePoints(a.key, b.key);
}

/** Things in the order of their keys, each once: pairs are then found in the same order whatever order they came in. */
export function byKeys<Thing extends { readonly key: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.toSorted(byKey).map((thing) => [thing.key, thing]));
}
