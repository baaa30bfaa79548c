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

/**
 * Brings things together, surest pairs first. A pair is passed over where any two of those it would make one must stay apart; it
 * is then doubtful. What comes out depends on the set of keys and pairs alone, not on their order.
 *
 * @param apart whether two things can never be one; symmetric
 */
export function cluster(
  keys: Iterable<string>,
  pairs: readonly Pair[],
  { sure, doubtful }: { readonly sure: number; readonly doubtful: number },
  apart: (one: string, other: string) => boolean,
): Clusters {
  const groups = new Map([...keys].map((key) => [key, new Group(key)]));
  const ordered = pairs.map(inOrder).toSorted(surestFirst);
  const left: Pair[] = [];
  for (const pair of ordered) {
    const [one, other] = [groups.get(pair.one), groups.get(pair.other)];
    if (one === undefined || other === undefined || one === other) continue;
    const conflict = one.members.some((a) => other.members.some((b) => apart(a, b)));
    if (pair.score < sure || conflict) {
      if (pair.score >= doubtful) left.push(pair);
      continue;
    }
    one.take(other, pair);
    for (const member of other.members) groups.set(member, one);
  }
  return {
    clusters: [...new Set(groups.values())].map((group) => group.finished()).toSorted(byKey),
    doubtful: left.filter(({ one, other }) => groups.get(one) !== groups.get(other)),
  };
}

class Group {
  readonly members: string[];
  readonly #joins: Pair[] = [];

  constructor(key: string) {
    this.members = [key];
  }

  take(other: Group, pair: Pair): void {
    this.members.push(...other.members);
    this.#joins.push(...other.#joins, pair);
  }

  finished(): Cluster {
    const members = this.members.toSorted(compareCodePoints);
    return { key: members[0] ?? "", members, joins: this.#joins.toSorted(surestFirst) };
  }
}

function inOrder(pair: Pair): Pair {
  const { one, other } = pair;
  return compareCodePoints(one, other) <= 0 ? pair : { ...pair, one: other, other: one };
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
