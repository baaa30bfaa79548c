import { z } from "zod";
import { refuse } from "../problems.ts";
import type { InputDocument } from "../reading.ts";
import { textOf } from "./text.ts";

/** The value of a document in JSON. */
export function jsonOf(document: InputDocument): unknown {
  const text = textOf(document);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0);
    const line = text.slice(0, position).split("\n").length;
    return refuse(`${document.name}:${line}`, `not JSON: ${error.message}`);
  }
}

/** A group of fields; undefined for anything else. */
export function asGroup(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  return isGroup ? Group.parse(value) : undefined;
}

const Group = z.record(z.string(), z.unknown());

/** A text, also where a number stands for one; undefined for what is empty or not there. */
export const looseText = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string()
    .transform((text) => (text.trim() === "" ? undefined : text))
    .nullish()
    .transform((text) => text ?? undefined),
);

/** What a schema found wrong, with the way to the first of it. */
export function firstProblem(error: z.ZodError): { readonly path: string; readonly message: string } {
  const [issue] = error.issues;
  return { path: (issue?.path ?? []).map(String).join("."), message: issue?.message ?? "cannot be read" };
}
