import { readFile } from "node:fs/promises";
import { z } from "zod";
import { decodeUtf8 } from "./folder.ts";
import { type JsonLines, type JsonPath, locateJson } from "./json-lines.ts";
import type { DocumentSource, Problem, Sources } from "./source.ts";

const APOLLO_FORMAT = "apollo-persisted-query-manifest";

const ApolloManifest = z.object({
  format: z.literal(APOLLO_FORMAT),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      body: z.string(),
      name: z.string().optional(),
      type: z.enum(["query", "mutation", "subscription"]).optional(),
    }),
  ),
});

const DocumentMap = z.record(z.string().min(1), z.string());

/**
 * Reads a JSON manifest of documents with their ids: Apollo's (`generate-persisted-query-manifest`), or an object of
 * documents by id, such as the `persisted_queries.json` of Relay's compiler. Ids are taken as they stand.
 */
export async function readManifest(file: string): Promise<Sources> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return refused(file, 1, "the file cannot be read");
  const text = decodeUtf8(bytes);
  if (text === undefined) return refused(file, 1, "the file is not UTF-8 text");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(file, lineOfSyntaxError(error.message, text), `the file is not JSON: ${error.message}`);
  }
  const lines = locateJson(text);
  const problems: Problem[] = lines.duplicates.map(({ name, line, firstLine }) => ({
    at: `${file}:${line}`,
    message: `${JSON.stringify(name)} is in line ${firstLine} already; ids are unique`,
  }));
  const read = looksLikeApollo(json) ? fromApollo(json, file, lines) : fromMap(json, file, lines);
  return { sources: read.sources, problems: [...problems, ...read.problems] };
}

/** An object that is not a map of documents by id, and has a member of Apollo's manifest. */
function looksLikeApollo(json: unknown): boolean {
  if (typeof json !== "object" || json === null || DocumentMap.safeParse(json).success) return false;
  return "format" in json || "operations" in json;
}

function fromApollo(json: unknown, file: string, lines: JsonLines): Sources {
  const manifest = ApolloManifest.safeParse(json);
  if (!manifest.success) {
    return invalid(
      manifest.error,
      `a manifest with "format": "${APOLLO_FORMAT}" and "version": 1`,
      file,
      lines,
    );
  }
  return {
    sources: manifest.data.operations.map(({ id, body, name, type }, index) =>
      entry(id, body, file, lines.lineOf(["operations", index]), { name, type }),
    ),
    problems: [],
  };
}

function fromMap(json: unknown, file: string, lines: JsonLines): Sources {
  const map = DocumentMap.safeParse(json);
  if (!map.success)
    return invalid(map.error, "an object of documents by id, or Apollo's manifest", file, lines);
  return {
    sources: Object.entries(map.data).map(([id, text]) => entry(id, text, file, lines.lineOf([id]))),
    problems: [],
  };
}

function entry(
  id: string,
  text: string,
  file: string,
  line: number,
  declared: DocumentSource["declared"] = {},
): DocumentSource {
  const at = (inDocument: number) =>
    `${file}:${line}: ${JSON.stringify(id)}${inDocument > 1 ? `, line ${inDocument} of its document` : ""}`;
  return { id, text, namesAreIds: false, at, declared };
}

function invalid(error: z.ZodError, expected: string, file: string, lines: JsonLines): Sources {
  const problems = error.issues.map(({ path, message }) => {
    const known: JsonPath = path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const where = known.length === 0 ? "" : `${known.join(".")}: `;
    return { at: `${file}:${lines.lineOf(known)}`, message: `${where}${message}; expected ${expected}` };
  });
  return { sources: [], problems };
}

function refused(file: string, line: number, message: string): Sources {
  return { sources: [], problems: [{ at: `${file}:${line}`, message }] };
}

/** Node says the position of most syntax errors; where it does not, the text has ended too early or is short. */
function lineOfSyntaxError(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined && !message.includes("end of JSON")) return 1;
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}
