import { z } from "zod";
import type { Draft } from "../store/drafts.ts";
import type { Readers } from "../store/readers.ts";
import { standing } from "../store/standing.ts";
import { factNamed } from "./facts.ts";
import type { NodeResult } from "./inputs.ts";
import type { Editing } from "./run-edit.ts";
import { liftWithdrawal, standingWithdrawal } from "./withdraw.ts";

/** What readers are told of a fact that went on record by mistake. */
export const TAKEN_BACK = "It was put on record by mistake.";

/** Lets facts hold again that were taken back with the decision about their drafts. */
export async function restoreTakenBack(editing: Editing, facts: readonly NodeResult[]): Promise<void> {
  for (const fact of facts) {
    if (fact.type === "Person") continue;
    const { columns } = await factNamed(editing.readers, fact, "drafts");
    const withdrawn = await standingWithdrawal(editing.tx, columns);
    if (withdrawn?.reason === TAKEN_BACK)
      await liftWithdrawal(editing, { correction: { type: "Correction", key: withdrawn.key } });
  }
}

/** What the log has of a draft. */
const Logged = z.array(z.object({ row: z.object({ factKey: z.string().nullish() }).nullable() }));

/** Entries of the log about one draft that are looked at. */
const MOST_ENTRIES = 100;

/** Whether a draft that waits was accepted before: what it became is still there, withdrawn, and is what it would be again. */
export async function wasOnRecord(readers: Pick<Readers, "changes">, draft: string): Promise<boolean> {
  return (await keyBefore(readers, draft)) !== undefined;
}

/**
 * What drafts of events that wait became when they were accepted before, by their keys. Withdrawn, it is like nothing any more:
 * that they are the same has to be said.
 */
export async function eventsBefore(
  readers: Readers,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, string>> {
  const before = new Map<string, string>();
  for (const { key, kind, state } of drafts) {
    const fact = kind === "EVENT" && state === "OPEN" ? await keyBefore(readers, key) : undefined;
    if (fact === undefined) continue;
    const [event] = await standing(readers.events.byKey([fact]), readers.events.byId);
    if (event) before.set(key, event.row.key);
  }
  return before;
}

/** The key of what a draft became last, by the log. */
async function keyBefore({ changes }: Pick<Readers, "changes">, draft: string): Promise<string | undefined> {
  const entries = await changes.about("Draft", [draft], 0, MOST_ENTRIES);
  const keys = entries.flatMap(({ after }) => {
    const rows = Logged.safeParse(after);
    return rows.success ? rows.data.flatMap(({ row }) => row?.factKey ?? []) : [];
  });
  return keys.at(-1);
}
