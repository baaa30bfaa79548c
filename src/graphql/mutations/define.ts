import type { InputRef, ObjectRef } from "@pothos/core";
import { z } from "zod";
import { DatelineError } from "../../domain/errors.ts";
import { type Edited, type Editing, parseInput, runEdit } from "../../edit/run-edit.ts";
import { refuseUnstorable } from "../../edit/storable.ts";
import { builder, type SchemaTypes } from "../builder.ts";
import { type Context, renew } from "../context.ts";
import { notAllowed } from "../not-allowed.ts";
import { type AnyRefused, REFUSALS, refusalName, refused } from "./refusals.ts";

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** What every mutation takes. */
const Sent = z.looseObject({
  idempotencyKey: z.string().min(1, "It is empty.").max(200, "It is longer than 200 characters."),
});

/** What a mutation that was done is answered from. */
export type Payload<Result> = Edited<Result>;

/** What mutations with the same answer share: the answer, and the refusals that may come instead. */
export function answer<Result>(
  name: string,
  description: string,
  result: z.ZodType<Result>,
  payload: ObjectRef<Types, Payload<Result>>,
) {
  const union = builder.unionType(`${name}Result`, {
    description: `${description} Or why nothing was done.`,
    types: [payload, ...REFUSALS],
    resolveType: (value) => refusalName(value) ?? `${name}Payload`,
  });
  return { union, result };
}

/** A mutation: what it takes, checks and does. */
export interface MutationSpec<Input, Result, Prepared> {
  readonly description: string;
  readonly input: InputRef<object>;
  /** Checks what GraphQL cannot. */
  readonly shape: z.ZodType<Input>;
  readonly answer: ReturnType<typeof answer<Result>>;
  /** What is done before anything is written, such as fetching. */
  readonly prepare?: (input: Input, context: Context) => Promise<Prepared>;
  readonly work: (editing: Editing, input: Input, prepared: Prepared | undefined) => Promise<Result>;
}

/** Adds a mutation to the schema, for editors. */
export function editMutation<Input, Result, Prepared = never>(
  name: string,
  spec: MutationSpec<Input, Result, Prepared>,
): void {
  builder.mutationField(name, (t) =>
    t.field({
      type: spec.answer.union,
      authScopes: { editor: true },
      description: spec.description,
      args: { input: t.arg({ type: spec.input, required: true, description: "What to do." }) },
      resolve: (_mutation, args, context) => perform(name, spec, args["input"], context),
    }),
  );
}

async function perform<Input, Result, Prepared>(
  mutation: string,
  { shape, answer: { result }, prepare, work }: MutationSpec<Input, Result, Prepared>,
  given: unknown,
  context: Context,
): Promise<Payload<Result> | AnyRefused> {
  const { viewer, store } = context;
  if (viewer === null) throw notAllowed(viewer, `Mutation.${mutation}`);
  if (store.write === undefined) throw new DatelineError("UNAVAILABLE", "Nothing can be written here.");
  try {
    refuseUnstorable(given);
    const { idempotencyKey, ...input } = parseInput(Sent, given);
    const parsed = parseInput(shape, input);
    const editor = { viewer, store: { write: store.write }, now: context.now() };
    const done = await runEdit(
      editor,
      { mutation, idempotencyKey, input, result },
      (editing, prepared: Prepared | undefined) => work(editing, parsed, prepared),
      prepare && (() => prepare(parsed, context)),
    );
    renew(context);
    return done;
  } catch (error) {
    const refusal = refused(error);
    if (refusal === null) throw error;
    // Told with what is on record now.
    renew(context);
    return refusal;
  }
}
