import { getIntrospectionQuery } from "graphql";
import { asked, FINE, type HostileRequest, invalid, many, refused } from "./request.ts";

/** Fragments of which each spreads the next twice. */
function laughs(length: number, on: string, write: (next: string) => string, last: string): string {
  return many(length, (index) => {
    const next = index + 1 < length ? `...F${index + 1} ...F${index + 1}` : last;
    return `fragment F${index} on ${on} { ${write(next)} }`;
  });
}

export const nesting: readonly HostileRequest[] = [
  asked(
    "evidence inside evidence, in 92 bytes",
    "{events(first:1){edges{node{evidence{article{events{evidence{article{events{title}}}}}}}}}}",
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "the largest pages inside each other",
    "{ people(first: 100) { edges { node { events(first: 100) { edges { node { quotes(first: 100) { edges { node { text } } } } } } } } } }",
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "objects nested very deep",
    `{ event(slug: "a") ${"{ related { event ".repeat(150)}{ id }${"} }".repeat(150)} }`,
    refused("QUERY_TOO_DEEP"),
  ),
  asked(
    "braces nested deeper than the limit on tokens",
    "{ a ".repeat(50_000).slice(0, 99_999),
    refused("TOO_MANY_TOKENS"),
  ),
  asked(
    "lists in arguments nested very deep",
    `{ nodes(ids: ${"[".repeat(900)}${"]".repeat(900)}) { id } }`,
    invalid,
  ),
  asked(
    "types of lists nested very deep",
    `query ($a: ${"[".repeat(900)}ID${"]".repeat(900)}) { __typename }`,
    invalid,
  ),
  asked(
    "objects in arguments nested very deep",
    `{ timeline(filter: ${"{kinds: ".repeat(400)}EVENT${"}".repeat(400)}) { edges { cursor } } }`,
    invalid,
  ),
];

export const fragments: readonly HostileRequest[] = [
  asked(
    "fragments nested very deep",
    `{ event(slug: "a") { ...F0 } } ${many(50, (index) => `fragment F${index} on Event { related { event { ...F${index + 1} } } }`)} fragment F50 on Event { id }`,
    refused("QUERY_TOO_DEEP"),
  ),
  asked("a fragment inside itself", "{ ...A } fragment A on Query { ...A }", invalid),
  asked(
    "fragments inside each other",
    `{ ...F0 } ${many(100, (index) => `fragment F${index} on Query { __typename ...F${(index + 1) % 100} }`)}`,
    invalid,
  ),
  asked(
    "fragments inside each other by way of fields",
    '{ event(slug: "a") { ...A } } fragment A on Event { related { event { ...B } } } fragment B on Event { related { event { ...A } } }',
    invalid,
  ),
  asked(
    "a billion laughs",
    `{ ...F0 } ${laughs(100, "Query", (next) => next, "__typename")}`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "a few thousand laughs within the depth",
    `{ event(slug: "a") { ...F0 } } ${laughs(14, "Event", (next) => `topics { slug } ${next}`, "id")}`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "a fragment and an operation that call themselves an introspection",
    "query __schema { ...__schema } fragment __schema on Query { people(first: 100) { edges { node { events(first: 100) { edges { cursor } } } } } }",
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked("a fragment spread 600 times", `{ ${"...F ".repeat(600)} } fragment F on Query { __typename }`, FINE),
  asked(
    "fragments that nothing uses",
    `{ __typename } ${many(270, (index) => `fragment F${index} on Query { __typename }`)}`,
    invalid,
  ),
  asked("a fragment that is not there", "{ ...Gone }", invalid),
];

export const floods: readonly HostileRequest[] = [
  asked("aliases", `{ ${many(400, (index) => `a${index}: __typename`)} }`, refused("TOO_MANY_ALIASES")),
  asked(
    "aliases of a search",
    `{ ${many(90, (index) => `a${index}: search(query: "a") { totalCount }`)} }`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "directives on a field",
    `{ __typename ${"@skip(if: false) ".repeat(200)} }`,
    refused("TOO_MANY_DIRECTIVES"),
  ),
  asked(
    "unknown directives",
    `{ __typename ${many(500, (index) => `@d${index}`)} }`,
    refused("TOO_MANY_DIRECTIVES"),
  ),
  asked("__typename", `{ ${"__typename ".repeat(5_000)} }`, refused("TOO_MANY_TOKENS")),
  asked("__typename, within the tokens", `{ ${"__typename ".repeat(1_900)} }`, invalid),
  asked(
    "the same field",
    `{ ${"events { edges { cursor } } ".repeat(280)} }`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked("unknown fields", `{ ${many(1_900, (index) => `evnt${index}`)} }`, invalid),
  asked(
    "operations",
    many(3_000, (index) => `query Q${index} { __typename }`),
    refused("TOO_MANY_TOKENS"),
  ),
  asked(
    "operations, within the tokens",
    many(390, (index) => `query Q${index} { __typename }`),
    {
      status: 400,
      code: "OPERATION_RESOLUTION_FAILURE",
    },
  ),
  asked("operations of one name", "query Q { __typename } ".repeat(300), {
    status: 400,
    code: "OPERATION_RESOLUTION_FAILURE",
  }),
  asked("variables", `query (${many(390, (index) => `$v${index}: Int`)}) { __typename }`, invalid),
  asked("arguments", `{ events(${many(400, (index) => `x${index}: 1`)}) { edges { cursor } } }`, invalid),
  asked("commas", `{ __typename ${",".repeat(90_000)} }`, FINE),
  asked("comments", `{ __typename ${"#\n".repeat(45_000)} }`, FINE),
];

export const introspection: readonly HostileRequest[] = [
  asked("an introspection as GraphiQL sends it", getIntrospectionQuery(), FINE),
  asked(
    "fields of types of fields of types",
    `{ __schema { types ${"{ fields { type ".repeat(6)}{ name }${"} }".repeat(6)} } }`,
    invalid,
  ),
  asked(
    "fields of types of fields, by 100 aliases",
    `{ __schema { types { ${many(100, (a) => `a${a}: fields { type { fields { name description isDeprecated deprecationReason } } }`)} } } }`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
  asked(
    "whole introspections by aliases",
    `{ ${many(95, (a) => `a${a}: __schema { ...S }`)} } fragment S on __Schema { types { name description fields { name description args { name description type { name } } } } }`,
    refused("QUERY_TOO_EXPENSIVE"),
  ),
];
