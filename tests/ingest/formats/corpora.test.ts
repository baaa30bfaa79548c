import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ingestAll } from "../../../src/ingest/ingest.ts";
import type { IngestOutcome } from "../../../src/ingest/outcome.ts";
import { withStore } from "../../support/store.ts";

const CORPORA = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));
const isThere = existsSync(CORPORA);
const title = isThere
  ? "of others go in, and again change nothing"
  : `of others (skipped: there is no ${CORPORA})`;

test.skipIf(!isThere)(`feeds, ninjs and timelines ${title}`, () =>
  withStore(async ({ store }) => {
    const run = async () => {
      const outcomes: IngestOutcome[] = [];
      const summary = await ingestAll(
        store,
        ["feeds", "ninjs", "timelinejs"].map((name) => CORPORA + name),
        {
          now: () => new Date("2026-01-01T00:00:00Z"),
          onOutcome: (outcome) => void outcomes.push(outcome),
        },
      );
      return { summary, refused: outcomes.filter(({ state }) => state === "REFUSED"), outcomes };
    };
    const first = await run();
    expect(first.summary).toMatchObject({ created: 17, unchanged: 2, refused: 1, events: 55 });
    expect(first.refused).toMatchObject([
      { reason: expect.stringMatching(/houston-v2.*this is the JSON of TimelineJS 2/) },
    ]);
    expect(first.outcomes.map(({ headline }) => headline)).toEqual(
      expect.arrayContaining([
        "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?",
        "Processing Inclusions with XSLT",
        "Tackling Doping in Sport Conference",
        "Whitney Houston 1963 - 2012",
      ]),
    );
    expect((await run()).summary).toMatchObject({ created: 0, updated: 0, unchanged: 19, refused: 1 });
    const [houston] = await store.events.bySlug(["a-musical-heritage"]);
    const [record] = await store.events.records([houston?.id ?? 0]);
    expect(record?.changes).toMatchObject([{ to: "OCCURRED", newDate: { edtf: "1963-08-09" } }]);
  }),
);
