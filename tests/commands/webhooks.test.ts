import { expect, test } from "vitest";
import { type WebhookTask, webhooks } from "../../src/commands/webhooks.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

test("webhooks are added, listed without their secrets, tried again and removed, by key or name", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: [article("a")] }), AUTHOR);
    const run = (task: WebhookTask) => webhooks(store, task, () => AUTHOR.at);
    expect(await run({ do: "list" })).toBe("There is no webhook. Add one: dateline webhooks add URL\n");
    const url = "https://example.org/hooks";
    const told = await run({ do: "add", url, name: "site", topic: "talks" });
    const [, key = "", secret = ""] = /^Added (wh_\w+)[\s\S]*(whsec_\S+)/.exec(told) ?? [];
    expect(Buffer.from(secret.slice(6), "base64")).toHaveLength(32);
    await run({ do: "add", url, since: "start" });

    const list = await run({ do: "list" });
    expect(list).toContain(`${key}  site  ${url}  (talks)\n  active\n`);
    expect(list).toMatch(/active; \d+ changes or fewer to go\n$/);
    const json = await run({ do: "list", json: true });
    expect(
      json
        .split("\n")
        .slice(0, 2)
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { key, name: "site", topic: "talks", state: "active", behind: 0 },
      { name: null, topic: null, state: "active" },
    ]);
    expect(list + json).not.toContain(secret);

    expect(await run({ do: "deliveries", key })).toBe("Nothing has been posted to it yet.\n");
    expect(await run({ do: "retry", key: "site", since: "start" })).toContain(`${key} is due now`);
    expect(await store.webhooks.all()).toMatchObject([{ position: 0 }, { position: 0 }]);
    expect(await run({ do: "remove", key: "site" })).toContain(`Removed ${key}`);
    expect(await store.webhooks.all()).toHaveLength(1);

    const wrong: readonly [WebhookTask, RegExp][] = [
      [{ do: "remove", key: "site" }, /no webhook "site"/],
      [{ do: "add", url: "ftp://example.org" }, /no http or https address/],
      [{ do: "add", url: "https://a:b@example.org" }, /name and password/],
      [{ do: "add", url, topic: "none" }, /no topic "none"/],
      [{ do: "add", url, since: "yesterday" }, /not a cursor of a change/],
    ];
    for (const [task, message] of wrong) await expect(run(task)).rejects.toThrow(message);
  });
});
