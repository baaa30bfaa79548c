import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { type ExportOptions, exportCommand } from "../../src/commands/export.ts";
import { seedStory } from "../../src/commands/seed.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { packagePath } from "../../src/package-root.ts";
import { databaseAt } from "../../src/store/settings.ts";
import { EXPORTED } from "../support/exports.ts";
import { AUTHOR, storeOfThisFile, temporaryFolder, withStore } from "../support/store.ts";
import { sentence } from "../support/story.ts";

const { store, url } = await storeOfThisFile();
beforeAll(async () => {
  await seedStory(store);
  await applyStory(store, EXPORTED, AUTHOR);
});

const TOPIC = "putin-trump-summit";

/** Exports to a file and reads that. */
async function exported(options: Partial<ExportOptions>): Promise<string> {
  const folder = await temporaryFolder();
  const out = join(folder, "out");
  await exportCommand(databaseAt(url), { format: "dateline", free: false, ...options, out });
  expect(readdirSync(folder)).toEqual(["out"]);
  return readFileSync(out, "utf8");
}

describe("dateline export", () => {
  test("writes what dateline seed puts on record again", async () => {
    const document = await exported({});
    const file = join(await temporaryFolder(), "all.json");
    await exportCommand(databaseAt(url), { format: "dateline", free: false, out: file });
    expect(readFileSync(file, "utf8")).toBe(document);
    await withStore(async ({ store: other, url: otherUrl }) => {
      expect((await seedStory(other, [file])).created).toBeGreaterThan(40);
      const again = join(await temporaryFolder(), "again.json");
      await exportCommand(databaseAt(otherUrl), { format: "dateline", free: false, out: again });
      expect(readFileSync(again, "utf8")).toBe(document);
      await expect(seedStory(other, [file, packagePath("seeds/putin-trump-summit")])).rejects.toThrow(
        /is a file, which is put on record by itself/,
      );
    });
  });

  test("has texts that are not free, unless it is told to leave them out", async () => {
    const secret = sentence("closed", 0);
    expect(await exported({ topic: "talks" })).toContain(secret);
    expect(await exported({ topic: "talks", free: true })).not.toContain(secret);
  });

  test("writes a topic in every format", async () => {
    const origin = "https://example.org";
    expect(JSON.parse(await exported({ format: "timelinejs", topic: TOPIC })).events.length).toBeGreaterThan(
      10,
    );
    expect(await exported({ format: "jsonld", topic: TOPIC, origin })).toContain(`${origin}/events/`);
    expect(await exported({ format: "jsonld", topic: TOPIC })).not.toContain("/events/");
    expect(await exported({ format: "csv", topic: TOPIC, asOf: "2025-10-18" })).not.toContain("Ryabkov");
    expect(await exported({ format: "atom", topic: TOPIC, origin })).toContain("<feed");
    const calendar = new ICAL.Component(ICAL.parse(await exported({ format: "ical", topic: TOPIC, origin })));
    expect(calendar.getAllSubcomponents("vevent").length).toBeGreaterThan(1);
    expect(await exported({ format: "briefing", topic: TOPIC, since: "2025-10-18" })).toContain(
      "## New events",
    );
    expect(await exported({ format: "briefing", person: "sergey-ryabkov" })).toContain("# Sergey Ryabkov");
  });

  test.each<[Partial<ExportOptions>, string, RegExp]>([
    [{ topic: "nope" }, "NOT_FOUND", /no topic "nope"/],
    [{ format: "csv", topic: "nope" }, "NOT_FOUND", /no topic "nope"/],
    [{ format: "csv" }, "INVALID_EXPORT", /csv needs --topic/],
    [{ format: "atom", topic: TOPIC }, "INVALID_EXPORT", /atom needs --origin/],
    [{ format: "csv", topic: TOPIC, asOf: "2025" }, "INVALID_EXPORT", /--as-of: "2025" is no day/],
    [{ format: "csv", topic: TOPIC, origin: "example.org/x" }, "INVALID_EXPORT", /--origin: .* is no origin/],
    [{ format: "briefing" }, "INVALID_EXPORT", /add --topic or --person/],
    [{ format: "briefing", topic: TOPIC }, "INVALID_EXPORT", /briefing of a topic needs --since/],
    [
      { format: "briefing", topic: TOPIC, since: "yesterday" },
      "INVALID_CURSOR",
      /"yesterday" is neither a day/,
    ],
    [{ topic: TOPIC, asOf: "2025-10-18" }, "INVALID_EXPORT", /--as-of is for timelinejs, jsonld, csv and/],
    [{ format: "csv", topic: TOPIC, free: true }, "INVALID_EXPORT", /--free is for the dateline format/],
    [{ format: "csv", topic: TOPIC, person: "x" }, "INVALID_EXPORT", /--person is for a briefing/],
    [
      { format: "atom", topic: TOPIC, since: "2025-10-18" },
      "INVALID_EXPORT",
      /--since is for a topic's briefing/,
    ],
    [{ format: "briefing", person: "x", topic: TOPIC }, "INVALID_EXPORT", /--topic is for all but/],
    [
      { format: "briefing", topic: TOPIC, event: "x" },
      "INVALID_EXPORT",
      /--event is for a person's briefing/,
    ],
    [{ format: "briefing", person: "nobody" }, "NOT_FOUND", /no person "nobody"/],
  ])("refuses %j", async (options, code, message) => {
    await expect(exported(options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test("does not make a database where there is none, and says where it cannot write", async () => {
    const folder = await temporaryFolder();
    const options = { format: "dateline" as const, free: false };
    const nowhere = databaseAt(join(folder, "nowhere.db"));
    await expect(exportCommand(nowhere, options)).rejects.toThrow(/no database at .*nowhere\.db.*to export/);
    const out = join(folder, "no", "folder.json");
    await expect(exportCommand(databaseAt(url), { ...options, out })).rejects.toThrow(
      /cannot be written: there is no such folder/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
