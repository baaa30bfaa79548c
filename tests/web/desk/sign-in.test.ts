import { expect, test } from "vitest";
import { revokeKey } from "../../../src/access/keys.ts";
import { SESSION_LASTS } from "../../../src/access/sessions.ts";
import { deskApp, keyFor, Visitor } from "../../support/desk.ts";
import { storeOfThisFile } from "../../support/store.ts";

const { store } = await storeOfThisFile();
const ada = await keyFor(store, "Ada");

test("whoever is not signed in is led to the sign-in, and from there to where they wanted", async () => {
  const visitor = new Visitor(deskApp(store));
  await visitor.open("/desk/new");
  expect(visitor.url).toContain("/desk/sign-in");
  await visitor.send("/desk/sign-in", { key: ada });
  expect(new URL(visitor.url).pathname).toBe("/desk/new");
  expect(visitor.html).toContain("Ada");
});

test.each([
  "//evil.example/",
  "https://evil.example/",
  "/\\evil.example",
  "javascript:alert(1)",
  "/a b",
  "/\u0001",
])("signing in leads nowhere else: %j", async (next) => {
  const visitor = new Visitor(deskApp(store));
  await visitor.open(`/desk/sign-in?${new URLSearchParams({ next })}`);
  await visitor.send("/desk/sign-in", { key: ada });
  expect(visitor.url).toBe("http://localhost/desk");
});

test("the cookie is for no script and no other site, and secure over https", async () => {
  const app = deskApp(store);
  const signIn = (url: string) =>
    app.fetch(
      new Request(`${url}/desk/sign-in`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
        body: String(new URLSearchParams({ key: ada })),
      }),
    );
  const open = (await signIn("http://localhost")).headers.get("set-cookie");
  expect(open).toMatch(/; HttpOnly/);
  expect(open).toMatch(/; SameSite=Lax/);
  expect(open).not.toMatch(/; Secure/);
  expect((await signIn("https://localhost")).headers.get("set-cookie")).toMatch(/; Secure/);
});

test("a session survives a restart, and ends with signing out, with its key and after a week", async () => {
  const clock = { now: new Date() };
  const now = () => clock.now;
  const key = await keyFor(store, "Bea");
  const visitor = new Visitor(deskApp(store, now));
  await visitor.signIn(key);
  const { cookie } = visitor;
  const pageOf = async (path = "/desk") => {
    const headers = { accept: "text/html", cookie };
    const response = await deskApp(store, now).fetch(new Request(`http://localhost${path}`, { headers }));
    return response.headers.get("location") ?? (await response.text());
  };
  expect(await pageOf()).toContain("Waiting for a decision");
  clock.now = new Date(clock.now.getTime() + SESSION_LASTS);
  expect(await pageOf()).toContain("/desk/sign-in");
  clock.now = new Date();
  expect(await pageOf()).toContain("Waiting for a decision");

  const other = new Visitor(deskApp(store, now));
  await other.signIn(key);
  const old = other.cookie;
  await other.open("/desk");
  await other.send("/desk/sign-out");
  expect(other.cookie).toBe("");
  const again = await deskApp(store).fetch(
    new Request("http://localhost/desk", { headers: { cookie: old } }),
  );
  expect(again.headers.get("location")).toContain("/desk/sign-in");

  await revokeKey(store, "Bea", new Date());
  expect(await pageOf()).toContain("/desk/sign-in");
  // What anybody may read stays open to whoever has an old cookie.
  expect(await pageOf("/")).toContain("Running stories");
});

test("a wrong key is refused, and after ten of them the client has to wait, at whichever process; others need not", async () => {
  const clock = { now: new Date() };
  const [one, another] = [deskApp(store, () => clock.now), deskApp(store, () => clock.now)];
  const visitor = new Visitor(one);
  await visitor.open("/desk/sign-in");
  for (let tried = 0; tried < 9; tried++) {
    await visitor.send("/desk/sign-in", { key: `dateline_wrong${tried}` });
    expect(visitor.status).toBe(403);
    expect(visitor.html).toContain("There is no such key");
  }
  // A right key is taken all the same, and what was tried before is forgotten.
  await visitor.signIn(ada);
  expect(visitor.status).toBe(200);
  const client = new Visitor(one, "192.0.2.3");
  const elsewhere = new Visitor(another, "192.0.2.3");
  // Several at once, at both.
  await Promise.all(
    [client, elsewhere].flatMap((from) =>
      Array.from({ length: 8 }, (_, tried) => from.post("/desk/sign-in", { key: `dateline_other${tried}` })),
    ),
  );
  for (const from of [client, elsewhere]) {
    const answer = await from.answer("/desk/sign-in", { key: ada });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("retry-after")).toBe("900");
    expect(await answer.text()).toContain("Try again in 15 minutes");
  }
  clock.now = new Date(clock.now.getTime() + 850_000);
  expect((await client.answer("/desk/sign-in", { key: ada })).headers.get("retry-after")).toBe("50");
  const other = new Visitor(another, "192.0.2.2");
  await other.signIn(ada);
  expect(other.status).toBe(200);
  clock.now = new Date(clock.now.getTime() + 50_000);
  await client.signIn(ada);
  expect(client.status).toBe(200);
});

test("of many that come at once, no more than ten keys of one client are looked at", async () => {
  const client = new Visitor(deskApp(store), "192.0.2.4");
  const answers = await Promise.all(
    Array.from({ length: 15 }, (_, tried) =>
      client.answer("/desk/sign-in", { key: `dateline_many${tried}` }),
    ),
  );
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
});

test("behind a proxy that speaks https, forms are taken from where browsers see this server, and from nowhere else", async () => {
  const signIn = (app: ReturnType<typeof deskApp>, origin: string, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request("http://inside:3000/desk/sign-in", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin, ...headers },
        body: String(new URLSearchParams({ key: ada })),
      }),
      "192.0.2.5",
    );
  const named = deskApp(store, undefined, { publicUrl: "https://news.example" });
  expect((await signIn(named, "https://news.example")).status).toBe(303);
  const refused = await signIn(named, "https://evil.example");
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain("PUBLIC_URL");
  expect((await signIn(deskApp(store), "https://news.example")).status).toBe(403);
  // One that passes the name on and says how it was asked needs no more.
  const trusting = deskApp(store, undefined, { trustedProxies: 1 });
  const told = { "x-forwarded-proto": "https" };
  expect((await signIn(trusting, "https://inside:3000", told)).status).toBe(303);
  expect((await signIn(trusting, "https://inside:3000")).status).toBe(403);
});

test("what another site sends is refused, and so is a form without this session's token", async () => {
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.signIn(ada);
  await visitor.open("/desk/new");
  const fields = {
    text: "Headline\n\nSomething happened on Friday.",
    topic: "",
    newTopic: "A topic",
    once: "x",
  };
  await visitor.post("/desk/new", fields, { origin: "https://evil.example" });
  expect(visitor.status).toBe(403);
  await visitor.post("/desk/new", fields);
  expect(visitor.status).toBe(403);
  expect(visitor.html).toContain("made for another session");
  expect(await store.topics.list("", 10)).toEqual([]);
  // Nor can another site sign somebody in, or out.
  await visitor.post("/desk/sign-in", { key: ada }, { origin: "https://evil.example" });
  expect(visitor.status).toBe(403);
  await visitor.post("/desk/sign-out", {});
  expect(visitor.cookie).not.toBe("");
});

test("a reader's key opens no desk", async () => {
  const visitor = new Visitor(deskApp(store));
  await visitor.signIn(await keyFor(store, "Rita", "READER"));
  expect(visitor.status).toBe(403);
  expect(visitor.html).toContain("takes an editor’s key");
  expect(visitor.html).not.toContain("/desk/new");
  await visitor.send("/desk/sign-out");
  expect(visitor.cookie).toBe("");
  expect(visitor.url).toContain("/desk/sign-in");
});

test("a form that is sent when the session has ended leads back to its page by way of the sign-in", async () => {
  const visitor = new Visitor(deskApp(store));
  await visitor.post("/desk/articles/a-strike/decide", { action: "accept" });
  await visitor.send("/desk/sign-in", { key: ada });
  expect(new URL(visitor.url).pathname).toBe("/desk/articles/a-strike");
});

test("a session is for pages, not for /graphql; no cache keeps its pages for others", async () => {
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.signIn(ada);
  const get = async (path: string) =>
    (await app.fetch(new Request(`http://localhost${path}`, { headers: { cookie: visitor.cookie } })))
      .headers;
  expect((await get("/desk")).get("cache-control")).toBe("no-store");
  const page = await get("/");
  expect(page.get("cache-control")).toMatch(/^private/);
  expect(page.get("vary")).toMatch(/cookie/);
  const asked = await app.fetch(
    new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", cookie: visitor.cookie },
      body: JSON.stringify({ query: "{ viewer { name } }" }),
    }),
  );
  expect(await asked.json()).toMatchObject({ data: { viewer: null } });
});

test("the cookie counts for pages alone, however the address of the API is written", async () => {
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.signIn(ada);
  for (const path of ["/graphql", "/%67raphql", "/graph%71l"]) {
    const url = `http://localhost${path}?${new URLSearchParams({ query: "{ viewer { name } }" })}`;
    const response = await app.fetch(
      new Request(url, { headers: { cookie: visitor.cookie, accept: "application/json" } }),
    );
    expect(await response.text(), path).not.toContain("Ada");
  }
});

test("a proxy in front may ask for a password of its own", async () => {
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.signIn(ada);
  const open = (authorization: string) =>
    app.fetch(
      new Request("http://localhost/desk", { headers: { cookie: visitor.cookie, authorization } }),
      "192.0.2.1",
    );
  expect((await open("Basic dXNlcjpwYXNz")).status).toBe(200);
  // A key that is shown is what counts, though.
  expect((await open("Bearer dateline_wrong")).status).toBe(401);
});

test("whose session it is and whose form it is are told by the same cookie, of several", async () => {
  const app = deskApp(store);
  const hers = new Visitor(app);
  await hers.signIn(ada);
  const page = async (cookie: string) => {
    const response = await app.fetch(new Request("http://localhost/desk", { headers: { cookie } }));
    return /name="form-token" value="([^"]*)"/.exec(await response.text())?.[1];
  };
  const own = await page(hers.cookie);
  expect(own).toBeDefined();
  // What a neighbouring site may set for this one, and knows.
  const planted = "dateline_session=planted";
  expect(await page(`${planted}; ${hers.cookie}`)).toBe(own);
  expect(await page(`${hers.cookie}; ${planted}`)).toBe(own);
});

test("whoever signs in anew leaves no session behind", async () => {
  const visitor = new Visitor(deskApp(store));
  await visitor.signIn(ada);
  const { cookie } = visitor;
  await visitor.post("/desk/sign-in", { key: ada });
  expect(visitor.cookie).not.toBe(cookie);
  const old = await deskApp(store).fetch(new Request("http://localhost/desk", { headers: { cookie } }));
  expect(old.headers.get("location")).toContain("/desk/sign-in");
});
