import { stat } from "node:fs/promises";
import type { GraphQLSchema } from "graphql";
import { DatelineError } from "../../domain/errors.ts";
import { compileSources } from "./compile.ts";
import { DOCUMENT_FILE, readFolder } from "./folder.ts";
import { readManifest } from "./manifest.ts";
import type { PersistedOperations } from "./operation.ts";
import type { Problem, Sources } from "./source.ts";

const MAX_LISTED = 100;

/**
 * Reads the operations that clients may ask for by id: from a folder of documents (see {@link readFolder}) or from a
 * JSON manifest (see {@link readManifest}). Each is parsed and validated here, and not again later.
 *
 * @throws DatelineError INVALID_CONFIG that names file, line and reason of each problem
 */
export async function readPersistedOperations(
  path: string,
  schema: GraphQLSchema,
): Promise<PersistedOperations> {
  const read = await readSources(path);
  const { operations, problems } = compileSources(read.sources, schema);
  const all = [...read.problems, ...problems];
  if (all.length > 0) throw refusal(all);
  return operations;
}

async function readSources(path: string): Promise<Sources> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw unusable(path, "is not there, or may not be read");
  }
  if (found.isDirectory()) {
    const read = await readFolder(path);
    if (read.sources.length + read.problems.length === 0) {
      throw unusable(path, "holds no *.graphql or *.gql file");
    }
    return read;
  }
  if (DOCUMENT_FILE.test(path)) throw unusable(path, "is one document; name the folder that it is in");
  const read = await readManifest(path);
  if (read.sources.length + read.problems.length === 0) throw unusable(path, "holds no operation");
  return read;
}

function unusable(path: string, reason: string): DatelineError {
  return new DatelineError("INVALID_CONFIG", `PERSISTED_OPERATIONS: ${path} ${reason}.`);
}

function refusal(problems: readonly Problem[]): DatelineError {
  const listed = problems
    .slice(0, MAX_LISTED)
    .map(({ at, message }) => `${at}: ${message.replaceAll(/\s*\n\s*/g, " ")}`);
  const more = problems.length - listed.length;
  if (more > 0) listed.push(`and ${more} more`);
  return new DatelineError(
    "INVALID_CONFIG",
    ["PERSISTED_OPERATIONS: the server does not start before this is mended.", ...listed].join("\n"),
  );
}
