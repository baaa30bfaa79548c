import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ingestAll } from "../../src/ingest/ingest.ts";
import type { IngestOutcome } from "../../src/ingest/outcome.ts";
import { dump } from "../support/dump.ts";
import { type TemporaryStore, temporaryFolder, withStore } from "../support/store.ts";

const URL = "https://example.com/bridge";

const note = (text: string, headline = "headline: Mayor opens bridge") => `---
${headline}
url: ${URL}
---
${text}
`;

const feed = (part: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Daily Bridge</title><link>https://example.com/</link><description>News</description>
<item><title>Mayor opens bridge</title><link>${URL}</link>${part}</item></channel></rss>`;

/** Reads documents one after the other, each written at noon of the next day of March 2025; a number is read again. */
function reader(temporary: TemporaryStore) {
  let day = 0;
  return async (text: string, options: { dryRun?: boolean; readOn?: number } = {}) => {
    const { dryRun = false, readOn = ++day } = options;
    const path = join(await temporaryFolder(), text.startsWith("<?xml") ? "feed.xml" : "note.txt");
    const time = new Date(Date.UTC(2025, 2, readOn, 12));
    await writeFile(path, text);
    await utimes(path, time, time);
    const outcomes: IngestOutcome[] = [];
    const onOutcome = (outcome: IngestOutcome) => void outcomes.push(outcome);
    await ingestAll(temporary.store, [path], { now: () => time, onOutcome, dryRun });
    expect(outcomes).toHaveLength(1);
    return outcomes[0];
  };
}

async function texts({ store }: TemporaryStore) {
  const [article] = await store.articles.bySlug(["mayor-opens-bridge"]);
  const revisions = await store.articles.revisions([article?.id ?? 0]);
  return revisions.map(({ headline, body, retrievedAt }) => [
    headline,
    body,
    retrievedAt.toISOString().slice(0, 10),
  ]);
}

test("a changed text is a new revision of the same article, from when it was read", () =>
  withStore(async (temporary) => {
    const read = reader(temporary);
    const first = await read(note("It holds."));
    expect(await read(note("It sways."), { dryRun: true })).toMatchObject({ state: "UPDATED" });
    expect(await texts(temporary)).toHaveLength(1);
    expect(await read(note("It sways."))).toMatchObject({
      state: "UPDATED",
      key: first?.key,
      slug: "mayor-opens-bridge",
      notes: ["its text changed since it was read on 2025-03-01: this is revision 2"],
    });
    expect(await read(note("It sways.", "headline: Bridge sways"))).toMatchObject({ state: "UPDATED" });
    const expected = [
      ["Mayor opens bridge", "It holds.", "2025-03-01"],
      ["Mayor opens bridge", "It sways.", "2025-03-03"],
      ["Bridge sways", "It sways.", "2025-03-04"],
    ];
    expect(await texts(temporary)).toEqual(expected);
    const before = await dump(temporary.url);
    // The same files again, the newest also from another copy.
    expect(await read(note("It holds."), { readOn: 1 })).toMatchObject({ state: "UNCHANGED" });
    expect(await read(note("It sways.", "headline: Bridge sways"))).toMatchObject({ state: "UNCHANGED" });
    expect(await dump(temporary.url)).toEqual(before);
  }));

test("a text that was read before the one on record is refused", () =>
  withStore(async (temporary) => {
    const read = reader(temporary);
    await read(note("It holds."), { readOn: 10 });
    const before = await dump(temporary.url);
    for (const dryRun of [true, false]) {
      expect(await read(note("It will hold."), { readOn: 9, dryRun })).toMatchObject({
        state: "REFUSED",
        reason: expect.stringContaining("which was read later"),
      });
    }
    expect(await dump(temporary.url)).toEqual(before);
  }));

test("a feed's summary is followed by the page, and does not take its place again", () =>
  withStore(async (temporary) => {
    const read = reader(temporary);
    const summary = feed("<description>The bridge is open.</description>");
    const page = note("The bridge is open. It holds, the mayor said.");
    expect(await read(summary)).toMatchObject({ state: "CREATED" });
    expect(await read(page)).toMatchObject({ state: "UPDATED" });
    for (const again of [summary, page, feed("<description>Open, at last.</description>")]) {
      expect(await read(again)).toMatchObject({ state: "UNCHANGED" });
    }
    expect(await texts(temporary)).toHaveLength(2);
  }));

test("a feed's content changes with the feed, and is not taken for news where only the page differs from it", () =>
  withStore(async (temporary) => {
    const read = reader(temporary);
    const content = (text: string) => feed(`<content:encoded>${text}</content:encoded>`);
    expect(await read(content("It holds."))).toMatchObject({ state: "CREATED" });
    expect(await read(note("It holds, as a page has it."))).toMatchObject({ state: "UPDATED" });
    expect(await read(content("It holds."))).toMatchObject({ state: "UNCHANGED" });
    expect(await read(content("It sways."))).toMatchObject({ state: "UPDATED" });
    expect((await texts(temporary)).map(([, body]) => body)).toEqual([
      "It holds.",
      "It holds, as a page has it.",
      "It sways.",
    ]);
  }));

test("the outlet's headline takes the place of one that was made from the text; the other way round nothing changes", () =>
  withStore(async (temporary) => {
    const read = reader(temporary);
    const made = await read(note("Mayor opens bridge today, and it holds.", "language: en"));
    expect(await read(note("Mayor opens bridge today, and it holds."))).toMatchObject({
      state: "UPDATED",
      key: made?.key,
      notes: [],
    });
    const { store } = temporary;
    const [article] = await store.articles.byKey([made?.key ?? ""]);
    expect(article).toMatchObject({ headline: "Mayor opens bridge", headlineIsOurs: false, revision: 1 });
    expect(article?.retrievedAt.toISOString()).toBe("2025-03-01T12:00:00.000Z");
    expect(await read(note("Mayor opens bridge today, and it holds.", "language: en"))).toMatchObject({
      state: "UNCHANGED",
    });
  }));
