import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { seedStory } from "../../src/commands/seed.ts";
import { schema } from "../../src/graphql/schema.ts";
import { packagePath } from "../../src/package-root.ts";
import { send } from "../support/editing.ts";
import { storeOfThisFile } from "../support/store.ts";

const DOCS = readFileSync(packagePath("docs/editing.md"), "utf8");
const EXAMPLES = [...DOCS.matchAll(/```graphql\n([\s\S]*?)```\n+```json\n([\s\S]*?)```/g)].map(
  ([, source = "", variables = ""]) => ({
    name: /^ {2}(\w+)\(/m.exec(source)?.[1] ?? "",
    source,
    variables: z.record(z.string(), z.unknown()).parse(JSON.parse(variables)),
  }),
);
const FIELDS: Readonly<Record<string, string>> = {
  articles: "article",
  events: "event",
  people: "person",
};

const { store } = await storeOfThisFile();
beforeAll(() => seedStory(store));

/** What the examples so far answered, the last one first, and the revision of what was named last. */
const answers: unknown[] = [];
let revision = "";

/** What stands for a placeholder of the documentation. */
async function filled(placeholder: string): Promise<string> {
  const [, kind = "", slug = ""] = /^<id of \/(\w+)\/(\S+)>$/.exec(placeholder) ?? [];
  const [, path] = /^<(\S+) above>$/.exec(placeholder) ?? [];
  if (placeholder === "<a new UUID>") return randomUUID();
  if (placeholder === "<its recordRevision>") return revision;
  if (path !== undefined) return String(valueAt(path));
  const node = "{ id recordRevision }";
  const field = FIELDS[kind];
  const source =
    field !== undefined
      ? `{ found: ${field}(slug: ${JSON.stringify(slug)}) ${node} }`
      : placeholder === "<id of a quote>"
        ? `{ page: quotes(first: 1) { edges { node ${node} } } }`
        : `{ page: drafts(filter: { kinds: [QUOTE] }, first: 1) { edges { node ${node} } } }`;
  const { data, errors } = await send(store, source);
  expect(errors, placeholder).toBeUndefined();
  const found = Object(data?.["found"] ?? Object(data?.["page"]).edges[0].node);
  revision = String(found.recordRevision);
  return String(found.id);
}

function valueAt(path: string): unknown {
  const reach = (from: unknown) =>
    path.split(".").reduce<unknown>((value, name) => Object(value)[name], from);
  return answers.map(reach).find((value) => value !== undefined);
}

async function fill(value: unknown): Promise<unknown> {
  if (typeof value === "string") return value.startsWith("<") ? filled(value) : value;
  if (Array.isArray(value)) return Promise.all(value.map(fill));
  if (typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = [];
  for (const [name, one] of Object.entries(value)) entries.push([name, await fill(one)]);
  return Object.fromEntries(entries);
}

test("the examples of the documentation do what they say, one after the other", async () => {
  expect(EXAMPLES.length).toBeGreaterThan(10);
  for (const { name, source, variables } of EXAMPLES) {
    const given = z.record(z.string(), z.unknown()).parse(await fill(variables));
    const { data, errors } = await send(store, source, given);
    expect(errors, name).toBeUndefined();
    const answer = Object(data?.[name]);
    expect(answer, name).not.toHaveProperty("message");
    expect(answer, name).not.toHaveProperty("issues");
    expect(Object.keys(answer), name).not.toEqual([]);
    answers.unshift(answer);
  }
  expect(answers.slice(0, 2)).toMatchObject([
    { article: { state: "RETRACTED", access: "PASSAGES" } },
    { from: { name: expect.stringMatching(/^Anna Kov/) } },
  ]);
});

test("every mutation is named in the documentation", () => {
  for (const name of Object.keys(schema.getMutationType()?.getFields() ?? {})) {
    expect(DOCS).toContain(`\`${name}\``);
  }
});
