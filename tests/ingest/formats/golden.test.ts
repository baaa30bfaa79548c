import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readDocument } from "../../../src/ingest/formats/read-document.ts";

const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));
const files = readdirSync(GOLDEN).filter((name) => !name.endsWith(".read.json"));

test("there are documents of every format", async () => {
  const formats = await Promise.all(files.map(async (name) => (await read(name)).format));
  expect([...new Set(formats)].sort()).toEqual(["feed", "html", "markdown", "ninjs", "text", "timelinejs"]);
});

test.each(files)("%s is read as it was before", async (name) => {
  await expect(`${JSON.stringify(await read(name), null, 2)}\n`).toMatchFileSnapshot(
    `${GOLDEN}${name}.read.json`,
  );
});

function read(name: string) {
  return readDocument({ name, bytes: readFileSync(GOLDEN + name) });
}
