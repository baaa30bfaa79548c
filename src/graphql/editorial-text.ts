import type { Day } from "../domain/day.ts";
import type { EditorialField } from "../store/schema/facts.ts";
import type { EditorialText } from "../store/topics.ts";

/** The version of an editor's text that had been written by the end of a day (null: the latest), or nothing. */
export function editorialText(
  versions: readonly EditorialText[],
  field: EditorialField,
  asOf: Day | null,
): string | null {
  const written = versions.filter((text) => text.field === field && (asOf === null || text.written <= asOf));
  return written.at(-1)?.text ?? null;
}
