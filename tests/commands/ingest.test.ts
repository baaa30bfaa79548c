import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { outcome, startCli } from "../support/cli.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-ingest-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = "") {
  const child = startCli(["ingest", ...args], { DATABASE_URL: join(folder, "dateline.db") });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.end(input);
  return outcome(child);
}

test("says in words what went in, and with exit code 2 what did not, and why", async () => {
  writeFileSync(join(folder, "a.txt"), "A headline\n\nIts text.");
  writeFileSync(join(folder, "b.json"), "[]");
  writeFileSync(join(folder, "c.jpg"), "");
  const { code, out, err } = await run([folder]);
  expect(code).toBe(2);
  expect(out).toMatch(/^1 new, 0 on record already, 1 refused, \d files? of other types passed over\.\n$/);
  expect(err).toBe(
    `${join(folder, "b.json")}: this JSON is none that is read: JSON Feed, IPTC ninjs 2 or 3, TimelineJS3\n`,
  );
});

test("what a page says does not steer the screen", async () => {
  const page = `<html lang="\u001b[31mx"><body><p>${"The bridge holds, and it will. ".repeat(20)}</p></body></html>`;
  const { err } = await run(["-", "--no-extract"], page);
  expect(err).toBe('-:1: note: "\ufffd[31mx" is no language tag and was left out\n');
});

test("--json writes a line for each article and one for the summary; the standard input is read", async () => {
  const { code, out } = await run(
    ["-", "--json", "--topic", "b", "--topic-title", "B"],
    "A headline\n\nIts text.",
  );
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { input: "-", state: "CREATED", headline: "A headline", slug: "a-headline", notes: [] },
    { summary: { created: 1, refused: 0, dryRun: false } },
  ]);
});

test.each([
  [["-", "--published", "3/4/2025"], /^--published: "3\/4\/2025" is not a date/],
  [["-", "--topic-title", "B"], /^--topic-title: needs --topic/],
  [["-", "--topic", "nowhere"], /There is no topic "nowhere" on record/],
  [["-", "--access", "all", "--format", "word"], /^--format: .*\n--access: /],
])("refuses %j with exit code 2", async (args, message) => {
  const { code, err } = await run(args, "A headline\n\nIts text.");
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
