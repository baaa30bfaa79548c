import { fileURLToPath } from "node:url";

/** The path of something that ships beside the code: migrations, seeds. Found from `src/` and `dist/` alike. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
