import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { draftArticle } from "../../src/ingest/drafts/draft-article.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { type IngestOptions, ingestAll } from "../../src/ingest/ingest.ts";
import { AUTHOR, type TemporaryStore, withStore } from "../support/store.ts";

const TEXT = 'Mayor opens bridge\n\nMayor Ada Li opened the new bridge. "It holds," she said.';

const ingest = ({ store }: TemporaryStore, options: Partial<IngestOptions>) =>
  ingestAll(store, ["-"], {
    now: () => new Date("2025-03-05T12:00:00Z"),
    stdin: Readable.from([Buffer.from(TEXT)]),
    ...options,
  });

test("an article gets the drafts that an interrupted run did not make, once", () =>
  withStore(async (temporary) => {
    await ingest(temporary, {});
    const options = { draft: draftArticle, draftUndrafted: true };
    expect(await ingest(temporary, { ...options, dryRun: true })).toMatchObject({ unchanged: 1, drafts: 0 });
    expect(await ingest(temporary, { draft: draftArticle })).toMatchObject({ unchanged: 1, drafts: 0 });

    const { drafts, ...summary } = await ingest(temporary, options);
    expect(summary).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(drafts).toBeGreaterThan(0);
    await rejectDrafts(temporary.store, { filter: {} }, AUTHOR);
    expect(await ingest(temporary, options)).toMatchObject({ unchanged: 1, drafts: 0 });
  }));
