import type { Awaitable } from "./engine.ts";

/** What may have been merged into another. */
interface Merged {
  readonly id: number;
  readonly mergedIntoId: number | null;
}

/** Rows, each with the one that it was merged into, or itself. */
export async function standing<Row extends Merged>(
  rows: Awaitable<readonly Row[]>,
  byId: (ids: readonly number[]) => Awaitable<readonly Row[]>,
): Promise<{ readonly asked: Row; readonly row: Row }[]> {
  const found = await rows;
  const others = found.flatMap((row) => row.mergedIntoId ?? []);
  if (others.length === 0) return found.map((row) => ({ asked: row, row }));
  const into = new Map((await byId([...new Set(others)])).map((row) => [row.id, row]));
  return found.map((asked) => ({ asked, row: into.get(asked.mergedIntoId ?? asked.id) ?? asked }));
}
