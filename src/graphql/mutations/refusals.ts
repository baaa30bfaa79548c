import { encodeChangeCursor } from "../../domain/change-cursor.ts";
import { InvalidInput, type Issue, KeyReused, StaleRevision } from "../../edit/refusals.ts";
import { builder } from "../builder.ts";
import { LogEntryRef } from "../types/log.ts";

/** Why a mutation was refused, as an answer: GraphQL takes an error by itself for a failure. */
export interface Refused<Refusal extends InvalidInput | StaleRevision | KeyReused> {
  readonly refusal: Refusal;
}

/** Any of these. */
export type AnyRefused = Refused<InvalidInput> | Refused<StaleRevision> | Refused<KeyReused>;

const MutationError = builder.interfaceRef<AnyRefused>("MutationError").implement({
  description: "Why a mutation was refused. Nothing was written.",
  fields: (t) => ({
    message: t.string({
      description: "What was wrong, and what to do about it.",
      resolve: ({ refusal }) => refusal.message,
    }),
    path: t.stringList({
      description: "Where it is in what was sent, from `input` on.",
      resolve: ({ refusal }) => [
        ...(refusal instanceof InvalidInput ? (refusal.issues[0]?.path ?? []) : refusal.path),
      ],
    }),
  }),
});

const IssueType = builder.objectRef<Issue>("Issue").implement({
  description: "Something in what was sent that has to be mended.",
  fields: (t) => ({
    path: t.stringList({
      description: "Where it is, from `input` on: `input`, `evidence`, `0`, `exact`.",
      resolve: ({ path }) => [...path],
    }),
    message: t.exposeString("message", { description: "What is wrong, and what to do about it." }),
  }),
});

const InvalidInputType = builder.objectRef<Refused<InvalidInput>>("InvalidInput").implement({
  description: "What was sent cannot be done as it is.",
  interfaces: [MutationError],
  fields: (t) => ({
    issues: t.field({
      type: [IssueType],
      description: "Everything that has to be mended.",
      resolve: ({ refusal }) => [...refusal.issues],
    }),
  }),
});

const StaleRevisionType = builder.objectRef<Refused<StaleRevision>>("StaleRevision").implement({
  description: "What was to be changed was changed by somebody else meanwhile.",
  interfaces: [MutationError],
  fields: (t) => ({
    currentRevision: t.string({
      description: "What to give as `expectedRevision` to change it as it is now.",
      resolve: ({ refusal }) => encodeChangeCursor(refusal.current),
    }),
    changes: t.field({
      type: [LogEntryRef],
      description: "What was done to it meanwhile, oldest first; the first 20.",
      resolve: ({ refusal }) => [...refusal.changes],
    }),
  }),
});

const KeyReusedType = builder.objectRef<Refused<KeyReused>>("IdempotencyKeyReused").implement({
  description: "The idempotency key was sent before, with something else to do.",
  interfaces: [MutationError],
});

/** The types of refusals. */
export const REFUSALS = [InvalidInputType, StaleRevisionType, KeyReusedType] as const;

/** The name of the type of a refusal; null for what is none. */
export function refusalName(value: unknown): string | null {
  const refusal = typeof value === "object" && value !== null && "refusal" in value ? value.refusal : null;
  if (refusal instanceof InvalidInput) return "InvalidInput";
  if (refusal instanceof StaleRevision) return "StaleRevision";
  return refusal instanceof KeyReused ? "IdempotencyKeyReused" : null;
}

/** An error as an answer; null where it is no refusal. */
export function refused(error: unknown): AnyRefused | null {
  if (error instanceof InvalidInput) return { refusal: error };
  if (error instanceof StaleRevision) return { refusal: error };
  return error instanceof KeyReused ? { refusal: error } : null;
}
