import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const folder = dirname(inject("compiledCli") ?? "");
const code = readdirSync(folder)
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

/** The packages whose code is in the bundle, as its comments say where each part is from. */
const bundled = new Set(
  Array.from(code.matchAll(/^\/\/ .*node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm), ([, name = ""]) => name),
);

test("what the command line loads from where it is installed is not in the bundle as well", () => {
  const imported = new Set(
    Array.from(
      code.matchAll(/\b(?:from|import\(?) ?"((?:@[^/"]+\/)?[^/"]+)[^"]*"/g),
      ([, name = ""]) => name,
    ),
  );
  const installed = Object.keys(manifest.dependencies).filter((name) => imported.has(name));
  expect(installed).toContain("better-sqlite3");
  expect(installed.filter((name) => bundled.has(name))).toEqual([]);
});

test("the licenses of all that is in the bundle are beside it", () => {
  expect([...bundled]).toEqual(expect.arrayContaining(["graphql", "hono", "zod"]));
  const licenses = readFileSync(join(folder, "cli-licenses.txt"), "utf8");
  const named = new Set(Array.from(licenses.matchAll(/^(\S+) \d\S* \(.+\)$/gm), ([, name]) => name));
  expect([...bundled].filter((name) => !named.has(name))).toEqual([]);
});
