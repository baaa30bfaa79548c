import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import bundling from "../../esbuild.config.ts";
import { ROOT } from "./cli.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The command line as JavaScript, for all tests of a project; unset: its source is run. */
    readonly compiledCli: string | undefined;
  }
}

/** Compiles the command line once: processes that tests start then need not. It finds what ships beside it from a folder beside `src`. */
export default async function setup(project: TestProject) {
  const folder = join(ROOT, `.compiled-${process.pid}`);
  await build({ ...bundling, outdir: folder, sourcemap: true });
  project.provide("compiledCli", join(folder, "cli.js"));
  return () => rm(folder, { recursive: true, force: true });
}
