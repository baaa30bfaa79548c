import { readFile, writeFile } from "node:fs/promises";
import { DatelineError } from "../domain/errors.ts";
import { printedSchema } from "../graphql/schema.ts";

/** What to do with the schema: print it, write it to a file, or compare it with one. */
export interface SchemaOptions {
  readonly out?: string | undefined;
  readonly check?: string | undefined;
}

/** Prints the GraphQL schema. */
export async function schemaCommand({ out, check }: SchemaOptions): Promise<void> {
  const printed = printedSchema();
  if (out !== undefined) return writeFile(out, printed);
  if (check === undefined) {
    process.stdout.write(printed);
    return;
  }
  const known = await readFile(check, "utf8").catch(() => "");
  if (known !== printed) {
    throw new DatelineError(
      "SCHEMA_DRIFT",
      `${check} is not the schema of this program; write it again with --out.`,
    );
  }
  process.stdout.write(`${check} is the schema of this program.\n`);
}
