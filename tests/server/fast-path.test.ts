import { createHash } from "node:crypto";
import { request as send } from "node:http";
import { parse } from "graphql";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedStory } from "../../src/commands/seed.ts";
import { EXAMPLE_QUERIES } from "../../src/graphql/examples.ts";
import type { App } from "../../src/server/app.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { PERSON_EVENTS } from "../bench/query.ts";
import { storeOfThisFile } from "../support/store.ts";
import type { LogLine } from "./fixture.ts";
import { HOSTILE_REQUESTS } from "./hostile/requests.ts";

/** A request, as little of it as matters. */
interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer, without what is another each time. */
interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const { store } = await storeOfThisFile();

/** An operation that is registered on both servers. */
const REGISTERED = "query Titles($topic: String!) { topic(slug: $topic) { title } }";
const ID = createHash("sha256").update(REGISTERED).digest("hex");
const persisted = {
  operations: new Map([[ID, { text: REGISTERED, document: parse(REGISTERED) }]]),
  only: false,
  maxAgeSeconds: 5,
};

/** A server, what it logs, and how many requests it answered on the fast path. */
async function serve(fastPath: boolean) {
  const lines: LogLine[] = [];
  const counted = { fast: 0 };
  const logger = createLogger("info", { write: (line) => void lines.push(JSON.parse(line)) });
  const now = () => new Date("2025-12-01T12:00:00Z");
  const app = createDatelineApp(store, { logger, graphiql: true, now, fastPath, persisted });
  const { plain } = app;
  const counting: App = plain
    ? {
        ...app,
        plain: {
          takes: plain.takes,
          async answer(request) {
            const answer = await plain.answer(request);
            if (answer !== null) counted.fast += 1;
            return answer;
          },
        },
      }
    : app;
  const server = await listen(counting, { host: "127.0.0.1", port: 0, logger });
  return { server, lines, counted };
}

let fast: Awaited<ReturnType<typeof serve>>;
let ordinary: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await seedStory(store);
  fast = await serve(true);
  ordinary = await serve(false);
});
afterAll(() => Promise.all([fast.server.close(), ordinary.server.close()]));

function ask({ server }: { server: Listening }, asked: Asked): Promise<Answered> {
  const { method = "POST", path = "/graphql", body, headers } = asked;
  return new Promise((resolve, reject) => {
    const sent = send(
      {
        host: "127.0.0.1",
        port: server.port,
        method,
        path,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => void chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const { date: _, "x-request-id": id, ...rest } = response.headers;
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode,
            headers: rest,
            body: typeof id === "string" ? text.replaceAll(id, "(its id)") : text,
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Asks the same of both, again and again: at first the text is new, then planned, then the answer is kept. */
async function expectTheSame(asked: Asked, times = 3): Promise<number> {
  const before = fast.counted.fast;
  const expected = await ask(ordinary, asked);
  for (let time = 1; time <= times; time++) expect(await ask(fast, asked)).toEqual(expected);
  return fast.counted.fast - before;
}

const CONDITION = `query Condition($topic: String!, $long: Boolean!) {
  topic(slug: $topic) { title summary @include(if: $long) slug @skip(if: $long) ...Rest @include(if: $long) }
}
fragment Rest on Topic { people(first: 2) { edges { node { name } } } }`;

const ABSTRACT = `query Abstract($topic: String!) {
  topic(slug: $topic) {
    __typename
    again: title title
    timeline(first: 40) { edges { cursor node {
      __typename id title
      ... on Event { status participants { agent { __typename name ... on Person { roles { title } } } } }
      ... on Quote { text speaker { name } evidence { exact prefix method link subject { __typename } } }
      ... on Node { id }
      when { edtf display(locale: "de") approximate }
    } } pageInfo { hasNextPage endCursor } }
  }
}`;

function registered(variables: unknown): string {
  return `/graphql?documentId=${ID}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
}

const posted = (query: string, variables?: unknown, rest: object = {}): Asked => ({
  body: JSON.stringify({ query, variables, ...rest }),
});
const topic = { topic: "putin-trump-summit" };

describe("what is answered on the fast path has the bytes and headers of the ordinary one", () => {
  test.each(EXAMPLE_QUERIES.map(({ name, query, variables }) => [name, query, variables] as const))(
    "%s",
    async (_, query, variables) => {
      expect(await expectTheSame(posted(query, JSON.parse(variables)))).toBe(3);
    },
  );

  const queries: readonly (readonly [string, Asked])[] = [
    ["the measured one", posted(PERSON_EVENTS, { slug: "vladimir-putin" })],
    ["nothing found", posted(PERSON_EVENTS, { slug: "nobody" })],
    ["names twice, fragments, types", posted(ABSTRACT, topic)],
    ["a condition that holds", posted(CONDITION, { ...topic, long: true })],
    ["a condition that does not", posted(CONDITION, { ...topic, long: false })],
    ["a view of a day", posted('{ events(asOf: "2025-10-20") { edges { node { id title overdue } } } }')],
    [
      "one of several operations",
      posted("query A { __typename } query B { b: __typename }", {}, { operationName: "B" }),
    ],
    ["by GET", { method: "GET", path: `/graphql?query=${encodeURIComponent("{ topics { totalCount } }")}` }],
    [
      "another type",
      { ...posted("{ topics { totalCount } }"), headers: { accept: "application/graphql-response+json" } },
    ],
    ["a registered one by POST", { body: JSON.stringify({ documentId: ID, variables: topic }) }],
    ["a registered one by GET", { method: "GET", path: registered(topic) }],
    [
      "by GET, with the name of a parameter in its text",
      {
        method: "GET",
        path: `/graphql?query=${encodeURIComponent('{ topic(slug: "documentId')}=${encodeURIComponent('") { title } }')}`,
      },
    ],
    [
      "from a page elsewhere",
      { ...posted("{ topics { totalCount } }"), headers: { origin: "https://example.org" } },
    ],
  ];
  test.each(queries)("%s", async (_, asked) => {
    expect(await expectTheSame(asked)).toBeGreaterThanOrEqual(2);
  });

  test("an address is not taken for a body", async () => {
    const path = `/graphql?query=${encodeURIComponent("{ topics { totalCount } }")}`;
    await expectTheSame({ method: "GET", path });
    expect(await expectTheSame({ body: path })).toBe(0);
  });

  test("a copy that a client has already", async () => {
    const asked: Asked = { method: "GET", path: registered(topic) };
    const { etag } = (await ask(ordinary, asked)).headers;
    const again = { ...asked, headers: { "if-none-match": String(etag) } };
    expect((await ask(ordinary, again)).status).toBe(304);
    expect(await expectTheSame(again)).toBeGreaterThan(0);
  });
});

describe("what is out of the ordinary, or goes wrong, is answered in the ordinary way", () => {
  const requests: readonly (readonly [string, Asked])[] = [
    ["a text that is no query", posted("{ topic(")],
    ["an unknown field", posted("{ nothing }")],
    ["a variable of the wrong type", posted(CONDITION, { topic: 1, long: true })],
    ["a variable that is missing", posted(CONDITION, { topic: "x" })],
    ["a resolver that refuses", posted("{ events(first: 1000) { edges { node { id } } } }")],
    ["a cursor that is none", posted('{ events(after: "x") { edges { node { id } } } }')],
    ["an id that is none", posted('{ a: topics { totalCount } node(id: "x") { id } }')],
    ["introspection", posted("{ __schema { queryType { name } } topics { totalCount } }")],
    [
      "too much",
      posted(`{ topics(first: 100) { edges { node { timeline(first: 100) { edges { node { id } } } } } } }`),
    ],
    ["another name", posted("query A { __typename }", {}, { operationName: "C" })],
    ["extensions", posted("{ __typename }", {}, { extensions: {} })],
    ["a list", { body: "[]" }],
    ["nothing", { body: "" }],
    [
      "a page for people",
      { method: "GET", path: "/graphql?query={__typename}", headers: { accept: "text/html" } },
    ],
    ["an unknown id", { body: JSON.stringify({ documentId: "no" }) }],
    ["another type of body", { ...posted("{ __typename }"), headers: { "content-type": "text/plain" } }],
  ];
  test.each(requests)("%s", async (_, asked) => {
    expect(await expectTheSame(asked)).toBe(0);
  });

  const hostile = Object.values(HOSTILE_REQUESTS).flat();
  test("requests that mean harm", async () => {
    for (const { method = "POST", search = "", headers, body } of hostile) {
      if (body instanceof ReadableStream || (body !== undefined && typeof body !== "string")) continue;
      await expectTheSame(
        {
          method,
          path: `/graphql${search}`,
          headers: { accept: "application/graphql-response+json", ...headers },
          ...(body === undefined ? {} : { body }),
        },
        1,
      );
    }
  });
});

test("each request has its line in the access log, with the id that it brought", async () => {
  for (const one of [fast, ordinary]) one.lines.length = 0;
  for (const id of ["first", "second", "not a good one"]) {
    for (const one of [fast, ordinary]) {
      await ask(one, { ...posted("{ topics { totalCount } }"), headers: { "x-request-id": id } });
    }
  }
  const shown = (lines: readonly LogLine[]) =>
    lines.map(({ requestId, ms, time: _, ...rest }) => ({
      ...rest,
      requestId: ["first", "second"].includes(String(requestId)) ? requestId : typeof requestId,
      ms: typeof ms,
    }));
  expect(shown(fast.lines)).toEqual(shown(ordinary.lines));
  expect(fast.lines).toHaveLength(3);
});

describe("the audits of GraphQL over HTTP hold on it", () => {
  const audits = serverAudits({
    url: "http://127.0.0.1/graphql",
    fetchFn: (url: string, init?: RequestInit) =>
      fetch(url.replace("127.0.0.1", `127.0.0.1:${fast.server.port}`), init),
  });
  test("each of them twice, so that their texts are known", async () => {
    for (let time = 1; time <= 2; time++) {
      for (const audit of audits) expect(await audit.fn(), audit.name).toMatchObject({ status: "ok" });
    }
  });
});
