import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { seedStory } from "../src/commands/seed.ts";
import { applyStory } from "../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../src/server/dateline-app.ts";
import { listen } from "../src/server/listen.ts";
import { createLogger } from "../src/server/log.ts";
import { ROOT, startScript } from "./support/cli.ts";
import { SEED } from "./support/seed.ts";
import { AUTHOR, storeOfThisFile } from "./support/store.ts";

const README = readFileSync(`${ROOT}/README.md`, "utf8");
const EXAMPLE = readFileSync(`${ROOT}/docs/client-app.ts`, "utf8");

const { store } = await storeOfThisFile();

/** What the README says that the example prints. */
function shown(): string[] {
  const [, block = ""] =
    /npx tsx docs\/client-app\.ts[\s\S]*?```\n+```text\n([\s\S]*?)```/.exec(README) ?? [];
  return block.trim().split("\n");
}

test("the README shows parts of the example word for word", () => {
  const blocks = [...README.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  expect(blocks.length).toBeGreaterThan(0);
  for (const part of blocks.flatMap((block) => block.split("\n// …\n")))
    expect(EXAMPLE).toContain(part.trim());
});

test("the example reads a person's events page by page and follows changes, as the README shows", async () => {
  await seedStory(store);
  const logger = createLogger("silent");
  const app = createDatelineApp(store, {
    logger,
    graphiql: false,
    now: () => new Date("2025-12-01T12:00:00Z"),
  });
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger });
  onTestFinished(() => server.close());
  const client = startScript("docs/client-app.ts", [`${server.url}/graphql`]);
  onTestFinished(() => void client.kill());
  let [out, err] = ["", ""];
  client.stdout.on("data", (data) => {
    out += data;
  });
  client.stderr.on("data", (data) => {
    err += data;
  });
  const lines = () => out.trim().split("\n");
  const [, subscription = "", messages = ""] =
    /--data-urlencode 'query=\n([\s\S]*?)'\n```[\s\S]*?```text\n([\s\S]*?)```/.exec(README) ?? [];
  const live = await fetch(`${server.url}/graphql?query=${encodeURIComponent(subscription)}`, {
    headers: { accept: "text/event-stream" },
  });
  const expected = shown();
  await expect.poll(lines, { timeout: 20_000, message: err }).toHaveLength(expected.length - 1);
  // An editor gives the summit another title.
  const events = SEED.events.map((event) =>
    event.slug === "budapest-summit-2025" ? { ...event, title: "Putin–Trump summit in Budapest" } : event,
  );
  await expect
    .poll(
      async () => {
        await applyStory(store, { ...SEED, events }, AUTHOR);
        return lines();
      },
      { timeout: 20_000 },
    )
    .toEqual(expected);
  await server.close();
  expect((await live.text()).trim()).toBe(messages.trim());
});
