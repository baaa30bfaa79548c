import { z } from "zod";

const Rows = z
  .array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()).nullable() }))
  .catch([]);

/** Columns whose change says something to an editor, and how they call them. */
const COLUMNS: Readonly<Record<string, string>> = {
  title: "title",
  name: "name",
  state: "decision",
  to: "status",
  newDate: "date",
  effective: "since",
  reason: "reason",
  cue: "verb of saying",
  text: "text",
};

/** What an editor may have to be told of at most. */
const MOST = 4;

/** What was changed, in words, from what the log has before and after. */
export function whatChanged(
  changes: readonly { readonly before: unknown; readonly after: unknown }[],
): string[] {
  const words = changes.flatMap(({ before, after }) => {
    const [old, now] = [Rows.parse(before), Rows.parse(after)];
    return now.flatMap(({ table, row }, index) => {
      const was = old[index]?.row ?? null;
      if (was === null || row === null) return PARTS[table] ?? [];
      return Object.entries(COLUMNS).flatMap(([column, called]) => {
        const [from, to] = [was[column] ?? null, row[column] ?? null];
        return from === to || row[column] === undefined
          ? []
          : `${called}: ${shown(from)} is now ${shown(to)}`;
      });
    });
  });
  return [...new Set(words)].slice(0, MOST);
}

/** What it means that a row of a table is new, or gone. */
const PARTS: Readonly<Record<string, string>> = {
  evidence: "what it rests on",
  withdrawal: "it was withdrawn",
  merge: "it was merged",
  status_change: "a step of its history",
  participation: "who takes part",
  role: "a role",
  agent_alias: "another name",
  event_topic: "its topics",
};

function shown(value: unknown): string {
  if (value === null) return "nothing";
  return typeof value === "string"
    ? `“${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`
    : String(value);
}
