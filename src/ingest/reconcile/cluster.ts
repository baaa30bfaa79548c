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
export interface Separation {
  /** Whether two groups can never be one, by members that stand for all of each; symmetric. */
  apart(one: readonly string[], other: readonly string[]): boolean;
  /** Things with the same face are the same to `apart`, so that it looks at one of them; where left out, each has its own. */
  face?(key: string): string;
}

/**
 * Brings things together, surest pairs first. A pair is passed over where the two groups that it would make one must stay apart; it
 * is then doubtful. What comes out depends on the set of keys and pairs alone, not on their order.
 */
export function cluster(
  keys: Iterable<string>,
  pairs: readonly Pair[],
  { sure, doubtful }: { readonly sure: number; readonly doubtful: number },
  { apart, face = (key) => key }: Separation,
): Clusters {
  const groups = new Map([...keys].map((key) => [key, new Group(key, face(key))]));
  const ordered = pairs.map(inOrder).toSorted(surestFirst);
  const left: Pair[] = [];
  for (const pair of ordered) {
    const [one, other] = [groups.get(pair.one), groups.get(pair.other)];
    if (one === undefined || other === undefined || one === other) continue;
    if (pair.score < sure || apart(one.faces(), other.faces())) {
      if (pair.score >= doubtful) left.push(pair);
      continue;
    }
    const [larger, smaller] = one.members.length >= other.members.length ? [one, other] : [other, one];
    larger.take(smaller, pair);
    for (const member of smaller.members) groups.set(member, larger);
  }
  return {
    clusters: [...new Set(groups.values())].map((group) => group.finished()).toSorted(byKey),
    doubtful: left.filter(({ one, other }) => groups.get(one) !== groups.get(other)),
  };
}

class Group {
  readonly members: string[];
  readonly #faces: Map<string, string>;
  readonly #joins: Pair[] = [];

  constructor(key: string, face: string) {
    this.members = [key];
    this.#faces = new Map([[face, key]]);
  }

  /** A member of each face. */
  faces(): string[] {
    return [...this.#faces.values()];
  }

  take(other: Group, pair: Pair): void {
    this.members.push(...other.members);
    for (const [face, key] of other.#faces) this.#faces.set(face, key);
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
