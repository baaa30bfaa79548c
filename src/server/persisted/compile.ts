import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import type { PersistedOperation, PersistedOperations } from "./operation.ts";
import type { DocumentSource, Problem } from "./source.ts";

/** Parses and validates documents and gathers them by id. What is registered is whole only without problems. */
export function compileSources(
  sources: readonly DocumentSource[],
  schema: GraphQLSchema,
): { readonly operations: PersistedOperations; readonly problems: readonly Problem[] } {
  const operations = new Map<string, PersistedOperation>();
  const problems: Problem[] = [];
  /** Where each id was given first. */
  const taken = new Map<string, string>();
  for (const source of sources) {
    const { id, text, at, namesAreIds } = source;
    const first = taken.get(id);
    if (first !== undefined) {
      const what = namesAreIds ? "the document is the same as that of" : "the id has been given already, at";
      problems.push({ at: at(1), message: `${what} ${first}; remove one of the two` });
      continue;
    }
    taken.set(id, at(1));
    const document = parseSource(source, problems);
    if (document === undefined) continue;
    problems.push(...problemsOf(document, source, schema));
    operations.set(id, { text, document });
    for (const { name, line } of namesAreIds ? namesIn(document) : []) {
      const other = taken.get(name);
      if (other === undefined) operations.set(name, { text, document, operationName: name });
      else {
        const message = `an operation named ${name} is at ${other} already; give one of the two another name`;
        problems.push({ at: at(line), message });
      }
      taken.set(name, other ?? at(line));
    }
  }
  return { operations, problems };
}

/** The names of a document's operations, each once: that they are unique in a document is validated. */
function namesIn(document: DocumentNode): { readonly name: string; readonly line: number }[] {
  const lines = new Map<string, number>();
  for (const { name, loc } of operationsOf(document)) {
    if (name !== undefined && !lines.has(name.value)) lines.set(name.value, loc?.startToken.line ?? 1);
  }
  return [...lines].map(([name, line]) => ({ name, line }));
}

function parseSource({ text, at }: DocumentSource, problems: Problem[]): DocumentNode | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    problems.push(problemOf(error, at));
    return undefined;
  }
}

function problemsOf(document: DocumentNode, source: DocumentSource, schema: GraphQLSchema): Problem[] {
  const { at, declared } = source;
  const problems = validate(schema, document).map((error) => problemOf(error, at));
  const operations = operationsOf(document);
  if (operations.length === 0 && problems.length === 0) {
    problems.push({ at: at(1), message: "the document holds no operation" });
  }
  const { name, type } = declared ?? {};
  if (name !== undefined || type !== undefined) {
    const found = operations.some(
      (operation) =>
        (name === undefined || operation.name?.value === name) &&
        (type === undefined || operation.operation === type),
    );
    if (!found) {
      const expected = [type ?? "operation", name].filter((word) => word !== undefined).join(" ");
      problems.push({
        at: at(1),
        message: `the document holds no ${expected}, which the manifest says it is`,
      });
    }
  }
  return problems;
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

function problemOf(error: GraphQLError, at: DocumentSource["at"]): Problem {
  return { at: at(error.locations?.[0]?.line ?? 1), message: error.message };
}
