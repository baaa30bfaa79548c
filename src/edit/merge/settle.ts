import { and, eq, getTableColumns, getTableName, or, type SQL } from "drizzle-orm";
import { groupBy } from "../../domain/group-by.ts";
import { keyOfRows, nameOfRow } from "../../store/reference-homes.ts";
import type { AnyColumn } from "../../store/schema/columns-sqlite.ts";
import { Homes } from "./homes.ts";
import { type ReferringTable, referringTables } from "./references.ts";
import { settleEvidence } from "./settle-evidence.ts";
import { settleTopics } from "./settle-topics.ts";
import { settleWithdrawals } from "./settle-withdrawals.ts";
import type { Settling } from "./settling.ts";

type Row = Record<string, unknown>;

/**
 * Brings all references to things to what these stand for, given the merges that hold. What comes out depends on these and on
 * where references were before any merge, not on the order in which merges were made and undone.
 */
export async function settle(settling: Settling): Promise<void> {
  for (const spec of referringTables(settling.tx.tables)) {
    if (Object.values(spec.references).includes(settling.type)) await settleTable(settling, spec);
  }
  if (settling.type === "event") {
    await settleEvidence(settling, { own: settling.members });
    await settleTopics(settling);
  }
  await settleWithdrawals(settling);
}

/** A row with what its references were before merges, and would be by those that hold. */
interface Placed {
  readonly row: Row;
  readonly name: string;
  readonly home: Row;
  readonly wanted: Row;
}

async function settleTable(settling: Settling, spec: ReferringTable): Promise<void> {
  const { tx, type, members } = settling;
  const columns = new Map<string, AnyColumn>(Object.entries(getTableColumns(spec.table)));
  const column = (name: string): AnyColumn => {
    const found = columns.get(name);
    if (found === undefined) throw new Error(`${spec.name} has no ${name}.`);
    return found;
  };
  const referring = Object.keys(spec.references).filter((name) => spec.references[name] === type);
  const homes = await Homes.of(tx, spec.name);
  // Those that name nothing now are found by what they named before.
  const silent = spec.nothing === undefined ? [] : homes.rowsFrom(members);
  const rows: Row[] = await tx.db
    .select()
    .from(spec.table)
    .where(
      or(
        ...referring.map((name) => tx.oneOf(column(name), [...members])),
        silent.length === 0 ? undefined : tx.oneOf(column("id"), silent),
      ),
    );
  if (rows.length === 0) return;
  const placed = rows.map((row) => place(settling, spec, homes, row));
  const stands = standIns(spec, placed);
  const moves = placed.map((one) => {
    const isSilent = stands.get(one) === one && spec.nothing !== undefined;
    return { one, to: isSilent ? { ...spec.nothing } : stands.has(one) ? one.home : one.wanted };
  });
  // By way of their homes, where nothing else ever is: some may be where others go.
  for (const { one, to } of moves) {
    if (differ(one.row, to) && differ(one.row, one.home)) await put(settling, spec, one, one.home, column);
  }
  for (const { one, to } of moves) await move(settling, spec, homes, one, to, column);
  if (spec.evidence !== undefined) {
    const of = new Map(
      placed.map((one) => [Number(one.row["id"]), Number((stands.get(one) ?? one).row["id"])]),
    );
    await settleEvidence(settling, { column: spec.evidence, standsFor: of });
  }
}

function place({ roots }: Settling, spec: ReferringTable, homes: Homes, row: Row): Placed {
  const name = nameOfRow(spec.name, row);
  const home: Row = {};
  const wanted: Row = {};
  for (const [property, type] of Object.entries(spec.references)) {
    const current = row[property];
    const before = homes.get(name, property, typeof current === "number" ? current : null);
    home[property] = before;
    wanted[property] = before === null ? null : (roots[type].get(before) ?? before);
  }
  return { row, name, home, wanted };
}

/** The rows that stay where they were, each with the one that says the same in their place; itself where it says nothing. */
function standIns(spec: ReferringTable, placed: readonly Placed[]): Map<Placed, Placed> {
  const stands = new Map<Placed, Placed>();
  const { sameness, saysNothing } = spec;
  const isHome = (one: Placed) => JSON.stringify(one.home) === JSON.stringify(one.wanted);
  for (const one of placed) {
    if (!isHome(one) && saysNothing?.({ ...one.row, ...one.wanted })) stands.set(one, one);
  }
  if (sameness === undefined) return stands;
  const speaking = placed.filter((one) => !stands.has(one));
  for (const same of groupBy(speaking, (one) =>
    JSON.stringify(sameness({ ...one.row, ...one.wanted })),
  ).values()) {
    const first = same.find(isHome) ?? [...same].sort(byRow)[0];
    for (const one of same) {
      if (first !== undefined && one !== first && !isHome(one)) stands.set(one, first);
    }
  }
  return stands;
}

function byRow(a: Placed, b: Placed): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}

/** Whether references are others than those of a row. */
function differ(row: Row, references: Row): boolean {
  return Object.entries(references).some(([property, value]) => row[property] !== value);
}

/** Writes the references of a row. */
async function put(
  { tx }: Settling,
  spec: ReferringTable,
  { row }: Placed,
  references: Row,
  column: (name: string) => AnyColumn,
): Promise<void> {
  const same: SQL[] = keyOfRows(spec.name).map((property) => eq(column(property), row[property]));
  await tx.db
    .update(spec.table)
    .set(references)
    .where(and(...same));
}

async function move(
  settling: Settling,
  spec: ReferringTable,
  homes: Homes,
  one: Placed,
  to: Row,
  column: (name: string) => AnyColumn,
): Promise<void> {
  const { journal, node } = settling;
  const { row, name, home } = one;
  touch(settling, spec, row);
  if (differ(row, to)) {
    touch(settling, spec, { ...row, ...to });
    await put(settling, spec, one, to, column);
    journal.note(node, {
      table: getTableName(spec.table),
      before: row,
      after: { ...row, ...to },
      isNode: false,
    });
  }
  for (const property of Object.keys(to)) {
    await homes.set(name, property, numberOf(home[property]), numberOf(to[property]));
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** Takes note of whose entries in the indexes hang on a row. */
function touch({ touched }: Settling, { name }: ReferringTable, row: Row): void {
  const add = (set: Set<number>, property: string) => {
    const id = row[property];
    if (typeof id === "number") set.add(id);
  };
  if (name === "event") add(touched.events, "id");
  if (name === "place") add(touched.places, "id");
  if (name === "quote") add(touched.quotes, "id");
  add(touched.events, "eventId");
  add(touched.quotes, "quoteId");
  add(touched.articles, "articleId");
  if (name === "role") add(touched.agents, "agentId");
}
