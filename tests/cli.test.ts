import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { address, outcome, ROOT, startCli, startScript } from "./support/cli.ts";

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-cli-"));
  database = join(folder, "dateline.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = startCli(args, { DATABASE_URL: database, PORT: "0", ...env });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}
const run = (args: readonly string[], env?: Record<string, string>) => outcome(start(args, env));

async function countTimeline(url: string): Promise<unknown> {
  const query = '{ topic(slug: "putin-trump-summit") { timeline { totalCount } } }';
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe("help", () => {
  test("names every command, every setting and the exit codes", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of ["serve", "seed", "migrate", "schema", "DATABASE_URL", "PORT", "Exit codes"]) {
      expect(out).toContain(word);
    }
  });

  test("may be read as far as one likes", async () => {
    const child = start(["--help"]);
    child.stdout.destroy();
    expect(await outcome(child)).toEqual({ code: 0, out: "", err: "" });
  });

  test("is pointed to after a wrong argument, with exit code 2", async () => {
    const { code, err } = await run(["serve", "--dmeo"]);
    expect(code).toBe(2);
    expect(err).toContain("--dmeo");
    expect(err).toContain("--help");
  });
});

describe("settings", () => {
  test("that are malformed are refused with name and expectation, exit code 2", async () => {
    const { code, err } = await run(["serve"], { PORT: "eighty" });
    expect(code).toBe(2);
    expect(err).toMatch(/PORT: "eighty" is not a whole number/);
  });
});

describe("registered operations", () => {
  test("that are wrong keep the server from starting, with file, line and reason and exit code 2", async () => {
    writeFileSync(join(folder, "a.graphql"), "query A {\n  nope\n}\n");
    const { code, err } = await run(["serve"], { PERSISTED_OPERATIONS: folder });
    expect(code).toBe(2);
    expect(err).toContain(`${join(folder, "a.graphql")}:2: Cannot query field "nope" on type "Query".`);
  });

  test("are served, and nothing else with PERSISTED_ONLY", async () => {
    writeFileSync(join(folder, "a.graphql"), "query Name { __typename }");
    const child = start(["serve"], { PERSISTED_OPERATIONS: folder, PERSISTED_ONLY: "true" });
    const ended = outcome(child);
    const url = await address(child);
    const answer = await (await fetch(`${url}/graphql?documentId=Name`)).json();
    expect(answer).toMatchObject({ data: { __typename: "Query" } });
    expect(await countTimeline(url)).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_ONLY" } }],
    });
    child.kill("SIGTERM");
    expect((await ended).out).not.toContain("/graphql");
  });
});

describe("schema", () => {
  test("prints what is committed", async () => {
    const { code, out } = await run(["schema"]);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(ROOT, "src/graphql/schema.graphql"), "utf8"));
  });

  test("--check fails for another schema", async () => {
    const other = join(folder, "other.graphql");
    writeFileSync(other, "type Query { a: Int }\n");
    const { code, err } = await run(["schema", "--check", other]);
    expect(code).toBe(2);
    expect(err).toContain("other.graphql");
  });
});

describe("seed", () => {
  test("says what it did, and that a second time there is nothing to do", async () => {
    expect((await run(["seed"])).out).toMatch(/^[1-9]\d* created, 0 updated/);
    expect((await run(["seed"])).out).toMatch(/^0 created, 0 updated/);
  });

  test("refuses a story with file, line and reason, and leaves the database as it was", async () => {
    writeFileSync(join(folder, "story.yaml"), "topics:\n  - slug: A B\n    title: Wrong\n");
    const { code, err } = await run(["seed", folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/story\.yaml:2: /);
    expect(rows("topic")).toBe(0);
  });

  test("killed between its writes and their commit, leaves nothing, and can be done again", async () => {
    const child = startScript("tests/support/killed-while-seeding.ts", [database]);
    await outcome(child);
    expect(child.signalCode).toBe("SIGKILL");
    expect([rows("topic"), rows("article"), rows("event"), rows("quote")]).toEqual([0, 0, 0, 0]);
    expect((await run(["seed"])).code).toBe(0);
    expect([rows("topic"), rows("article"), rows("event"), rows("quote")]).toEqual([1, 10, 6, 10]);
  });
});

describe("serve", () => {
  test("with --demo seeds an empty store, answers, and stops on SIGTERM with exit code 0", async () => {
    const child = start(["serve", "--demo"]);
    const ended = outcome(child);
    const url = await address(child);
    expect(await countTimeline(url)).toMatchObject({ data: { topic: { timeline: { totalCount: 18 } } } });
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test("stops on SIGTERM also when nobody reads its log any more", async () => {
    const child = start(["serve"]);
    await address(child);
    child.stdout.destroy();
    child.stderr.destroy();
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  test("never seeds by itself", async () => {
    const child = start(["serve"]);
    const ended = outcome(child);
    expect(await countTimeline(await address(child))).toMatchObject({ data: { topic: null } });
    child.kill("SIGTERM");
    await ended;
  });

  test("leaves a store alone that holds something", async () => {
    writeFileSync(join(folder, "story.yaml"), "topics:\n  - slug: mine\n    title: Mine\n");
    expect((await run(["seed", folder])).code).toBe(0);
    const child = start(["serve", "--demo"]);
    const ended = outcome(child);
    await address(child);
    child.kill("SIGTERM");
    await ended;
    expect(rows("topic")).toBe(1);
  });

  test("started twice on a new file at once, both serve one whole story", async () => {
    const children = [start(["serve", "--demo"]), start(["serve", "--demo"])];
    const ended = children.map(outcome);
    for (const url of await Promise.all(children.map(address))) {
      expect(await countTimeline(url)).toMatchObject({ data: { topic: { timeline: { totalCount: 18 } } } });
    }
    for (const child of children) child.kill("SIGTERM");
    await Promise.all(ended);
    expect(rows("quote")).toBe(10);
  });
});

function rows(table: string): number {
  const connection = new SQLite(database, { readonly: true });
  try {
    return Number(connection.prepare(`select count(*) from ${table}`).pluck().get());
  } finally {
    connection.close();
  }
}

describe("copy", () => {
  test("says what it did, and the copy is whole", async () => {
    await run(["seed"]);
    const copy = join(folder, "copy.db");
    const { code, out } = await run(["copy", copy]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Copied \d+ rows from .*dateline\.db to .*copy\.db\.$/m);
    expect((await run(["seed"], { DATABASE_URL: copy })).out).toContain("Nothing new");
  });

  test.each([
    ["itself", () => ["copy", database], "is the same database"],
    ["what is no database", () => ["copy", "mysql://db/story"], "is not a path"],
  ])("refuses %s", async (_what, args, why) => {
    await run(["seed"]);
    const { code, err } = await run(args());
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  test("from a file that is not there creates none", async () => {
    const { code, err } = await run(["copy", join(folder, "copy.db")]);
    expect(code).toBe(2);
    expect(err).toContain(`There is no database at ${database}`);
    expect(existsSync(database)).toBe(false);
  });
});
