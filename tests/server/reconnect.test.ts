import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { address, outcome, startCli, startScript } from "../support/cli.ts";
import { appFollower, browserFollower, latestCursor } from "../support/followers.ts";
import { temporaryFolder } from "../support/store.ts";

const CHANGES = 1_000;

test("clients that follow miss nothing and see nothing twice, while another process writes and the server is killed", async () => {
  const database = join(await temporaryFolder(), "dateline.db");
  let server: ChildProcessWithoutNullStreams | undefined;
  onTestFinished(() => void server?.kill("SIGKILL"));
  const serve = async (port: string) => {
    server = startCli(["serve", "--demo"], { DATABASE_URL: database, PORT: port, LOG_LEVEL: "silent" });
    return address(server);
  };
  const url = await serve("0");
  const { port } = new URL(url);
  const since = await latestCursor(url);
  const followers = [
    ...[1, 2, 3].map(() => appFollower(url, since)),
    ...[1, 2].map(() => browserFollower(url)),
    browserFollower(url, `(since: ${JSON.stringify(since)})`),
  ];
  onTestFinished(() => {
    for (const follower of followers) follower.stop();
  });
  // Those who begin with the end of the log must have begun.
  await Promise.all(followers.map((follower) => follower.begun));

  const writer = outcome(startScript("tests/support/writing-changes.ts", [database, "0", String(CHANGES)]));
  for (const seen of [150, 400, 700]) {
    await expect.poll(() => followers[0]?.seen.length, { timeout: 30_000 }).toBeGreaterThan(seen);
    server?.kill("SIGKILL");
    await serve(port);
  }
  expect(await writer).toMatchObject({ code: 0, err: "" });
  const expected = Array.from({ length: CHANGES }, (_, index) => `Topic:topic-${index}`);
  for (const { seen } of followers) {
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(CHANGES);
    expect(seen).toEqual(expected);
  }
}, 120_000);
