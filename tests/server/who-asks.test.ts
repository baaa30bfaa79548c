import { expect, onTestFinished, test, vi } from "vitest";
import { createKey, revokeKey } from "../../src/access/keys.ts";
import { seedStory } from "../../src/commands/seed.ts";
import { schema } from "../../src/graphql/schema.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import { compileSources } from "../../src/server/persisted/compile.ts";
import { storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await seedStory(store);
const NOW = new Date("2026-11-24T12:00:00Z");
const PAGE = "/topics/putin-trump-summit";
const persisted = compileSources(
  [
    {
      id: "title",
      text: 'query Title { topic(slug: "putin-trump-summit") { title } }',
      at: () => "title:1",
      namesAreIds: false,
    },
  ],
  schema,
);

const secretOf = async (name: string, scope: "READER" | "EDITOR") =>
  (await createKey(store, { name, scope, expiresAt: null }, NOW)).secret;
const reader = await secretOf("app", "READER");
const editor = await secretOf("desk", "EDITOR");

/** Asks an app that is closed when the test is over. */
function asking({ anonymousRead }: { anonymousRead: boolean }) {
  const { operations } = persisted;
  const app = createDatelineApp(store, {
    logger: createLogger("silent"),
    graphiql: true,
    anonymousRead,
    persisted: { operations, only: false, maxAgeSeconds: 60 },
    now: () => NOW,
  });
  onTestFinished(() => app.close());
  return (path: string, secret: string | null, headers: Record<string, string> = {}) => {
    const authorization: Record<string, string> =
      secret === null ? {} : { authorization: `Bearer ${secret}` };
    return app.fetch(new Request(`http://localhost${path}`, { headers: { ...authorization, ...headers } }));
  };
}

const question = (query: string) => `/graphql?${new URLSearchParams({ query })}`;

test("the API says who asks", async () => {
  const ask = asking({ anonymousRead: true });
  const who = async (secret: string | null) =>
    (await ask(question("{ viewer { name scope } }"), secret)).json();
  expect(await who(null)).toMatchObject({ data: { viewer: null } });
  expect(await who(reader)).toMatchObject({ data: { viewer: { name: "app", scope: "READER" } } });
  expect(await who(editor)).toMatchObject({ data: { viewer: { name: "desk", scope: "EDITOR" } } });
});

test.each(["/graphql?query={__typename}", "/graphql?documentId=title", PAGE, "/", `${PAGE}/feed.atom`])(
  "a key that is not valid is refused at %s, wherever reading is open",
  async (path) => {
    const ask = asking({ anonymousRead: true });
    const { key, secret } = await createKey(store, { name: path, scope: "ADMIN", expiresAt: null }, NOW);
    expect((await ask(path, secret)).status).toBe(200);
    await revokeKey(store, key, NOW);
    for (const refused of [secret, "dateline_wrong", ""]) {
      const answer = await ask(path, refused);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    }
    expect((await ask(path, null)).status).toBe(200);
  },
);

test("where reading is closed, strangers get nothing that is on record, and are told why", async () => {
  const ask = asking({ anonymousRead: false });
  const exports = ["timeline.json", "export.jsonld", "calendar.ics"].map((name) => `${PAGE}/${name}`);
  for (const path of ["/graphql?query={__typename}", "/graphql?documentId=title", "/", PAGE, ...exports]) {
    const refused = await ask(path, null);
    expect(refused.status, path).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="dateline"');
    expect(await refused.text()).toContain("dateline keys create");
    expect([200, 404]).toContain((await ask(path, reader)).status);
  }
  const page = await ask(PAGE, null, { accept: "text/html" });
  expect(page.status).toBe(401);
  expect(await page.text()).toContain("<h1>This takes a key</h1>");
  for (const open of ["/health/live", "/assets/base.css"]) expect((await ask(open, null)).status).toBe(200);
});

test("a subscription ends soon after its key was revoked", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const ask = asking({ anonymousRead: false });
  const { key, secret } = await createKey(store, { name: "follower", scope: "READER", expiresAt: null }, NOW);
  const path = question("subscription { timelineChanged { nodeId } }");
  const response = await ask(path, secret, { accept: "text/event-stream" });
  const reader = response.body?.getReader();
  const next = async () => {
    const { value, done } = (await reader?.read()) ?? {};
    return done ? "(end)" : new TextDecoder().decode(value);
  };
  expect(await next()).toMatch(/^retry:/);
  const beat = next();
  vi.advanceTimersByTime(15_000);
  expect(await beat).toMatch(/^:\nid: /);
  await revokeKey(store, key, NOW);
  const end = next();
  vi.advanceTimersByTime(15_000);
  expect(await end).toBe("(end)");
});

test("what one is answered, no cache gives to another", async () => {
  const ask = asking({ anonymousRead: true });
  for (const path of ["/graphql?documentId=title", PAGE, `${PAGE}/feed.atom`, question("{ __typename }")]) {
    const answers = [];
    for (const secret of [null, reader, editor]) {
      const answer = await ask(path, secret);
      const vary = answer.headers.get("vary")?.split(", ");
      expect(vary).toEqual(expect.arrayContaining(["authorization", "cookie"]));
      const caching = answer.headers.get("cache-control") ?? "";
      if (secret !== null) expect(caching).toMatch(/no-store|private, max-age=0/);
      answers.push(answer.headers.get("etag"));
    }
    const tags = answers.filter((tag) => tag !== null);
    expect(new Set(tags).size, path).toBe(tags.length);
  }
  const public_ = await ask("/graphql?documentId=title", null);
  expect(public_.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
  const etag = public_.headers.get("etag") ?? "";
  const ifNoneMatch = { "if-none-match": etag };
  expect((await ask("/graphql?documentId=title", null, ifNoneMatch)).status).toBe(304);
  expect((await ask("/graphql?documentId=title", editor, ifNoneMatch)).status).toBe(200);
});

test("drafts are for editors", async () => {
  const ask = asking({ anonymousRead: true });
  const questions = [
    "{ drafts { totalCount } }",
    "{ articles(first: 1) { edges { node { drafts { totalCount } } } } }",
    "{ timeline(filter: { drafts: true }, first: 1) { totalCount } }",
    '{ topic(slug: "putin-trump-summit") { facets(filter: { drafts: true }) { kinds { count } } } }',
  ];
  for (const query of questions) {
    const code = async (secret: string | null) => {
      const answer: unknown = await (await ask(question(query), secret)).json();
      return answer;
    };
    expect(await code(null)).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(await code(reader)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await code(editor)).not.toHaveProperty("errors");
  }
});

test("an editor sends a whole page, others do not", async () => {
  const app = createDatelineApp(store, { logger: createLogger("silent"), graphiql: false, now: () => NOW });
  onTestFinished(() => app.close());
  const query =
    "mutation ($input: IngestArticleInput!) { ingestArticle(input: $input) { ... on MutationError { path } } }";
  const body = (size: number) =>
    JSON.stringify({
      query,
      variables: { input: { idempotencyKey: String(size), ninjs: " ".repeat(size) } },
    });
  const sent = (size: number, secret: string) =>
    app.fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
        body: body(size),
      }),
    );
  expect(await (await sent(1_200_000, editor)).json()).toMatchObject({
    data: { ingestArticle: { path: ["input", "ninjs"] } },
  });
  expect((await sent(1_200_000, reader)).status).toBe(413);
  expect(await (await sent(200_000, reader)).json()).toMatchObject({
    errors: [{ extensions: { code: "VARIABLES_TOO_LARGE" } }],
  });
});
