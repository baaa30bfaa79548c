import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listInputs } from "../../../src/ingest/inputs/list-inputs.ts";

// Who runs tests may be allowed to read everything.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    readdir: (path: string, options: { withFileTypes: true }) =>
      path.endsWith("locked")
        ? Promise.reject(Object.assign(new Error("EACCES"), { code: "EACCES" }))
        : real.readdir(path, options),
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-inputs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder that may not be read is reported, and what stands beside it is read", async () => {
  for (const name of ["a.txt", "locked/b.txt", "z/c.txt"]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), "Text");
  }
  expect(await listInputs([folder, join(folder, "none")])).toEqual({
    inputs: ["a.txt", "z/c.txt"].map((name) => ({ kind: "FILE", path: join(folder, name) })),
    skipped: 0,
    problems: [
      { at: join(folder, "locked"), message: "it may not be read; look at its permissions" },
      { at: join(folder, "none"), message: "there is no such file or folder" },
    ],
  });
});

test("YAML that cannot be read does not make a folder a story, nor keep its files from being read", async () => {
  writeFileSync(join(folder, "a.txt"), "Text");
  mkdirSync(join(folder, "b.yaml"));
  symlinkSync("nowhere", join(folder, "c.yml"));
  writeFileSync(join(folder, "d.yml"), "{ not: [YAML");
  const { inputs, problems } = await listInputs([folder]);
  expect({ inputs, problems }).toEqual({
    inputs: [{ kind: "FILE", path: join(folder, "a.txt") }],
    problems: [],
  });
});
