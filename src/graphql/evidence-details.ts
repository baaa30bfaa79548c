import type { EvidenceDetails } from "../store/evidence.ts";
import type { Context } from "./context.ts";
import type { EvidenceView } from "./views.ts";

/** What is read of a piece of evidence only where it is asked for. */
export async function detailsOf(
  { record }: EvidenceView,
  { load }: Pick<Context, "load">,
): Promise<EvidenceDetails> {
  const details = await load.evidenceDetails.load(record.id);
  if (details === null) throw new Error("Evidence was taken off the record while it was read.");
  return details;
}
