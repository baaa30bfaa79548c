import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Viewer } from "../domain/access.ts";
import { DatelineError } from "../domain/errors.ts";
import { StoryProblems } from "../ingest/problems.ts";
import type { Author, LoggedNode } from "../store/change-log.ts";
import type { Engine } from "../store/engine.ts";
import { type WritableStore, within } from "../store/nested.ts";
import type { Store } from "../store/open.ts";
import type { Readers } from "../store/readers.ts";
import { InvalidInput, KeyReused, refuseInput, StaleRevision } from "./refusals.ts";
import { nodesBehind, revisionOf } from "./revision.ts";

/** Who edits, where, and what they may use. */
export interface Editor {
  readonly viewer: Viewer;
  readonly store: Pick<Store, "write">;
  readonly now: Date;
}

/** An edit while it is done: all within one transaction. */
export interface Editing {
  readonly tx: Engine;
  readonly readers: Readers;
  /** The same as a store, for what writes to one: everything is part of the transaction. */
  readonly store: WritableStore;
  readonly author: Author;
  /**
   * Refuses where a thing was changed after its editor saw it.
   *
   * @param expected the position in the log that they saw; undefined: they do not mind
   * @param path where in the input they say so
   * @throws StaleRevision
   */
  expect(
    node: LoggedNode,
    expected: number | undefined,
    ...path: readonly (string | number)[]
  ): Promise<void>;
}

/** A mutation with what it was sent with. */
export interface Edit<Result> {
  readonly mutation: string;
  /** What tells this sending from every other of the same editor. */
  readonly idempotencyKey: string;
  readonly input: unknown;
  /** What the mutation answers, as it is kept. */
  readonly result: z.ZodType<Result>;
}

/** What was done, and whether that was when it was sent before. */
export interface Edited<Result> {
  readonly result: Result;
  readonly replayed: boolean;
}

/**
 * Does an edit in one transaction, once: sent again with the same idempotency key, it answers what it answered before.
 *
 * @param prepare what takes its time and writes nothing, such as fetching: done before the transaction, unless the edit was
 * @throws InvalidInput, StaleRevision, KeyReused; nothing is then written
 */
export async function runEdit<Result, Prepared = undefined>(
  { viewer, store, now }: Editor,
  { mutation, idempotencyKey, input, result: shape }: Edit<Result>,
  work: (editing: Editing, prepared: Prepared | undefined) => Promise<Result>,
  prepare?: () => Promise<Prepared>,
): Promise<Edited<Result>> {
  const inputDigest = createHash("sha256")
    .update(JSON.stringify([mutation, input]))
    .digest("hex");
  const doneBefore = async ({ db, tables: { edit } }: Engine): Promise<Edited<Result> | null> => {
    const once = and(eq(edit.accessKey, viewer.key), eq(edit.idempotencyKey, idempotencyKey));
    const [before] = await db.select().from(edit).where(once);
    if (before === undefined) return null;
    if (before.inputDigest !== inputDigest) throw new KeyReused(before.mutation, before.at);
    return { result: shape.parse(before.result), replayed: true };
  };
  try {
    const before = prepare && (await store.write(doneBefore));
    if (before) return before;
    const prepared = await prepare?.();
    return await store.write(async (tx, readers) => {
      const meanwhile = await doneBefore(tx);
      if (meanwhile !== null) return meanwhile;
      const author = { at: now, actor: viewer.name };
      const editing: Editing = {
        tx,
        readers,
        store: within(tx, readers),
        author,
        expect: (node, expected, ...path) => refuseStale(readers, node, expected, path),
      };
      const result = await work(editing, prepared);
      await tx.db
        .insert(tx.tables.edit)
        .values({ accessKey: viewer.key, idempotencyKey, mutation, inputDigest, result, at: now });
      return { result, replayed: false };
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

async function refuseStale(
  readers: Readers,
  node: LoggedNode,
  expected: number | undefined,
  path: readonly (string | number)[],
): Promise<void> {
  if (expected === undefined) return;
  if (expected > (await readers.changes.last())) {
    // As where a copy of the record was put back: what its editor saw is not what is here.
    refuseInput(
      "There is no such revision on record. Look at the thing again, and give its `recordRevision`.",
      ...path,
    );
  }
  const changes = [];
  for (const { type, keys } of await nodesBehind(readers, node)) {
    changes.push(...(await readers.changes.about(type, keys, expected, MOST_CHANGES)));
  }
  const inOrder = changes.sort((a, b) => a.position - b.position);
  if (inOrder.length === 0) return;
  const current = await revisionOf(readers, node);
  throw new StaleRevision(["input", ...path.map(String)], current, inOrder);
}

/** Changes that a refusal tells of, at most. */
const MOST_CHANGES = 20;

/** Errors whose cause is not what was given. */
const NOT_OF_INPUT: ReadonlySet<string> = new Set(["BUSY", "UNAVAILABLE", "TIMEOUT", "TOO_SLOW"]);

/** What lower layers say of what they were given, as an issue with what was given here. */
function asRefusal(error: unknown): unknown {
  if (error instanceof InvalidInput || error instanceof StaleRevision || error instanceof KeyReused)
    return error;
  if (error instanceof StoryProblems) {
    const problems = new Map(error.problems.map((one) => [`${one.at} ${one.message}`, one]));
    return new InvalidInput(
      [...problems.values()].map(({ at, message }) => ({ path: at.split("."), message })),
    );
  }
  if (!(error instanceof DatelineError) || NOT_OF_INPUT.has(error.code)) return error;
  return new InvalidInput([{ path: ["input"], message: error.message }]);
}

/**
 * Checks what was given.
 *
 * @throws InvalidInput with every problem
 */
export function parseInput<Output>(shape: z.ZodType<Output>, input: unknown): Output {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => ({ path: ["input", ...path.map(String)], message })),
  );
}

/** Refuses what names nothing on record. */
export function found<T>(
  thing: T | null | undefined,
  what: string,
  ...path: readonly (string | number)[]
): T {
  return thing ?? refuseInput(`There is no such ${what} on record.`, ...path);
}
