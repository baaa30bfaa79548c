import type { z } from "zod";
import type { Problem } from "../../problems.ts";
import { didYouMean } from "./nearest.ts";
import type { Path, SourceFile } from "./source-file.ts";

const WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a group of fields",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What a schema found wrong in a file, with its lines. The parse has to report inputs. */
export function schemaProblems(error: z.ZodError, file: SourceFile): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code !== "unrecognized_keys") {
      return [{ at: file.at(issue.path), message: labelled(issue.path, describe(issue)) }];
    }
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => {
      const path = [...issue.path, key];
      return { at: file.at(path), message: labelled(path, messages[index] ?? "is not known here") };
    });
  });
}

/** Begins with the name of the field, or of the list it is an entry of. */
function labelled(path: Path, message: string): string {
  const name = path.findLast((step) => typeof step === "string");
  if (name === undefined) return message;
  return /^(is|has) /.test(message) ? `\`${name}\` ${message}` : `\`${name}\`: ${message}`;
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    const written = typeof issue.input === "string" ? issue.input : undefined;
    if (issue.input === undefined) return `is missing; write one of ${allowed.join(", ")}`;
    const what = written === undefined ? `is ${kindOf(issue.input)}` : `is ${JSON.stringify(written)}`;
    return `${what}${didYouMean(written ?? "", allowed)}; write one of ${allowed.join(", ")}`;
  }
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return "is missing; add it";
    const expected = WORDS[issue.expected] ?? issue.expected;
    return `is ${kindOf(issue.input)}; write ${expected}`;
  }
  return issue.message;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "a text";
  return typeof value === "object" && value !== null ? "a group of fields" : String(value);
}
