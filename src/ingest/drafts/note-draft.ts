import type { Journal } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";

/** What the log has of a draft: what was decided about it, and where that was changed what it proposes. */
type Shown = Partial<Pick<Draft, "state" | "title" | "payload" | "factKey">>;

/**
 * Notes in the log what an editor did about a draft, whether at the desk, by the API or on the command line. That drafts come and
 * go with drafting is not noted: nobody decides that, it says nothing of the record, and it can be done again.
 *
 * @param before null for a draft that an editor adds
 */
export function noteDraft(journal: Journal, key: string, before: Shown | null, after: Shown): void {
  journal.note({ type: "Draft", key }, { table: "draft", before, after, isNode: true });
}
