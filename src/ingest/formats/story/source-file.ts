import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  parseDocument,
  visit,
} from "yaml";
import type { Problem } from "../../problems.ts";

/** The way to a value in a document: names and positions in lists. */
export type Path = readonly PropertyKey[];

/** A YAML document as plain lists, groups and texts, that knows the line on which each part stands. */
export interface SourceFile {
  readonly value: unknown;
  /** `file:line` of what a path leads to, or of the nearest part around it where that is not written. */
  at(path: Path): string;
}

/** A document, or what keeps a text from being one. */
export type SourceResult = { readonly file: SourceFile } | { readonly problems: readonly Problem[] };

const MAX_DEPTH = 100;
const MAX_ALIASES = 100;
const MAX_SYNTAX_PROBLEMS = 3;

/**
 * Reads YAML 1.2 in which every value is a text as it is written: `2025` is no number, `no` no answer. What is left
 * blank is not there.
 */
export function parseSource(name: string, text: string): SourceResult {
  const lineCounter = new LineCounter();
  const refuse = (offset: number, message: string): SourceResult => ({
    problems: [{ at: `${name}:${lineCounter.linePos(offset).line || 1}`, message }],
  });

  const tooDeep = offsetBelow(text, MAX_DEPTH, lineCounter);
  if (tooDeep !== undefined)
    return refuse(tooDeep, `lists and groups are nested more than ${MAX_DEPTH} deep`);

  const doc = parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
  });
  const wrong = [...doc.errors, ...doc.warnings].slice(0, MAX_SYNTAX_PROBLEMS);
  if (wrong.length > 0) {
    return { problems: wrong.flatMap((error) => problemsOf(refuse(error.pos[0], syntaxMessage(error)))) };
  }

  removeBlanks(doc);
  const at = (path: Path) => `${name}:${lineCounter.linePos(offsetOf(doc, path)).line || 1}`;
  try {
    const value: unknown = doc.toJS({ maxAliasCount: MAX_ALIASES });
    return { file: { value: value === "" ? {} : value, at } };
  } catch (error) {
    // What yaml throws for an alias without its anchor and for more aliases than allowed.
    if (!(error instanceof ReferenceError)) throw error;
    return refuse(firstAlias(doc), `${error.message}; write the repeated part out`);
  }
}

function problemsOf(result: SourceResult): readonly Problem[] {
  return "problems" in result ? result.problems : [];
}

function syntaxMessage({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === "DUPLICATE_KEY") return "this name stands twice in the same group; keep one";
  if (code === "MULTIPLE_DOCS") return "a second document begins here; put it in a file of its own";
  if (code === "TAG_RESOLVE_FAILED") return `${message}; leave the tag out`;
  return `not YAML: ${message}; mend the line or put the text in quotation marks`;
}

/**
 * Where a text nests deeper than allowed, if it does. Composing goes down by recursion and near the end of the stack
 * the process itself may die, so this is found out before, without recursion. Counts the lines on the way.
 */
function offsetBelow(text: string, maxDepth: number, lineCounter: LineCounter): number | undefined {
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > maxDepth) return parser.offset;
  }
  return undefined;
}

function removeBlanks(doc: Document): void {
  visit(doc, {
    Pair: (_, { value }) =>
      isScalar(value) && value.value === "" && value.type === "PLAIN" ? visit.REMOVE : undefined,
  });
}

function firstAlias(doc: Document): number {
  let offset = 0;
  visit(doc, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function offsetOf(doc: Document, path: Path): number {
  let node: unknown = doc.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isMap(node) && typeof step === "string") {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else if (typeof step !== "number") {
      break; // One value where a list is allowed has no position: a number is passed over.
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
