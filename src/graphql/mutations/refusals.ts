import { encodeChangeCursor } from "../../domain/change-cursor.ts";
import { InvalidInput, type Issue, KeyReused, StaleRevision } from "../../edit/refusals.ts";
import { builder } from "../builder.ts";
import { LogEntryRef } from "../types/log.ts";

/** Why a mutation was refused. */
export type Refusal = InvalidInput | StaleRevision | KeyReused;

const MutationError = builder.interfaceRef<Refusal>("MutationError").implement({
  description: "Why a mutation was refused. Nothing was written.",
  fields: (t) => ({
    message: t.string({
      description: "What was wrong, and what to do about it.",
      resolve: ({ message }) => message,
    }),
    path: t.stringList({
      description: "Where it is in what was sent, from `input` on.",
      resolve: (refusal) => [...(refusal instanceof InvalidInput ? (refusal.issues[0]?.path ?? []) : refusal.path)],
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

builder.objectType(InvalidInput, {
  name: "InvalidInput",
  description: "What was sent cannot be done as it is.",
  interfaces: [MutationError],
  fields: (t) => ({
    issues: t.field({
      type: [IssueType],
      description: "Everything that has to be mended.",
      resolve: ({ issues }) => [...issues],
    }),
  }),
});

builder.objectType(StaleRevision, {
  name: "StaleRevision",
  description: "What was to be changed was changed by somebody else meanwhile.",
  interfaces: [MutationError],
  fields: (t) => ({
    currentRevision: t.string({
      description: "What to give as `expectedRevision` to change it as it is now.",
      resolve: ({ current }) => encodeChangeCursor(current),
    }),
    changes: t.field({
      type: [LogEntryRef],
      description: "What was done to it meanwhile, oldest first; the first 20.",
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

builder.objectType(KeyReused, {
  name: "IdempotencyKeyReused",
  description: "The idempotency key was sent before, with something else to do.",
  interfaces: [MutationError],
});

/** The types of refusals, by the errors that they are made of. */
export const REFUSALS = [InvalidInput, StaleRevision, KeyReused] as const;

/** The name of the type of a refusal; null for what is none. */
export function refusalName(value: unknown): string | null {
  if (value instanceof InvalidInput) return "InvalidInput";
  if (value instanceof StaleRevision) return "StaleRevision";
  return value instanceof KeyReused ? "IdempotencyKeyReused" : null;
}

/** Whether an error is told as an answer. */
export function isRefusal(error: unknown): error is Refusal {
  return refusalName(error) !== null;
}
