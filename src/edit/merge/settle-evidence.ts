import { eq } from "drizzle-orm";
import type { Engine } from "../../store/engine.ts";
import { slices } from "../../store/row-numbers.ts";
import { Homes } from "./homes.ts";
import type { Settling } from "./settling.ts";

/** Which evidence: of parts, with the part that stands for each; or the own evidence of events. */
type Which =
  | {
      readonly column: "changeId" | "participationId" | "relationId" | "roleId";
      readonly standsFor: ReadonlyMap<number, number>;
    }
  | { readonly own: ReadonlySet<number> };

/** Brings evidence to the fact that stands for the one it was given for, and to that fact's event. */
export async function settleEvidence(settling: Settling, which: Which): Promise<void> {
  const { tx, roots, touched, journal, node } = settling;
  const { evidence } = tx.tables;
  const homes = await Homes.of(tx, "evidence");
  const column = "own" in which ? "eventId" : which.column;
  const ids = "own" in which ? which.own : which.standsFor.keys();
  for (const slice of slices(ids)) {
    const rows = await tx.db.select().from(evidence).where(tx.oneOf(evidence[column], slice));
    for (const row of rows) {
      const name = String(row.id);
      const part = row.changeId ?? row.participationId ?? row.relationId ?? row.roleId;
      if ("own" in which && part !== null) continue;
      const before = homes.get(name, column, row[column]);
      if (before === null) continue;
      const next =
        "own" in which ? (roots.event.get(before) ?? before) : (which.standsFor.get(before) ?? before);
      const values: { eventId: number | null } & Partial<typeof row> = { eventId: row.eventId };
      values[column] = next;
      if (!("own" in which) && which.column !== "roleId") {
        values.eventId = await eventOf(tx, which.column, next);
      }
      const homeEvent = homes.get(name, "eventId", row.eventId);
      if (values.eventId !== row.eventId || row[column] !== next) {
        await tx.db.update(evidence).set(values).where(eq(evidence.id, row.id));
        journal.note(node, { table: "evidence", before: row, after: { ...row, ...values }, isNode: false });
      }
      await homes.set(name, column, before, next);
      if (column !== "eventId") await homes.set(name, "eventId", homeEvent, values.eventId);
      if (row.eventId !== null) touched.events.add(row.eventId);
      if (values.eventId !== null) touched.events.add(values.eventId);
      touched.articles.add(row.articleId);
    }
  }
}

/** The event that a part belongs to by now. */
async function eventOf(
  tx: Engine,
  column: "changeId" | "participationId" | "relationId",
  id: number,
): Promise<number> {
  const { statusChange, participation, eventRelation } = tx.tables;
  const table = { changeId: statusChange, participationId: participation, relationId: eventRelation }[column];
  const [row] = await tx.db.select({ eventId: table.eventId }).from(table).where(eq(table.id, id));
  if (row === undefined) throw new Error(`There is no row ${id} that evidence is of.`);
  return row.eventId;
}
