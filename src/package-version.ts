import { readFileSync } from "node:fs";
import { z } from "zod";
import { packagePath } from "./package-root.ts";

/** The version of this package. */
export function packageVersion(): string {
  const text = readFileSync(packagePath("package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
