/** That one thing was taken for another, by their row numbers. */
export interface MergeEdge {
  readonly fromId: number;
  readonly intoId: number;
}

/** What each thing stands for, where it was merged, directly or by way of others; things that stand for themselves are left out. */
export function rootsOf(edges: readonly MergeEdge[]): Map<number, number> {
  const parents = new Map(edges.map(({ fromId, intoId }) => [fromId, intoId]));
  const roots = new Map<number, number>();
  for (const { fromId } of edges) {
    let root = fromId;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    roots.set(fromId, root);
  }
  return roots;
}

/** All things that a thing is merged with, directly or by way of others, and itself. */
export function componentOf(edges: readonly MergeEdge[], id: number): Set<number> {
  const roots = rootsOf(edges);
  const root = roots.get(id) ?? id;
  const members = [...roots].flatMap(([member, its]) => (its === root ? member : []));
  return new Set([root, ...members]);
}
