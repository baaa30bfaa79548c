import { eq } from "drizzle-orm";
import { Homes } from "./homes.ts";
import type { Settling } from "./settling.ts";

/** The columns that say which fact evidence is about, and which a withdrawal takes back. */
const FACT = ["eventId", "changeId", "participationId", "relationId", "quoteId", "roleId"] as const;

/**
 * Lets evidence hold again that was taken back only since a merge, which does not hold any more, had brought it to a fact that is
 * withdrawn. What was withdrawn where it belongs stays so, wherever merges bring it.
 */
export async function settleWithdrawals({ tx, journal, node, touched }: Settling): Promise<void> {
  const { evidence, withdrawal } = tx.tables;
  const homes = await Homes.of(tx, "evidence");
  const rows = await tx.db
    .select({ piece: evidence, withdrawal })
    .from(evidence)
    .innerJoin(withdrawal, eq(withdrawal.id, evidence.withdrawalId));
  for (const { piece, withdrawal: of } of rows) {
    const isOf = FACT.every((column) => {
      const home = homes.get(String(piece.id), column, piece[column]);
      return of[column] === null || of[column] === piece[column] || of[column] === home;
    });
    if (isOf) continue;
    const after = { ...piece, withdrawalId: null };
    await tx.db.update(evidence).set({ withdrawalId: null }).where(eq(evidence.id, piece.id));
    journal.note(node, { table: "evidence", before: piece, after, isNode: false });
    if (piece.eventId !== null) touched.events.add(piece.eventId);
    if (piece.quoteId !== null) touched.quotes.add(piece.quoteId);
    touched.articles.add(piece.articleId);
  }
}
