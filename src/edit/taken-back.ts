import { z } from "zod";
import type { Readers } from "../store/readers.ts";
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
export async function wasOnRecord({ changes }: Pick<Readers, "changes">, draft: string): Promise<boolean> {
  const entries = await changes.about("Draft", [draft], 0, MOST_ENTRIES);
  return entries.some(({ after }) => {
    const rows = Logged.safeParse(after);
    return rows.success && rows.data.some(({ row }) => typeof row?.factKey === "string");
  });
}
