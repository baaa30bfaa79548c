import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedStory } from "../../src/commands/seed.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { storeOfThisFile } from "../support/store.ts";
import type { Answer, LogLine } from "./fixture.ts";
import type { HostileRequest } from "./hostile/request.ts";
import { HOSTILE_REQUESTS } from "./hostile/requests.ts";

/** Far above what any of them takes, in milliseconds: machines that run tests are busy. */
const PATIENCE = 3_000;
/** No answer is much larger than what an introspection gets, in characters. */
const LARGEST_ANSWER = 300_000;

const { store } = await storeOfThisFile();
const lines: LogLine[] = [];
let server: Listening;

beforeAll(async () => {
  await seedStory(store);
  const logger = createLogger("info", { write: (line) => void lines.push(JSON.parse(line)) });
  const now = () => new Date("2025-12-01T12:00:00Z");
  const app = createDatelineApp(store, { logger, graphiql: true, now });
  server = await listen(app, { host: "127.0.0.1", port: 0, logger });
});

afterAll(() => server.close());

async function send({ method = "POST", search = "", headers, body }: Partial<HostileRequest>) {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql${search}`, {
    method,
    headers: {
      accept: "application/graphql-response+json",
      "content-type": "application/json",
      ...headers,
    },
    body: body ?? null,
  });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - started };
}

function codeOf(text: string): unknown {
  if (text === "") return null;
  const { errors }: Answer = JSON.parse(text);
  return errors?.[0]?.extensions["code"] ?? null;
}

test("there are as many as there were", () => {
  expect(Object.values(HOSTILE_REQUESTS).flat().length).toBeGreaterThanOrEqual(113);
});

describe.each(Object.entries(HOSTILE_REQUESTS))("%s", (_, requests) => {
  test.each(requests)("$name", async (request) => {
    const { status, text, ms } = await send(request);
    expect({ status, code: codeOf(text) }).toEqual({ status: request.status, code: request.code });
    expect(ms).toBeLessThan(PATIENCE);
    expect(text.length).toBeLessThan(LARGEST_ANSWER);

    const after = await send({
      body: JSON.stringify({ query: '{ person(slug: "donald-trump") { name } }' }),
    });
    expect(JSON.parse(after.text)).toMatchObject({ data: { person: { name: "Donald Trump" } } });
    expect(after.ms).toBeLessThan(PATIENCE);
  });
});

test("none of them is a fault of ours, nor leaves anything behind", () => {
  expect(lines.filter(({ msg }) => msg === "unexpected error")).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
