import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Scope, Viewer } from "../../src/domain/access.ts";
import { schema } from "../../src/graphql/schema.ts";
import { mutationOf, send } from "../support/editing.ts";
import { storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {});
const Options = z.looseObject({
  pothosOptions: z.looseObject({ authScopes: z.record(z.string(), z.boolean()).optional() }),
});

/** The scopes that a field or type asks for. */
function scopesOf({ extensions }: { readonly extensions: unknown }): string[] {
  const { authScopes = {} } = Options.parse(extensions).pothosOptions;
  return Object.entries(authScopes).flatMap(([name, asked]) => (asked ? name : []));
}

/** A value that an input takes, whatever it says. */
function someValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return someValue(type.ofType);
  if (isListType(type)) return [someValue(type.ofType)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return named.name === "Float" ? 1 : named.name === "Boolean" ? true : "x";
  const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, someValue(field.type)]));
}

const viewer = (scope: Scope): Viewer => ({ name: scope, scope, key: scope });

test("every mutation asks for a scope that may write", () => {
  expect(MUTATIONS.length).toBeGreaterThan(25);
  for (const field of MUTATIONS) expect(scopesOf(field), field.name).toEqual(["editor"]);
});

test("what is not on record, and who wrote what, is for editors", () => {
  const closed = ["Draft", "LogEntry", "Merge"];
  for (const name of closed)
    expect(scopesOf({ extensions: schema.getType(name)?.extensions }), name).toEqual(["editor"]);
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const name of ["drafts", "log", "merges"])
    expect(scopesOf(fields[name] ?? { extensions: {} })).toEqual(["editor"]);
});

describe.each(MUTATIONS.map(({ name, args }) => ({ name, input: args[0]?.type })))(
  "$name",
  ({ name, input }) => {
    const variables = { input: input && someValue(input) };

    test.each([
      { who: null, code: "UNAUTHENTICATED" },
      { who: viewer("READER"), code: "FORBIDDEN" },
    ])("is refused to $who.scope", async ({ who, code }) => {
      const { data, errors } = await send(store, mutationOf(name), variables, { viewer: who });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ message: expect.any(String) }]);
      expect(errors?.[0]?.message).toContain(`Mutation.${name}`);
      expect(errors?.[0]?.message).toContain(code === "FORBIDDEN" ? "READER" : "Authorization: Bearer");
    });

    test.each(["EDITOR", "ADMIN"] as const)("is taken from an %s", async (scope) => {
      const { errors } = await send(store, mutationOf(name), variables, { viewer: viewer(scope) });
      expect(errors).toBeUndefined();
    });
  },
);

test("strangers and readers wrote nothing", async () => {
  const log = await store.changes.log(Number.MAX_SAFE_INTEGER, 100);
  expect(log.filter((entry) => entry.actor === "READER" || entry.actor === null)).toEqual([]);
});
