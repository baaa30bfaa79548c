import { serverAudits } from "graphql-http";
import { expect, test } from "vitest";
import { testApp } from "./fixture.ts";

/** The app that is audited. */
const { app } = testApp();

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
