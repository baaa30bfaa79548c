import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { extract } from "../../src/ingest/extract/extract.ts";
import { packagePath } from "../../src/package-root.ts";
import { compile } from "./compile.ts";

const Compiled = z.object({
  extract: z.custom<typeof extract>((value) => typeof value === "function"),
});

/**
 * Extraction compiled from the sources as they are. What runs them for tests wraps every function to keep its name, which makes
 * small ones several times as slow as those that ship.
 */
export async function compiledExtract(): Promise<typeof extract> {
  const folder = packagePath(`.compiled-${process.pid}`);
  try {
    await compile(packagePath(""), ["src/ingest/extract/extract.ts"], folder);
    return Compiled.parse(await import(pathToFileURL(join(folder, "extract.js")).href)).extract;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
