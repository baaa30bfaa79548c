import { setTimeout as sleep } from "node:timers/promises";
import { GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/domain/request-limits.ts";
import { createTurns } from "../../src/graphql/turns.ts";
import { ask, testApp } from "./fixture.ts";

function busy(ms: number) {
  for (const end = performance.now() + ms; performance.now() < end; );
}

const withTimeout = (requestTimeoutMs: number) => ({ limits: { ...DEFAULT_LIMITS, requestTimeoutMs } });

describe("a request that takes too long", () => {
  test("is answered with status 504 and the code TIMEOUT", async () => {
    const { app, lines } = testApp(withTimeout(30));
    // What the first request loads is not part of any deadline.
    await ask(app, "{ hello }");
    const started = performance.now();
    const { response, answer } = await ask(app, "{ hello slow(ms: 2000) }");
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(response.status).toBe(504);
    expect(response.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer).toEqual({
      errors: [
        {
          message: "The answer took longer than 30 ms. Ask for less, or for shorter pages.",
          extensions: { code: "TIMEOUT" },
        },
      ],
    });
    await sleep(20);
    expect(lines.filter(({ msg }) => msg === "unexpected error")).toEqual([]);
  });

  test("calls no more resolvers", async () => {
    const called: string[] = [];
    let stopped: AbortSignal | undefined;
    const Inner = new GraphQLObjectType({
      name: "Inner",
      fields: { late: { type: GraphQLString, resolve: () => void called.push("late") } },
    });
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: "Query",
        fields: { outer: { type: Inner, resolve: () => sleep(320, { called: called.push("outer") }) } },
      }),
    });
    const { app } = testApp({
      ...withTimeout(160),
      schema,
      createContext({ signal }) {
        stopped = signal;
        return { visits: 0 };
      },
    });
    expect((await ask(app, "{ outer { late } }")).response.status).toBe(504);
    expect(stopped?.aborted).toBe(true);
    await sleep(240);
    expect(called).toEqual(["outer"]);
  });

  test("ends within a step of execution that blocks", async () => {
    let called = 0;
    const Item = new GraphQLObjectType({
      name: "Item",
      fields: {
        slow: {
          type: GraphQLString,
          resolve() {
            called += 1;
            busy(10);
            return "done";
          },
        },
      },
    });
    const items = { type: new GraphQLList(Item), resolve: () => Array(300).fill({}) };
    const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields: { items } }) });
    const { app } = testApp({ ...withTimeout(50), schema });
    const { response, answer } = await ask(app, "{ items { slow } }");
    expect(response.status).toBe(504);
    expect(answer.errors?.map((error) => error.extensions)).toEqual([{ code: "TIMEOUT" }]);
    expect(called).toBeLessThan(30);
  });

  test("is one whose body does not come, too", async () => {
    const { app } = testApp(withTimeout(30));
    const body = new ReadableStream({ pull: () => new Promise(() => undefined) });
    const headers = { "content-type": "application/json", "content-length": "20" };
    const init = { method: "POST", headers, body, duplex: "half" };
    const response = await app.fetch(new Request("http://localhost/graphql", init));
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "TIMEOUT" } }] });
  });

  test("leaves others alone, and there may be no limit", async () => {
    const { app } = testApp(withTimeout(1_000));
    expect((await ask(app, "{ slow(ms: 5) }")).answer.data).toEqual({ slow: "done" });
    const endless = testApp(withTimeout(0));
    expect((await ask(endless.app, "{ slow(ms: 40) }")).answer.data).toEqual({ slow: "done" });
  });
});

describe("the turns of a request", () => {
  test("let others go between pieces of work that block", async () => {
    const turns = createTurns();
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    const work = ["a", "b", "c"].map((name) =>
      turns.take(() => {
        busy(30);
        order.push(name);
      }),
    );
    await Promise.all(work);
    expect(order).toEqual(["a", "other", "b", "c"]);
  });

  test("are not waited for while the first has not lasted long", async () => {
    const turns = createTurns();
    let others = 0;
    const other = setImmediate(() => others++);
    expect(await Promise.all([1, 2, 3].map((one) => turns.take(() => one * 2)))).toEqual([2, 4, 6]);
    expect(others).toBe(0);
    clearImmediate(other);
  });

  test("end with the request, also within a step of execution that began before", async () => {
    const controller = new AbortController();
    const turns = createTurns(controller.signal);
    let done = 0;
    const work = Array.from({ length: 20 }, () =>
      turns.take(() => {
        busy(25);
        done += 1;
      }),
    );
    setTimeout(() => controller.abort(new Error("too late")), 40);
    const ends = await Promise.allSettled(work);
    expect(done).toBeLessThan(6);
    expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(20 - done);
  });

  test("go on after work that fails, and let work wait for other work", async () => {
    const turns = createTurns();
    await expect(turns.take(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await turns.take(() => turns.take(() => "inner"))).toBe("inner");
  });
});
