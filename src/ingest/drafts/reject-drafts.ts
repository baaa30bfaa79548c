import { DatelineError } from "../../domain/errors.ts";
import { type Author, Journal } from "../../store/change-log.ts";
import type { Store } from "../../store/open.ts";
import { slices } from "../../store/row-numbers.ts";
import { updateDraftEntries } from "../../store/timeline-index.ts";
import { chosenDrafts, type DraftChoice } from "./choice.ts";
import { noteDraft } from "./note-draft.ts";

/**
 * Rejects drafts, in one transaction: they are not shown among what waits for a decision, nor drafted again. One that is
 * rejected stays as it is.
 *
 * @returns how many were rejected
 * @throws DatelineError INVALID_DRAFT for a key that no draft has, or several, and for a draft that was accepted;
 *   nothing is then written
 */
export async function rejectDrafts(
  store: Pick<Store, "write">,
  choice: DraftChoice,
  author: Author,
): Promise<number> {
  return store.write(async (tx, readers) => {
    const chosen = await chosenDrafts(readers, choice);
    const accepted = chosen.find((draft) => draft.state === "ACCEPTED");
    if (accepted) {
      throw new DatelineError(
        "INVALID_DRAFT",
        `The draft ${accepted.key} (${accepted.title}) was accepted: what it became is on record, and rejecting the draft would not take that away.`,
      );
    }
    const waiting = chosen.filter((draft) => draft.state === "OPEN");
    const open = waiting.map((draft) => draft.id);
    const { draft } = tx.tables;
    for (const ids of slices(open)) {
      await tx.db
        .update(draft)
        .set({ state: "REJECTED", decidedAt: author.at, decidedBy: author.actor })
        .where(tx.oneOf(draft.id, ids));
    }
    const journal = new Journal(author);
    for (const { key, title, state } of waiting)
      noteDraft(journal, key, { title, state }, { title, state: "REJECTED" });
    await journal.append(tx);
    await updateDraftEntries(tx, readers, open);
    return open.length;
  });
}
