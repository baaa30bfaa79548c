import { getIntrospectionQuery } from "graphql";

/** A request that somebody means ill with, and the answer that it has to get. */
export interface HostileRequest {
  readonly name: string;
  readonly method?: string;
  /** After `/graphql`. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  /** Of the first error; null where there is none to be: what was asked for is harmless. */
  readonly code: string | null;
}

type Asked = Pick<HostileRequest, "status" | "code"> & { readonly operationName?: unknown };

/** A query that is sent as it should be. */
function asked(
  name: string,
  query: unknown,
  { status, code, ...more }: Asked,
  variables?: unknown,
): HostileRequest {
  return { name, body: JSON.stringify({ query, variables, ...more }), status, code };
}

/** A body that is sent as JSON, whatever it is. */
function sent(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  code: string | null,
): HostileRequest {
  return { name, body, status, code };
}

function many(count: number, write: (index: number) => string, between = " "): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(between);
}

const FINE = { status: 200, code: null };
const invalid = { status: 400, code: "GRAPHQL_VALIDATION_FAILED" };
const unreadable = { status: 400, code: "GRAPHQL_PARSE_FAILED" };
const badInput = { status: 400, code: "BAD_USER_INPUT" };
const refused = (code: string) => ({ status: 400, code });

const EVENTS = "{ events(first: 1) { edges { node { title } } } }";
const FIRST = "query ($n: Int) { events(first: $n) { edges { cursor } } }";
const IDS = "query ($i: [ID!]!) { nodes(ids: $i) { id } }";
const FILTER = "query ($f: TimelineFilter) { timeline(filter: $f) { edges { cursor } } }";

/** Fragments of which each spreads the next twice. */
function laughs(length: number, on: string, write: (next: string) => string, last: string): string {
  return many(length, (index) => {
    const next = index + 1 < length ? `...F${index + 1} ...F${index + 1}` : last;
    return `fragment F${index} on ${on} { ${write(next)} }`;
  });
}

const nesting: readonly HostileRequest[] = [
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

const fragments: readonly HostileRequest[] = [
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

const floods: readonly HostileRequest[] = [
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

const introspection: readonly HostileRequest[] = [
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

const values: readonly HostileRequest[] = [
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

const prototypes: readonly HostileRequest[] = [
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

const bodies: readonly HostileRequest[] = [
  sent("no body", "", 400, "BAD_REQUEST"),
  sent("half of a body", '{"query":"{ __type', 400, "BAD_REQUEST"),
  sent("an empty list", "[]", 400, "BAD_REQUEST"),
  sent("a batch", JSON.stringify(Array(1_000).fill({ query: EVENTS })), 400, "BAD_REQUEST"),
  sent("a number", "1", 400, "BAD_REQUEST"),
  sent("null", "null", 400, "BAD_REQUEST"),
  sent("brackets nested very deep", "[".repeat(500_000), 400, "BAD_REQUEST"),
  sent(
    "brackets nested very deep that are closed",
    "[".repeat(500_000) + "]".repeat(500_000),
    400,
    "BAD_REQUEST",
  ),
  sent("names that are there twice", '{"query":"{ nothing }","query":"{ __typename }"}', 200, null),
  sent(
    "bytes that are not UTF-8",
    new Uint8Array([
      ...Buffer.from('{"query":"{ __typename } #'),
      0xff,
      0xfe,
      0xc0,
      0x80,
      ...Buffer.from('"}'),
    ]),
    200,
    null,
  ),
  sent(
    "bytes that are not UTF-8 in a name",
    new Uint8Array([...Buffer.from('{"query":"{ '), 0xc0, 0x80, ...Buffer.from(' }"}')]),
    400,
    "GRAPHQL_PARSE_FAILED",
  ),
  sent("a null byte in the query", '{"query":"{ __typename \\u0000 }"}', 400, "GRAPHQL_PARSE_FAILED"),
  sent("a null byte in the body", '{"query":"{ __typename }"\0}', 400, "BAD_REQUEST"),
  sent(
    "a body larger than may be sent",
    JSON.stringify({ query: EVENTS, variables: { a: "a".repeat(1_100_000) } }),
    413,
    "REQUEST_TOO_LARGE",
  ),
  asked("no query", undefined, refused("BAD_REQUEST")),
  asked("an empty query", "", unreadable),
  asked("a query that is a number", 1, refused("BAD_REQUEST")),
  asked("variables that are a list", "{ __typename }", refused("BAD_REQUEST"), []),
  asked("variables that are text", "{ __typename }", refused("BAD_REQUEST"), "{}"),
  asked("an operation that is not there", "query A { __typename }", {
    status: 400,
    code: "OPERATION_RESOLUTION_FAILURE",
    operationName: "B",
  }),
  asked("an operation's name that is a number", "query A { __typename }", {
    status: 400,
    code: "OPERATION_RESOLUTION_FAILURE",
    operationName: 1,
  }),
  asked("a mutation", "mutation { __typename }", { status: 200, code: "BAD_USER_INPUT" }),
  asked("a subscription to nothing", "subscription { __typename }", {
    status: 400,
    code: "GRAPHQL_VALIDATION_FAILED",
  }),
];

const http: readonly HostileRequest[] = [
  {
    name: "text",
    headers: { "content-type": "text/plain" },
    body: EVENTS,
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    name: "XML",
    headers: { "content-type": "application/xml" },
    body: "<a/>",
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    name: "no content type",
    headers: { "content-type": "" },
    body: JSON.stringify({ query: EVENTS }),
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    name: "a form with files",
    headers: { "content-type": "multipart/form-data; boundary=a" },
    body: "--a--",
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    name: "a content type of 10,000 characters",
    headers: { "content-type": `application/json; a=${"b".repeat(10_000)}` },
    body: JSON.stringify({ query: "{ __typename }" }),
    status: 200,
    code: null,
  },
  {
    name: "an answer in images",
    headers: { accept: "image/png" },
    body: JSON.stringify({ query: "{ __typename }" }),
    status: 406,
    code: null,
  },
  { name: "PUT", method: "PUT", body: JSON.stringify({ query: EVENTS }), status: 405, code: "BAD_REQUEST" },
  { name: "DELETE", method: "DELETE", status: 405, code: "BAD_REQUEST" },
  { name: "GET without a query", method: "GET", status: 400, code: "BAD_REQUEST" },
  {
    name: "GET with a mutation",
    method: "GET",
    search: `?query=${encodeURIComponent("mutation { __typename }")}`,
    status: 405,
    code: "BAD_REQUEST",
  },
  {
    name: "GET with broken escapes",
    method: "GET",
    search: "?query=%E0%A4%A",
    status: 400,
    code: "GRAPHQL_PARSE_FAILED",
  },
  {
    name: "GET with variables that are no JSON",
    method: "GET",
    search: "?query={__typename}&variables={",
    status: 400,
    code: "BAD_REQUEST",
  },
  {
    name: "GET with a query that costs too much",
    method: "GET",
    search: `?query=${encodeURIComponent("{ people(first: 100) { edges { node { events(first: 100) { edges { cursor } } } } } }")}`,
    status: 400,
    code: "QUERY_TOO_EXPENSIVE",
  },
];

/** Every request by what kind of it does harm. */
export const HOSTILE_REQUESTS: Readonly<Record<string, readonly HostileRequest[]>> = {
  nesting,
  fragments,
  floods,
  introspection,
  values,
  prototypes,
  bodies,
  http,
};
