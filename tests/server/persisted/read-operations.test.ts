import { symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../../src/domain/errors.ts";
import { readPersistedOperations } from "../../../src/server/persisted/read-operations.ts";
import { schema } from "../fixture.ts";
import { folderOf, manifestOf, sha256 } from "./files.ts";

const read = (path: string) => readPersistedOperations(path, schema);

async function ids(path: string): Promise<string[]> {
  return [...(await read(path)).keys()].sort();
}

/** The lines of a refusal, without the folder that the files are in. */
async function refusal(path: string): Promise<string[]> {
  const folder = /\.\w+$/.test(path) ? path.slice(0, -basename(path).length) : `${path}/`;
  try {
    await read(path);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    expect(error.code).toBe("INVALID_CONFIG");
    const [first = "", ...lines] = error.message.replaceAll(folder, "").split("\n");
    expect(first).toMatch(/^PERSISTED_OPERATIONS: /);
    return lines.length > 0 ? lines : [first];
  }
  throw new Error("It was accepted");
}

describe("a folder", () => {
  test("gives each document its hash, byte for byte, and each operation its name", async () => {
    const hello = "query Hello { hello }\n";
    const two = "\uFEFFquery A { ...F }\r\nmutation B { touch }\r\nfragment F on Query { hello }";
    const folder = await folderOf({
      "hello.graphql": hello,
      "deeper/still/two.GQL": two,
      "anonymous.gql": "{ visits }",
      "notes.txt": "not GraphQL",
      ".hidden.graphql": "{",
      "..data/hello.graphql": hello,
    });
    expect(await ids(folder)).toEqual(
      [sha256(hello), sha256(two), sha256("{ visits }"), "Hello", "A", "B"].sort(),
    );
    expect((await read(folder)).get("B")).toMatchObject({ text: two, operationName: "B" });
    expect((await read(folder)).get(sha256(two))).not.toHaveProperty("operationName");
  });

  test("may hold links to files", async () => {
    const folder = await folderOf({ "..2026/hello.graphql": "query Hello { hello }" });
    await symlink(join(folder, "..2026/hello.graphql"), join(folder, "hello.graphql"));
    expect(await ids(folder)).toContain("Hello");
  });

  test("lists each problem with file, line and reason", async () => {
    const folder = await folderOf({
      "a.graphql": "query A {\n  hello\n  nope\n}\n\nquery B {\n  absent\n  count(off: 1)\n}\n",
      "b.graphql": "query C {\n  hello\n",
      "c.graphql": "fragment F on Query { hello }",
      "d.graphql": "type Query { a: Int }",
      "e.graphql": "",
      "f.graphql": "query F { hello }\nquery F { visits }",
      "g.graphql": Uint8Array.of(0x7b, 0xff, 0x7d),
    });
    await symlink(join(folder, "gone"), join(folder, "h.graphql"));
    expect(await refusal(folder)).toEqual([
      "g.graphql:1: the file is not UTF-8 text",
      "h.graphql:1: the file cannot be read",
      'a.graphql:3: Cannot query field "nope" on type "Query".',
      'a.graphql:7: Cannot query field "absent" on type "Query".',
      expect.stringMatching(/^a\.graphql:8: Unknown argument "off" on field "Query\.count"/),
      expect.stringMatching(/^b\.graphql:3: Syntax Error: /),
      'c.graphql:1: Fragment "F" is never used.',
      'd.graphql:1: The "Query" definition is not executable.',
      "e.graphql:1: Syntax Error: Unexpected <EOF>.",
      'f.graphql:1: There can be only one operation named "F".',
    ]);
  });

  test("gives no id twice", async () => {
    const folder = await folderOf({
      "a.graphql": "query Same { hello }",
      "b.graphql": "query Other { hello }\nquery Same { visits }",
      "c.graphql": "query Same { hello }",
    });
    expect(await refusal(folder)).toEqual([
      "b.graphql:2: an operation named Same is at a.graphql:1 already; give one of the two another name",
      "c.graphql:1: the document is the same as that of a.graphql:1; remove one of the two",
    ]);
  });

  test.each([
    ["is missing", "nothing-here", {}, "is not there, or may not be read"],
    ["is empty", "", {}, "holds no *.graphql or *.gql file"],
    ["holds other files", "", { "a.json": "{}" }, "holds no *.graphql or *.gql file"],
    ["is a document", "a.graphql", { "a.graphql": "{ hello }" }, "name the folder that it is in"],
  ])("is refused where it %s", async (_, name, files: Record<string, string>, reason) => {
    const folder = await folderOf(files);
    const path = join(folder, name);
    await expect(read(path)).rejects.toThrow(DatelineError);
    await expect(read(path)).rejects.toThrow(`PERSISTED_OPERATIONS: ${path} `);
    await expect(read(path)).rejects.toThrow(reason);
  });
});

describe("a manifest", () => {
  const apollo = (operations: unknown) => ({
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations,
  });

  test("of Apollo's gives the ids that it says", async () => {
    const manifest = await manifestOf(
      apollo([
        { id: "one", body: "query Hello { hello }", name: "Hello", type: "query" },
        { id: sha256("two"), body: "mutation Touch { touch }", name: "Touch", type: "mutation" },
        { id: "three", body: "{ hello }" },
      ]),
    );
    expect(await ids(manifest)).toEqual(["one", sha256("two"), "three"].sort());
  });

  test("may be a map of documents by id, whatever the ids", async () => {
    const map = '{"1f2e": "query Hello { hello }", "format": "{ hello }", "constructor": "{ visits }"}';
    expect(await ids(await manifestOf(map))).toEqual(["1f2e", "constructor", "format"]);
  });

  test.each([
    ["no JSON", '{\n  "a": "{ hello }",\n}', [/^manifest\.json:\d: the file is not JSON: /]],
    ["cut short", '{\n  "a":\n', [/^manifest\.json:3: the file is not JSON: /]],
    ["a list", [], [/^manifest\.json:1: Invalid input.*expected an object of documents by id/]],
    ["null", "null", [/^manifest\.json:1: Invalid input.*expected an object of documents by id/]],
    ["a number for a document", { a: "{ hello }", b: 1 }, [/^manifest\.json:3: b: Invalid input/]],
    ["an empty id", { "": "{ hello }" }, [/^manifest\.json:2: /]],
    [
      "another format",
      { format: "else", version: 1, operations: [] },
      [/^manifest\.json:2: format: .*expected a manifest with "format": "apollo/],
    ],
    ["a later version", { ...apollo([]), version: 2 }, [/^manifest\.json:3: version: /]],
    ["no list of operations", apollo({}), [/^manifest\.json:4: operations: /]],
    [
      "an operation without a body",
      apollo([{ id: "a", body: "{ hello }" }, { id: "b" }]),
      [/^manifest\.json:9: operations\.1\.body: /],
    ],
    [
      "the same id twice, in a list",
      apollo([
        { id: "a", body: "{ hello }" },
        { id: "a", body: "{ visits }" },
      ]),
      [/^manifest\.json:9: "a": the id has been given already, at manifest\.json:5: "a"/],
    ],
    [
      "the same id twice, in a map",
      '{\n  "a": "{ hello }",\n  "a": "{ visits }"\n}',
      ['manifest.json:3: "a" is in line 2 already; ids are unique'],
    ],
    [
      "documents that are wrong",
      { a: "{ nope }", b: "{\n  hello\n  nope\n}", c: "{" },
      [
        'manifest.json:2: "a": Cannot query field "nope" on type "Query".',
        'manifest.json:3: "b", line 3 of its document: Cannot query field "nope" on type "Query".',
        /^manifest\.json:4: "c": Syntax Error/,
      ],
    ],
    [
      "a document that is not what it is said to be",
      apollo([
        { id: "a", body: "query A { hello }", name: "B" },
        { id: "b", body: "query B { hello }", name: "B", type: "mutation" },
      ]),
      [/:5: "a": the document holds no operation B/, /:10: "b": the document holds no mutation B/],
    ],
  ])("is refused with %s", async (_, content, expected: (string | RegExp)[]) => {
    const lines = await refusal(await manifestOf(content));
    expect(lines).toEqual(
      expected.map((line) => (typeof line === "string" ? line : expect.stringMatching(line))),
    );
  });

  test.each([[{}], [apollo([])]])("is refused without operations: %j", async (content) => {
    const path = await manifestOf(content);
    await expect(read(path)).rejects.toThrow(`PERSISTED_OPERATIONS: ${path} holds no operation.`);
  });

  test("of many problems is refused with the first hundred", async () => {
    const entries = Array.from({ length: 120 }, (_, number) => [`id${number}`, "{ nope }"]);
    const lines = await refusal(await manifestOf(Object.fromEntries(entries)));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("and 20 more");
  });
});
