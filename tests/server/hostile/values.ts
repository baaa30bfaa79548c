import {
  asked,
  badInput,
  FILTER,
  FINE,
  FIRST,
  type HostileRequest,
  IDS,
  invalid,
  many,
  refused,
  sent,
  unreadable,
} from "./request.ts";

export const values: readonly HostileRequest[] = [
  asked("an integer beyond 32 bits", "{ events(first: 2147483648) { edges { cursor } } }", invalid),
  asked(
    "an integer of 50,000 digits",
    `{ events(first: ${"9".repeat(50_000)}) { edges { cursor } } }`,
    invalid,
  ),
  asked("the largest integer", "{ events(first: 2147483647) { edges { cursor } } }", {
    status: 200,
    code: "INVALID_PAGE",
  }),
  asked("the smallest integer", "{ events(last: -2147483648) { edges { cursor } } }", {
    status: 200,
    code: "INVALID_PAGE",
  }),
  asked("a float where an integer belongs", "{ events(first: 1e308) { edges { cursor } } }", invalid),
  asked(
    "a float of 90,000 digits",
    `{ events(first: 1.${"0".repeat(90_000)}1) { edges { cursor } } }`,
    invalid,
  ),
  sent(
    "a float beyond all floats in variables",
    `{"query":${JSON.stringify(FIRST)},"variables":{"n":1e999999}}`,
    400,
    "BAD_USER_INPUT",
  ),
  asked("an integer beyond 32 bits in variables", FIRST, badInput, { n: 1e15 }),
  asked(
    "a string of 90,000 characters in a search",
    `{ search(query: "${"a".repeat(90_000)}") { edges { cursor } } }`,
    { status: 200, code: "INVALID_SEARCH" },
  ),
  asked(
    "a string longer than a query may be",
    `{ search(query: "${"a".repeat(900_000)}") { edges { cursor } } }`,
    refused("QUERY_TOO_LONG"),
  ),
  asked(
    "a string of 900,000 characters in variables",
    "query ($q: String!) { search(query: $q) { edges { cursor } } }",
    refused("VARIABLES_TOO_LARGE"),
    { q: "a".repeat(900_000) },
  ),
  asked("a name of 90,000 characters", `{ ${"events".repeat(15_000)} }`, invalid),
  asked(
    "an enum value of 90,000 characters",
    `{ events(orderBy: ${"OLDEST".repeat(15_000)}) { edges { cursor } } }`,
    invalid,
  ),
  asked(
    "the same in variables",
    "query ($o: TimelineOrder) { events(orderBy: $o) { edges { cursor } } }",
    badInput,
    { o: "OLDEST".repeat(15_000) },
  ),
  sent(
    "lists in variables nested very deep",
    `{"query":${JSON.stringify(IDS)},"variables":{"i":${"[".repeat(300_000)}${"]".repeat(300_000)}}}`,
    400,
    "VARIABLES_TOO_LARGE",
  ),
  sent(
    "objects in variables nested deeper than the stack",
    `{"query":${JSON.stringify(FILTER)},"variables":${'{"f":'.repeat(150_000)}1${"}".repeat(150_000)}}`,
    400,
    "VARIABLES_TOO_LARGE",
  ),
  sent(
    "lists nested as deep as variables may hold",
    `{"query":${JSON.stringify(IDS)},"variables":{"i":${"[".repeat(4_900)}${"]".repeat(4_900)}}}`,
    400,
    "BAD_USER_INPUT",
  ),
  asked("a hundred thousand wrong ids", IDS, refused("VARIABLES_TOO_LARGE"), {
    i: Array(100_000).fill(null),
  }),
  asked(
    "more ids than may be asked for",
    IDS,
    { status: 200, code: "INVALID_PAGE" },
    { i: Array(4_000).fill("a") },
  ),
  asked("4,000 unknown names in a filter", FILTER, badInput, {
    f: Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`kinds${index}`, 1])),
  }),
  asked("4,000 kinds of entries", FILTER, FINE, { f: { kinds: Array(4_000).fill("EVENT") } }),
  asked(
    "cursors that are none",
    `{ ${many(50, (a) => `a${a}: events(first: 1, after: "${"W".repeat(1_000)}") { edges { cursor } }`)} }`,
    { status: 200, code: "INVALID_CURSOR" },
  ),
  asked(
    "a cursor that says something else",
    `{ events(after: "${Buffer.from('{"__proto__":{"a":1}}').toString("base64url")}") { edges { cursor } } }`,
    { status: 200, code: "INVALID_CURSOR" },
  ),
  asked(
    "an id that says something else",
    `{ node(id: "${Buffer.from("__proto__:constructor").toString("base64url")}") { id } }`,
    { status: 200, code: "INVALID_ID" },
  ),
  asked(
    "a date as long as it may be",
    "query ($d: EDTF) { events(filter: { from: $d }) { edges { cursor } } }",
    { status: 400, code: "INVALID_DATE" },
    { d: `{${"2020,".repeat(19_000)}2021}` },
  ),
  asked(
    "a locale that is none",
    '{ events(first: 1) { edges { node { when { display(locale: "../../etc/passwd") } } } } }',
    { status: 200, code: "INVALID_LOCALE" },
  ),
  asked(
    "quotation marks and semicolons in a search",
    `{ search(query: "\\"\\" OR 1=1; DROP TABLE event; --* NEAR(") { edges { cursor } } }`,
    FINE,
  ),
  asked("null bytes in a slug", '{ person(slug: "a\\u0000b") { name } }', FINE),
  asked("null bytes in a search", '{ search(query: "a\\u0000b\\u0000") { edges { cursor } } }', FINE),
  asked("half a character in a slug", '{ person(slug: "\\uD800") { name } }', unreadable),
  asked("half a character in variables", "query ($s: String!) { person(slug: $s) { name } }", FINE, {
    s: "\ud800",
  }),
];

export const prototypes: readonly HostileRequest[] = [
  sent(
    "__proto__ in variables",
    `{"query":${JSON.stringify(FIRST)},"variables":{"__proto__":{"n":5},"constructor":{"prototype":{"n":5}}}}`,
    200,
    null,
  ),
  sent(
    "__proto__ in a filter",
    `{"query":${JSON.stringify(FILTER)},"variables":{"f":{"__proto__":{"kinds":["EVENT"]}}}}`,
    400,
    "BAD_USER_INPUT",
  ),
  sent(
    "constructor in a filter",
    `{"query":${JSON.stringify(FILTER)},"variables":{"f":{"constructor":{"name":"a"}}}}`,
    400,
    "BAD_USER_INPUT",
  ),
  sent("__proto__ as the body", '{"__proto__":{"query":"{ __typename }"}}', 400, "BAD_REQUEST"),
  asked(
    "variables named __proto__ and constructor",
    "query ($__proto__: Int, $constructor: Int) { a: events(first: $__proto__) { edges { cursor } } b: events(first: $constructor) { edges { cursor } } }",
    FINE,
  ),
  asked("aliases named __proto__ and constructor", "{ __proto__: __typename constructor: __typename }", FINE),
  asked("fields named __proto__ and constructor", "{ __proto__ constructor { name } }", invalid),
  asked(
    "types named __proto__ and constructor",
    "{ ... on __proto__ { a } ... on constructor { b } }",
    invalid,
  ),
  asked(
    "fragments named __proto__ and constructor",
    "{ ...__proto__ ...constructor } fragment __proto__ on Query { __typename } fragment constructor on Query { __typename }",
    FINE,
  ),
  asked("an operation named __proto__", "query A { __typename } query B { __typename }", {
    status: 400,
    code: "OPERATION_RESOLUTION_FAILURE",
    operationName: "__proto__",
  }),
];
