import { serverAudits } from "graphql-http";
import { expect, test } from "vitest";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import { storeOfThisFile } from "../support/store.ts";

/** The app that ships, as it ships. */
const { store } = await storeOfThisFile();
const app = createDatelineApp(store, {
  logger: createLogger("silent"),
  graphiql: true,
  now: () => new Date("2025-12-01T12:00:00Z"),
});

const audits = serverAudits({
  url: "http://localhost/graphql",
  fetchFn: (url: string, init?: RequestInit) => app.fetch(new Request(url, init)),
});

test("there are as many audits as there were", () => {
  expect(audits.length).toBeGreaterThanOrEqual(61);
});

test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))("%s", async (_, audit) => {
  const result = await audit.fn();
  if (result.status !== "ok") throw new Error(`${result.status}: ${result.reason}`);
});
