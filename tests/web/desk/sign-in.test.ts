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

test.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a b"])(
  "signing in leads nowhere else: %s",
  async (next) => {
    const visitor = new Visitor(deskApp(store));
    await visitor.open(`/desk/sign-in?${new URLSearchParams({ next })}`);
    await visitor.send("/desk/sign-in", { key: ada });
    expect(visitor.url).toBe("http://localhost/desk");
  },
);

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

test("a wrong key is refused, and after ten of them the client has to wait; others need not", async () => {
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.open("/desk/sign-in");
  for (let tried = 0; tried < 10; tried++) {
    await visitor.send("/desk/sign-in", { key: `dateline_wrong${tried}` });
    expect(visitor.status).toBe(403);
    expect(visitor.html).toContain("There is no such key");
  }
  await visitor.send("/desk/sign-in", { key: ada });
  expect(visitor.status).toBe(429);
  expect(visitor.cookie).toBe("");
  const other = new Visitor(app, "192.0.2.2");
  await other.signIn(ada);
  expect(other.status).toBe(200);
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
