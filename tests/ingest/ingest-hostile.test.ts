import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ingestAll } from "../../src/ingest/ingest.ts";
import type { IngestOutcome } from "../../src/ingest/outcome.ts";
import { temporaryFolder, withStore } from "../support/store.ts";

const NUL = "\u0000";
const HALF = "\ud83d";

const EVENT = {
  uri: `urn:event:1${NUL}`,
  type: "event",
  pubStatus: "usable",
  headlines: [{ value: `A talk${NUL}` }],
  people: [{ name: `Ann${NUL}\n Bo` }, { name: NUL }],
  organisations: [{ name: `The\tHall${HALF}` }],
  infoSources: [{ name: `The Wire${NUL}` }],
  places: [
    { name: `Old Hall${NUL}`, contactInfo: [{ address: { locality: `Visby${NUL}`, country: "SE" } }] },
  ],
  eventDetails: { dates: { startDate: "2025-03-01" } },
};
const FEED = {
  version: "https://jsonfeed.org/version/1.1",
  title: `Feed${NUL}`,
  items: [
    {
      id: `1${NUL}`,
      title: `One${HALF}`,
      content_text: `A text${NUL}.`,
    },
  ],
};

test("signs that no text may hold are left out of names, texts and identifiers", () =>
  withStore(async ({ store }) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.json"), JSON.stringify(EVENT));
    await writeFile(join(folder, "b.json"), JSON.stringify(FEED));
    const run = async () => {
      const outcomes: IngestOutcome[] = [];
      const onOutcome = (outcome: IngestOutcome) => void outcomes.push(outcome);
      await ingestAll(store, [folder], { now: () => new Date("2025-03-05T12:00:00Z"), onOutcome });
      return outcomes.map(({ state, reason }) => reason ?? state);
    };
    expect(await run()).toEqual(["CREATED", "CREATED"]);
    expect(await run()).toEqual(["UNCHANGED", "UNCHANGED"]);
    expect(await store.agents.bySlug("PERSON", ["ann-bo"])).toMatchObject([{ name: "Ann Bo" }]);
    expect(await store.agents.bySlug("ORGANIZATION", ["the-hall"])).toMatchObject([
      { name: "The Hall\ufffd" },
    ]);
  }));
