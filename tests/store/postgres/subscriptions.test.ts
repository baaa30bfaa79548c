import { expect, onTestFinished, test } from "vitest";
import { address, outcome, startCli, startScript } from "../../support/cli.ts";
import { appFollower, browserFollower, latestCursor } from "../../support/followers.ts";
import { Cluster } from "../../support/postgres-cluster.ts";

const CHANGES = 600;

test("clients of two servers miss nothing and see nothing twice, while the database is restarted", async () => {
  const cluster = await Cluster.start();
  onTestFinished(() => cluster.remove());
  await cluster.run("create database story");
  const database = cluster.url("story");
  const serve = () => {
    const server = startCli(["serve", "--demo"], { DATABASE_URL: database, PORT: "0", LOG_LEVEL: "silent" });
    onTestFinished(() => void server.kill("SIGKILL"));
    return address(server);
  };
  const [one, two] = [await serve(), await serve()];
  const since = await latestCursor(one);
  const followers = [one, two].flatMap((url) => [
    appFollower(url, since),
    appFollower(url, since),
    browserFollower(url, `(since: ${JSON.stringify(since)})`),
  ]);
  onTestFinished(() => {
    for (const follower of followers) follower.stop();
  });

  const writer = outcome(startScript("tests/support/writing-changes.ts", [database, "0", String(CHANGES)]));
  // In the middle of writing and of reading.
  for (const seen of [100, 300]) {
    await expect.poll(() => followers[0]?.seen.length, { timeout: 30_000 }).toBeGreaterThan(seen);
    await cluster.stop("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await cluster.resume();
  }
  expect(await writer).toMatchObject({ code: 0, err: "" });
  const expected = Array.from({ length: CHANGES }, (_, index) => `Topic:topic-${index}`);
  for (const { seen } of followers) {
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(CHANGES);
    expect(seen).toEqual(expected);
  }
}, 120_000);
