import { and, eq } from "drizzle-orm";
import { foldedName } from "../domain/folded-name.ts";
import { TIMELINE_KINDS } from "../domain/model.ts";
import { SUBJECT_TYPES, type SubjectType } from "../domain/timeline.ts";
import type { Engine } from "./engine.ts";
import type { Readers } from "./readers.ts";
import { slices } from "./row-numbers.ts";
import type { NameType } from "./schema/drafts.ts";

/**
 * The drafts whose place on timelines hangs on articles, agents and places: those of the articles, those that name the
 * agents and places as they are called now, and those that did by what they were called before.
 */
export async function draftsOn(
  tx: Engine,
  readers: Readers,
  changed: {
    readonly articles: Iterable<number>;
    readonly agents: Iterable<number>;
    readonly places: Iterable<number>;
  },
): Promise<Set<number>> {
  const { draft } = tx.tables;
  const drafts = new Set<number>();
  const [any] = await tx.db.select({ id: draft.id }).from(draft).limit(1);
  if (any === undefined) return drafts;
  for (const ids of slices(changed.articles)) {
    const found = await tx.db.select({ id: draft.id }).from(draft).where(tx.oneOf(draft.articleId, ids));
    for (const { id } of found) drafts.add(id);
  }
  for (const ids of slices(changed.agents)) {
    const aliases = await readers.agents.aliases(ids);
    const agents = await readers.agents.byId(ids);
    for (const type of ["PERSON", "ORGANIZATION"] as const) {
      const own = agents.filter((agent) => agent.type === type);
      const numbers = new Set(own.map((agent) => agent.id));
      const others = aliases.filter((row) => numbers.has(row.agentId)).map((row) => row.alias);
      await addNaming(tx, type, [...own.map((agent) => agent.name), ...others], drafts);
    }
    await addPlacedWith(tx, "AGENT", ids, drafts);
  }
  for (const ids of slices(changed.places)) {
    const names = (await readers.places.byId(ids)).map((place) => place.name);
    await addNaming(tx, "PLACE", names, drafts);
    await addPlacedWith(tx, "PLACE", ids, drafts);
  }
  return drafts;
}

async function addNaming(tx: Engine, type: NameType, names: readonly string[], drafts: Set<number>) {
  const { draftName } = tx.tables;
  if (names.length === 0) return;
  const found = await tx.db
    .select({ id: draftName.draftId })
    .from(draftName)
    .where(and(eq(draftName.type, type), tx.oneOf(draftName.name, names.map(foldedName))));
  for (const { id } of found) drafts.add(id);
}

async function addPlacedWith(tx: Engine, type: SubjectType, ids: readonly number[], drafts: Set<number>) {
  const { timeline } = tx.tables;
  const found = await tx.db
    .select({ id: timeline.entryId })
    .from(timeline)
    .where(
      and(
        eq(timeline.subjectType, SUBJECT_TYPES.indexOf(type)),
        tx.oneOf(timeline.subjectId, ids),
        eq(timeline.kind, TIMELINE_KINDS.indexOf("DRAFT")),
      ),
    );
  for (const { id } of found) drafts.add(id);
}
