import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Application } from "../../ingest/apply/application.ts";
import { applyBeside } from "../../ingest/apply/apply-story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Engine } from "../../store/engine.ts";
import type { Tables } from "../../store/schema/tables.ts";
import { standing } from "../../store/standing.ts";
import { agentNamed } from "../entities.ts";
import { eventNamed } from "../events.ts";
import { newKey } from "../hand-story.ts";
import { NodeResult, node, revision } from "../inputs.ts";
import { refuseInput } from "../refusals.ts";
import { type Editing, found } from "../run-edit.ts";
import { componentOf, type MergeEdge, rootsOf } from "./forest.ts";
import type { ReferredTo } from "./references.ts";
import { settle } from "./settle.ts";
import type { Roots } from "./settling.ts";

/** What a merge, or its undoing, answers: the merge, and what both were merged into and from. */
export const MergeResult = z.object({ merge: z.string(), from: NodeResult, into: NodeResult });
export type MergeResult = z.output<typeof MergeResult>;

type Merge = Tables["merge"]["$inferSelect"];

/** A thing that may be merged. */
interface Mergeable {
  readonly id: number;
  readonly type: Merge["type"];
  readonly node: LoggedNode;
}

const TABLES = { PERSON: "agent", ORGANIZATION: "agent", PLACE: "place", EVENT: "event" } as const;
const NODES = { PERSON: "Person", ORGANIZATION: "Organization", PLACE: "Place", EVENT: "Event" } as const;

export const MergeThings = z.object({
  from: node,
  into: node,
  expectedRevision: revision,
  expectedRevisionOfInto: revision,
});

/**
 * Says that two things on record are one: all that is said of the one is said of the other from now on, and its ids and slugs
 * lead there.
 */
export async function mergeThings(
  editing: Editing,
  input: z.output<typeof MergeThings>,
): Promise<MergeResult> {
  const from = await mergeable(editing, input.from, "from");
  const into = await mergeable(editing, input.into, "into");
  if (from.type !== into.type) {
    return refuseInput(`A ${from.node.type} cannot be merged into a ${into.node.type}.`, "into");
  }
  if (from.id === into.id) return refuseInput("The two are one and the same on record already.", "into");
  await editing.expect(from.node, input.expectedRevision, "expectedRevision");
  await editing.expect(into.node, input.expectedRevisionOfInto, "expectedRevisionOfInto");
  const { tx, author } = editing;
  const merge = {
    key: newKey(),
    type: from.type,
    fromId: from.id,
    intoId: into.id,
    at: author.at,
    actor: author.actor,
  };
  await tx.db.insert(tx.tables.merge).values(merge);
  const members = componentOf(await edgesOf(tx, from.type), from.id);
  await resettle(editing, from.type, members, [from.node, into.node]);
  return { merge: merge.key, from: named(from.node), into: named(into.node) };
}

export const UndoMerge = z.object({ merge: node, expectedRevision: revision });

/** Parts what was merged: each has again what was said of it. What was said since of the two as one stays with the other. */
export async function undoMerge(
  editing: Editing,
  { merge: given, expectedRevision }: z.output<typeof UndoMerge>,
): Promise<MergeResult> {
  const { tx, author } = editing;
  const { merge } = tx.tables;
  const { key } = given;
  const [known] = given.type === "Merge" ? await tx.db.select().from(merge).where(eq(merge.key, key)) : [];
  const { id, type, fromId, intoId, undoneAt } = found(known, "merge", "merge");
  if (undoneAt !== null) {
    return refuseInput(`It was undone on ${undoneAt.toISOString().slice(0, 10)} already.`, "merge");
  }
  const edges = await edgesOf(tx, type);
  const together = await nodeOf(tx, type, rootsOf(edges).get(fromId) ?? fromId);
  await editing.expect(together, expectedRevision, "expectedRevision");
  const members = componentOf(edges, fromId);
  await tx.db.update(merge).set({ undoneAt: author.at, undoneBy: author.actor }).where(eq(merge.id, id));
  const from = await nodeOf(tx, type, fromId);
  const into = await nodeOf(tx, type, intoId);
  await resettle(editing, type, members, [from, into]);
  return { merge: key, from: named(from), into: named(into) };
}

/** Brings everything to what follows from the merges that hold now. */
async function resettle(
  editing: Editing,
  type: Merge["type"],
  members: ReadonlySet<number>,
  [from, into]: readonly [LoggedNode, LoggedNode],
): Promise<void> {
  await applyBeside(editing, editing.author, async (application) => {
    await point(application, type, members, from);
    const { tx, rows, changed } = application;
    const touched = {
      events: changed.events,
      quotes: changed.quotes,
      articles: changed.articles,
      agents: changed.agents,
      places: changed.places,
    };
    const referredTo = TABLES[type];
    for (const id of members) touched[`${referredTo}s`].add(id);
    const roots = await allRoots(tx);
    await settle({ tx, roots, type: referredTo, members, journal: rows.journal, node: into, touched });
  });
}

/** Writes what each of several things stands for. */
async function point(
  { tx, rows }: Application,
  type: Merge["type"],
  members: ReadonlySet<number>,
  node: LoggedNode,
): Promise<void> {
  const table = tx.tables[TABLES[type]];
  const roots = rootsOf(await edgesOf(tx, type));
  for (const id of members) {
    const mergedIntoId = roots.get(id) ?? null;
    const [before] = await tx.db
      .select({ id: table.id, mergedIntoId: table.mergedIntoId })
      .from(table)
      .where(eq(table.id, id));
    if (before === undefined || before.mergedIntoId === mergedIntoId) continue;
    await tx.db.update(table).set({ mergedIntoId }).where(eq(table.id, id));
    rows.journal.note(node, { table: TABLES[type], before, after: { id, mergedIntoId }, isNode: false });
  }
}

async function edgesOf(tx: Engine, type: Merge["type"]): Promise<MergeEdge[]> {
  const { merge } = tx.tables;
  return tx.db
    .select({ fromId: merge.fromId, intoId: merge.intoId })
    .from(merge)
    .where(and(eq(merge.type, type), isNull(merge.undoneAt)));
}

async function allRoots(tx: Engine): Promise<Roots> {
  const of = async (name: ReferredTo) => {
    const table = tx.tables[name];
    const rows = await tx.db
      .select({ id: table.id, root: table.mergedIntoId })
      .from(table)
      .where(isNotNull(table.mergedIntoId));
    return new Map(rows.map((row) => [row.id, row.root ?? row.id]));
  };
  return { agent: await of("agent"), place: await of("place"), event: await of("event") };
}

async function nodeOf(tx: Engine, type: Merge["type"], id: number): Promise<LoggedNode> {
  const table = tx.tables[TABLES[type]];
  const [row] = await tx.db.select({ key: table.key }).from(table).where(eq(table.id, id));
  if (row === undefined) throw new Error(`There is no ${type} ${id}, though it was merged.`);
  return { type: NODES[type], key: row.key };
}

async function mergeable(editing: Editing, given: z.output<typeof node>, path: string): Promise<Mergeable> {
  const { readers } = editing;
  switch (given.type) {
    case "Person":
    case "Organization": {
      const { id, type, key } = await agentNamed(editing, given, path);
      return { id, type, node: { type: NODES[type], key } };
    }
    case "Place": {
      const [one] = await standing(readers.places.byKey([given.key]), readers.places.byId);
      const { id, key } = found(one?.row, "place", path);
      return { id, type: "PLACE", node: { type: "Place", key } };
    }
    case "Event": {
      const { id, key } = await eventNamed(editing, given, path);
      return { id, type: "EVENT", node: { type: "Event", key } };
    }
    default:
      return refuseInput("People, organizations, places and events may be merged, each with its like.", path);
  }
}

function named({ type, key }: LoggedNode): NodeResult {
  return { type, key };
}
