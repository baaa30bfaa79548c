/** A way to a value in a JSON text: names of members and numbers of elements. */
export type JsonPath = readonly (string | number)[];

/** Where the values of a JSON text stand. */
export interface JsonLines {
  /** The line that a value begins in, or that of the nearest one around it. */
  lineOf(path: JsonPath): number;
  /** Members whose name an object has twice, of which `JSON.parse` would keep only the last. */
  readonly duplicates: readonly {
    readonly name: string;
    readonly line: number;
    readonly firstLine: number;
  }[];
}

/** A string, a bracket, a comma, or anything else that is a value. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s{}[\],:"]+/g;

interface Frame {
  readonly path: JsonPath;
  /** Lines by the names that have been seen; undefined for an array. */
  readonly names: Map<string, number> | undefined;
  /** The member or element that is being read. */
  at: string | number | undefined;
}

/** Locates the values of a text that `JSON.parse` has accepted. */
export function locateJson(text: string): JsonLines {
  const lines = new Map<string, number>();
  const duplicates: { name: string; line: number; firstLine: number }[] = [];
  const stack: Frame[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    line += text.slice(counted, index).split("\n").length - 1;
    counted = index;
    const frame = stack.at(-1);
    if (token === "}" || token === "]") stack.pop();
    else if (token === ",") {
      if (frame !== undefined) frame.at = typeof frame.at === "number" ? frame.at + 1 : undefined;
    } else if (frame?.names !== undefined && frame.at === undefined) {
      const name = String(JSON.parse(token));
      const firstLine = frame.names.get(name);
      if (firstLine === undefined) frame.names.set(name, line);
      else duplicates.push({ name, line, firstLine });
      frame.at = name;
      lines.set(keyOf([...frame.path, name]), line);
    } else {
      const path = frame?.at === undefined ? [] : [...frame.path, frame.at];
      if (typeof frame?.at === "number") lines.set(keyOf(path), line);
      if (token === "{") stack.push({ path, names: new Map(), at: undefined });
      if (token === "[") stack.push({ path, names: undefined, at: 0 });
    }
  }
  return {
    duplicates,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const found = lines.get(keyOf(path.slice(0, length)));
        if (found !== undefined) return found;
      }
      return 1;
    },
  };
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}
