import { randomUUID } from "node:crypto";
import { graphql } from "graphql";
import { z } from "zod";
import type { Viewer } from "../../src/domain/access.ts";
import type { ContextOptions } from "../../src/graphql/context.ts";
import { createContext } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import type { Store } from "../../src/store/open.ts";
import { EDITOR } from "./graphql.ts";

const NOW = new Date("2026-11-24T12:00:00Z");

/** Who sends a mutation, when, and on what server. */
export interface Sending extends ContextOptions {
  readonly viewer?: Viewer | null;
  readonly now?: Date;
}

/** Runs an operation on a store that may be written to, as an editor unless told otherwise. */
export async function send(
  store: Store,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  { viewer = EDITOR, now = NOW, ...options }: Sending = {},
) {
  const contextValue = createContext(store, () => now, { viewer }, options);
  const result = await graphql({ schema, source, variableValues, contextValue });
  const plain: unknown = JSON.parse(JSON.stringify(result));
  return Result.parse(plain);
}

const Result = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/** What a mutation answers. */
export type Answer = z.output<typeof Answer>;
const Answer = z.looseObject({
  __typename: z.string(),
  message: z.string().optional(),
  issues: z.array(z.object({ path: z.array(z.string()), message: z.string() })).optional(),
});

/** The source of a mutation that takes one input. */
export function mutationOf(name: string, selection = ""): string {
  const input = schema.getMutationType()?.getFields()[name]?.args[0]?.type;
  if (input === undefined) throw new Error(`There is no mutation ${name}.`);
  return `mutation ($input: ${input}) { ${name}(input: $input) {
    __typename ${selection}
    ... on InvalidInput { message issues { path message } }
    ... on StaleRevision { message path currentRevision changes { actor action before after } }
    ... on IdempotencyKeyReused { message path }
  } }`;
}

/** Sends a mutation, with an idempotency key of its own unless the input has one. */
export async function mutate(
  store: Store,
  name: string,
  input: Readonly<Record<string, unknown>>,
  selection = "",
  sending: Sending = {},
): Promise<Answer> {
  const given = { idempotencyKey: randomUUID(), ...input };
  const { data, errors } = await send(store, mutationOf(name, selection), { input: given }, sending);
  if (errors?.[0]) throw new Error(errors[0].message);
  return Answer.parse(data?.[name]);
}
