import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** Layers from left to right: a layer may import what stands in an earlier group, or in itself. */
const LAYERS = [
  ["domain", "package-root.ts"],
  ["store"],
  ["settings.ts"],
  ["config.ts", "access", "ingest", "export"],
  ["edit"],
  ["graphql"],
  ["web"],
  ["server"],
  ["commands", "index.ts"],
  ["cli.ts"],
];

const FORBIDDEN_IN_DOMAIN = /^(node:(?!util$)|better-sqlite3|drizzle-orm|graphql|hono)/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap((from) =>
  [...readFileSync(join(SRC, from), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier = ""]): Import => ({
      from,
      to: specifier.startsWith(".") ? relative(SRC, join(SRC, dirname(from), specifier)) : specifier,
    }),
  ),
);
const own = imports.filter(({ to }) => files.includes(to));

test("imports follow the layers", () => {
  expect(own.length).toBeGreaterThan(100);
  const against = own.filter(({ from, to }) => {
    const [importer, imported] = [part(from), part(to)];
    return importer !== imported && layer(imported) >= layer(importer);
  });
  expect(against).toEqual([]);
});

test("the domain imports nothing that does input or output", () => {
  const impure = imports.filter(({ from, to }) => part(from) === "domain" && FORBIDDEN_IN_DOMAIN.test(to));
  expect(impure).toEqual([]);
});

test("no module imports itself by a detour", () => {
  expect(findCycle(own)).toEqual([]);
});

test("a cycle and an import against the layers would be found", () => {
  const cycle = [
    { from: "a.ts", to: "b.ts" },
    { from: "b.ts", to: "c.ts" },
    { from: "c.ts", to: "b.ts" },
  ];
  expect(findCycle(cycle)).toEqual(["b.ts", "c.ts", "b.ts"]);
  expect(layer("graphql")).toBeGreaterThan(layer("store"));
});

/** The folder, or top-level file, that a module stands in. */
function part(file: string): string {
  return file.split("/")[0] ?? "";
}

function layer(name: string): number {
  const index = LAYERS.findIndex((group) => group.includes(name));
  if (index < 0) throw new Error(`src/${name} belongs to no layer: add it to this test.`);
  return index;
}

function findCycle(edges: readonly Import[]): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (done.has(file)) return [];
    for (const edge of edges.filter(({ from }) => from === file)) {
      const cycle = visit(edge.to, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const { from } of edges) {
    const cycle = visit(from, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
