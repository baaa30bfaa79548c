import fc from "fast-check";
import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/domain/request-limits.ts";
import { depthOf } from "../../../src/graphql/limits/depth.ts";
import { MAX_DIRECTIVES, refuseShape } from "../../../src/graphql/limits/shape.ts";
import { MAX_QUERY_LENGTH, parseWithin } from "../../../src/graphql/limits/tokens.ts";
import { MAX_CHARACTERS, MAX_VALUES, refuseVariables } from "../../../src/graphql/limits/variables.ts";
import { runs } from "../../support/runs.ts";
import { selections, textOf, withFragments } from "./query-arbitrary.ts";

function codeOf(error: unknown): unknown {
  return error instanceof Error && "extensions" in error ? error.extensions : error;
}

function refused(code: string) {
  return { code, http: { spec: true, status: 400 } };
}

describe("depth", () => {
  test.each([
    ["{ a }", 1],
    ["{ a { b { c } } d }", 3],
    ["{ a { ... { ... on B { b } } } }", 2],
    ["{ a { ...F } } fragment F on A { b { ...G } } fragment G on B { c }", 3],
    ["query A { a } query B { a { b } }", 2],
    ["{ __schema { types { fields { type { ofType { name } } } } } }", 1],
    ["{ ...F } fragment F on A { a { ...F } }", 1],
    ["{ ...Gone }", 0],
  ])("of %s is %i", (query, depth) => expect(depthOf(parse(query))).toBe(depth));

  test("is the same with fragments", () => {
    fc.assert(
      fc.property(selections, (some) => {
        expect(depthOf(parse(withFragments(some)))).toBe(depthOf(parse(textOf(some))));
      }),
      { numRuns: runs(100) },
    );
  });

  test("takes no longer the more often fragments are spread", () => {
    const fragments = Array.from({ length: 300 }, (_, index) => {
      const next = index < 299 ? `...F${index + 1} ...F${index + 1}` : "id";
      return `fragment F${index} on A { a { ${next} } }`;
    });
    expect(depthOf(parse(`{ ...F0 } ${fragments.join("\n")}`))).toBe(301);
  });
});

describe("the shape of a query", () => {
  const judge = (query: string) => codeOf(refuseShape(parse(query), DEFAULT_LIMITS));
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: b`).join(" ")} }`;
  const nested = (depth: number) => `${"{ a ".repeat(depth)}${"}".repeat(depth)}`;
  const directives = (count: number) => `{ a ${"@skip(if: false) ".repeat(count)} }`;

  test.each([
    ["aliases", aliases(DEFAULT_LIMITS.maxAliases)],
    ["levels", nested(DEFAULT_LIMITS.maxDepth)],
    ["directives", directives(MAX_DIRECTIVES)],
    ["of an introspection", getIntrospectionQuery()],
  ])("may have as many %s as the limit", (_, query) => expect(judge(query)).toBeNull());

  test.each([
    ["aliases", aliases(DEFAULT_LIMITS.maxAliases + 1), "TOO_MANY_ALIASES"],
    ["levels", nested(DEFAULT_LIMITS.maxDepth + 1), "QUERY_TOO_DEEP"],
    ["directives", directives(MAX_DIRECTIVES + 1), "TOO_MANY_DIRECTIVES"],
  ])("may not have more %s", (_, query, code) => expect(judge(query)).toEqual(refused(code)));

  test("is refused with the limit, what was asked for and what to do", () => {
    expect(refuseShape(parse(nested(20)), DEFAULT_LIMITS)?.message).toBe(
      "The query nests fields 20 deep; 15 is the limit. Ask for the inner ones by `id` or `slug` in another request.",
    );
  });
});

describe("the text of a query", () => {
  const read = (query: string, maxTokens: number) => {
    try {
      return parseWithin(query, {}, maxTokens).kind;
    } catch (error) {
      return codeOf(error);
    }
  };

  test("may have as many tokens as the limit, and not one more", () => {
    expect(read("{ a b c }", 5)).toBe("Document");
    expect(read("{ a b c d }", 5)).toEqual(refused("TOO_MANY_TOKENS"));
    expect(read('{ a(b: "{ a b c d }") # c d e f g\n }', 8)).toBe("Document");
  });

  test("is a syntax error where it is wrong before the limit", () => {
    expect(read("{ a ? b c d e f }", 5)).toEqual({});
    expect(read("{ a } }", 5)).toEqual({});
  });

  test("may be as long as the limit", () => {
    expect(read("{ a }".padEnd(MAX_QUERY_LENGTH), 5)).toBe("Document");
    expect(read("{ a }".padEnd(MAX_QUERY_LENGTH + 1), 5)).toEqual(refused("QUERY_TOO_LONG"));
  });
});

describe("variables", () => {
  test.each([
    ["none", undefined],
    ["a few", { a: 1, b: [null, "c"] }],
    ["as many values as the limit", { a: Array(MAX_VALUES - 2).fill(1) }],
    ["as many characters as the limit", { a: "x".repeat(MAX_CHARACTERS - 1) }],
  ])("may be %s", (_, variables) => expect(refuseVariables(variables)).toBeNull());

  test.each([
    ["values", { a: Array(MAX_VALUES - 1).fill(1) }],
    ["names", Object.fromEntries(Array.from({ length: MAX_VALUES }, (_, index) => [`a${index}`, 1]))],
    ["characters", { a: "x".repeat(MAX_CHARACTERS) }],
    ["depth", JSON.parse(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)],
  ])("may not have more: %s", (_, variables) => {
    expect(codeOf(refuseVariables(variables))).toEqual(refused("VARIABLES_TOO_LARGE"));
  });
});
