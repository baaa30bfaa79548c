import type { LoggedType } from "../domain/model.ts";
import type { LoggedNode } from "../store/change-log.ts";
import type { Readers } from "../store/readers.ts";

/**
 * The entries of the log that tell of a thing: its own, and those of the parts that have entries of theirs. An event is
 * changed where a step of its history is.
 */
export async function nodesBehind(
  readers: Pick<Readers, "events">,
  { type, key }: LoggedNode,
): Promise<{ readonly type: LoggedType; readonly keys: readonly string[] }[]> {
  const own = { type, keys: [key] };
  if (type !== "Event") return [own];
  const [row] = await readers.events.byKey([key]);
  const [record] = row ? await readers.events.records([row.id]) : [];
  return [own, { type: "StatusChange", keys: record?.changes.map((change) => change.key) ?? [] }];
}

/** The position in the log of what was last done to a thing; 0 where nothing is known. */
export async function revisionOf(
  readers: Pick<Readers, "events" | "changes">,
  node: LoggedNode,
): Promise<number> {
  const positions = [0];
  for (const { type, keys } of await nodesBehind(readers, node)) {
    for (const { position } of await readers.changes.lastOf(type, keys)) positions.push(position ?? 0);
  }
  return Math.max(...positions);
}
