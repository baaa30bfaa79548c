import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { z } from "zod";
import type { extract } from "../../src/ingest/extract/extract.ts";
import { packagePath } from "../../src/package-root.ts";

const Compiled = z.object({
  extract: z.custom<typeof extract>((value) => typeof value === "function"),
});

/**
 * Extraction compiled from the sources as they are. What runs them for tests wraps every function to keep its name, which makes
 * small ones several times as slow as those that ship.
 */
export async function compiledExtract(): Promise<typeof extract> {
  mkdirSync(packagePath("data"), { recursive: true });
  const folder = mkdtempSync(join(packagePath("data"), "compiled-"));
  try {
    const outfile = join(folder, "extract.mjs");
    await build({
      entryPoints: [packagePath("src/ingest/extract/extract.ts")],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
    });
    return Compiled.parse(await import(pathToFileURL(outfile).href)).extract;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
