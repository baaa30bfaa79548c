import { z } from "zod";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";

const Rows = z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()).nullable() }));

/** Entries of the log about one thing that are looked at. */
const MOST_ENTRIES = 10_000;

/** A row as it was written, and what it held before; null for a new one. */
export interface WrittenRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** The rows of a thing that were written with the decision about a draft, by the log. */
export async function writtenWith(
  { changes }: Pick<Readers, "changes">,
  { type, key }: LoggedNode,
  { decidedAt, decidedBy }: Pick<Draft, "decidedAt" | "decidedBy">,
): Promise<WrittenRow[]> {
  const entries = await changes.about(type, [key], 0, MOST_ENTRIES);
  return entries
    .filter(({ at, actor }) => at.getTime() === decidedAt?.getTime() && actor === decidedBy)
    .flatMap(({ before, after }) => {
      const [earlier, later] = [Rows.parse(before ?? []), Rows.parse(after ?? [])];
      return later.flatMap(({ table, row }, index) =>
        row === null ? [] : { table, row, before: earlier[index]?.row ?? null },
      );
    });
}

/** Those of them that were new. */
export async function addedWith(
  readers: Pick<Readers, "changes">,
  node: LoggedNode,
  draft: Pick<Draft, "decidedAt" | "decidedBy">,
): Promise<WrittenRow[]> {
  return (await writtenWith(readers, node, draft)).filter(({ before }) => before === null);
}
