import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { extractCommand } from "../../src/commands/extract.ts";

test("what is no text in UTF-8 is refused, and not drafted from what is left of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-extract-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.txt"), Buffer.from("Der Bürgermeister sprach.", "latin1"));
  const options = { language: "en", json: true };
  const cases = [
    ["a.txt", /a\.txt: is not UTF-8 text; save it as UTF-8$/],
    ["none.txt", /none\.txt: there is no such file or folder$/],
    ["", /: it is a folder$/],
  ] as const;
  for (const [name, message] of cases)
    await expect(extractCommand(join(folder, name), options)).rejects.toThrow(message);
});
