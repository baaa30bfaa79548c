import { expect, onTestFinished, test } from "vitest";
import { createKey } from "../../src/access/keys.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
const NOW = new Date("2026-11-24T12:00:00Z");
await store.write(async (tx) => {
  await tx.db.insert(tx.tables.topic).values({ key: "t", slug: "t", title: "On record" });
});
const { secret } = await createKey(store, { name: "desk", scope: "EDITOR", expiresAt: null }, NOW);
const BODY = JSON.stringify({ query: '{ viewer { name } topic(slug: "t") { title } }' });

/** Asks a server over its port, the same each time, and says whether the fast path answered. */
async function served(anonymousRead: boolean) {
  const counted = { fast: 0 };
  const logger = createLogger("silent");
  const app = createDatelineApp(store, { logger, graphiql: false, anonymousRead, now: () => NOW });
  const { plain } = app;
  const counting = plain && {
    takes: plain.takes,
    async answer(request: Parameters<typeof plain.answer>[0]) {
      const answer = await plain.answer(request);
      if (answer !== null) counted.fast += 1;
      return answer;
    },
  };
  const server = await listen(
    { ...app, ...(counting && { plain: counting }) },
    { host: "127.0.0.1", port: 0, logger },
  );
  onTestFinished(() => server.close());
  return async (headers: Readonly<Record<string, string>>) => {
    const before = counted.fast;
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: BODY,
    });
    return { status: response.status, text: await response.text(), fast: counted.fast > before };
  };
}

const withKey = { authorization: `Bearer ${secret}` };

test("who shows a key or a cookie is not given what is kept for strangers, nor the other way round", async () => {
  const ask = await served(true);
  for (let time = 1; time <= 3; time++) {
    const stranger = await ask({});
    expect(stranger).toMatchObject({ status: 200, fast: true });
    expect(stranger.text).toContain('"viewer":null');
    const editor = await ask(withKey);
    expect(editor).toMatchObject({ status: 200, fast: false });
    expect(editor.text).toContain('"viewer":{"name":"desk"}');
    expect(await ask({ authorization: "Bearer dateline_wrong" })).toMatchObject({ status: 401, fast: false });
    expect(await ask({ cookie: "session=any" })).toMatchObject({ status: 200, fast: false });
  }
});

test("where reading is closed, strangers are refused on the fast path, too", async () => {
  const ask = await served(false);
  for (let time = 1; time <= 3; time++) {
    expect((await ask(withKey)).text).toContain("On record");
    for (const headers of [{}, { cookie: "session=any" }]) {
      const refused = await ask(headers);
      expect(refused).toMatchObject({ status: 401, fast: false });
      expect(refused.text).not.toContain("On record");
    }
  }
});
