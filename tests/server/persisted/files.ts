import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../../support/store.ts";

/** Writes files into a new folder, which is removed when the test is over. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

/** Writes a manifest into a new folder and returns where it is. */
export async function manifestOf(content: unknown): Promise<string> {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  return join(await folderOf({ "manifest.json": text }), "manifest.json");
}

/** As `sha256sum` prints it. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
