import { describe, expect, test } from "vitest";
import { z } from "zod";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Draft } from "../../src/store/drafts.ts";
import { spanOf } from "../support/drafts.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR } from "../support/store.ts";
import { accept, BODY, keyOf, PROPOSED, USEFUL, withDrafts } from "./drafted.ts";

describe("accepting", () => {
  test("puts a quote on record with its speaker, its words as evidence", async () => {
    await withDrafts(async (store) => {
      expect(await accept(store, USEFUL)).toMatchObject({ accepted: 2, alongside: 1 });
      const query = `{
        quotes { edges { node { text quoteKind cue when { edtf } language about { slug }
          speaker { slug name aliases ... on Person { roles { title organization { name aliases } evidence { exact method } } } }
          evidence { exact start end part method confidence stance article { slug } } } } }
        topic(slug: "talks") { people { edges { node { slug } } } }
      }`;
      const evidence = { ...spanOf(BODY, "useful, and long"), exact: "useful, and long", part: "BODY" };
      expect(await ask(store, query)).toEqual({
        quotes: {
          edges: [
            {
              node: {
                ...{ text: "useful, and long", quoteKind: "PARTIAL", cue: "said", language: "en", about: [] },
                when: { edtf: "2025-10-15" },
                speaker: {
                  ...{ slug: "bob-stone", name: "Bob Stone", aliases: ["Bobby Rock"] },
                  roles: [
                    {
                      title: "Deputy Foreign Minister",
                      organization: { name: "Ruritania", aliases: ["RUR"] },
                      evidence: [{ exact: "Deputy Foreign Minister Bob Stone", method: "RULE" }],
                    },
                  ],
                },
                evidence: [
                  {
                    ...evidence,
                    method: "RULE",
                    confidence: 0.9,
                    stance: "SUPPORTS",
                    article: { slug: "a0" },
                  },
                ],
              },
            },
          ],
        },
        topic: { people: { edges: [{ node: { slug: "bob-stone" } }] } },
      });
    });
  });

  test("puts an event on record with its change, place and participants, and who says so", async () => {
    await withDrafts(async (store) => {
      await accept(store, "Second round of talks");
      const query = `{ event(slug: "second-round-of-talks-2025") { title status when { edtf } place { slug name } topics { slug }
        participants { role agent { slug aliases } evidence { exact } }
        formerDates { edtf }
        statusHistory { to when { edtf } newDate { edtf } formerDate { edtf } reported evidence { exact claimedBy { slug } confidence } }
        related { kind } evidence { exact } } }`;
      const told = {
        ...{ when: null, reported: "2025-10-16" },
        evidence: [
          {
            exact: expect.stringMatching(/^The second round, due on .* said\.$/),
            claimedBy: [{ slug: "elan-ost" }],
            confidence: 0.6,
          },
        ],
      };
      expect(await ask(store, query)).toMatchObject({
        event: {
          ...{
            title: "Second round of talks",
            status: "POSTPONED",
            when: null,
            topics: [{ slug: "talks" }],
            related: [],
          },
          place: { slug: "new-harbour", name: "New Harbour" },
          participants: [
            { role: "HOST", agent: { slug: "ruritania", aliases: ["RUR"] } },
            { role: "EXPECTED", agent: { slug: "bob-stone" } },
          ],
          formerDates: [{ edtf: "2025-11-03" }],
          // Who tells that it was postponed tells also that it had been scheduled.
          statusHistory: [
            { ...{ to: "SCHEDULED", newDate: { edtf: "2025-11-03" }, formerDate: null }, ...told },
            { ...{ to: "POSTPONED", newDate: null, formerDate: { edtf: "2025-11-03" } }, ...told },
          ],
          evidence: expect.arrayContaining([expect.objectContaining({ exact: "The second round" })]),
        },
      });
    });
  });

  test.each([
    ["the one that names the other first", ["Second round of talks", USEFUL, "First round"]],
    ["the other first", ["First round", USEFUL, "Second round of talks"]],
    ["all at once", null],
  ])("ties events and quotes to events: %s", async (_what, order) => {
    await withDrafts(async (store) => {
      if (order === null) await acceptDrafts(store, { filter: {} }, AUTHOR);
      else for (const title of order) await accept(store, title);
      const query = `{ event(slug: "second-round-of-talks-2025") { related { kind event { slug } evidence { exact } } }
        first: event(slug: "first-round-2025") { quotes { edges { node { text } } } } }`;
      expect(await ask(store, query)).toEqual({
        event: {
          related: [
            {
              kind: "FOLLOW_UP_TO",
              event: { slug: "first-round-2025" },
              evidence: [{ exact: "The second round" }],
            },
          ],
        },
        first: { quotes: { edges: [{ node: { text: "useful, and long" } }] } },
      });
    });
  });

  test("again changes nothing, also with all of the article", async () => {
    await withDrafts(async (store, url) => {
      await acceptDrafts(store, { filter: {} }, AUTHOR);
      const before = await dump(url);
      await acceptDrafts(
        store,
        { filter: { states: ["ACCEPTED", "OPEN"] } },
        { at: new Date(), actor: "another" },
      );
      await storeDrafts(store, "a0", PROPOSED, "RULE");
      expect(await dump(url)).toEqual(before);
    });
  });

  test("gives the same keys in whatever order it is done, and nothing twice", async () => {
    const keys = async (reverse: boolean) =>
      withDrafts(async (store, url) => {
        const all = await everyDraft(store, {});
        for (const { key } of reverse ? all.reverse() : all)
          await acceptDrafts(store, { keys: [key] }, AUTHOR);
        const tables = await dump(url);
        const Keyed = z.array(z.object({ key: z.string() }));
        return ["agent", "place", "event", "quote", "role", "status_change"].map((table) =>
          Keyed.parse(tables[table])
            .map((row) => row.key)
            .sort(),
        );
      });
    expect(await keys(true)).toEqual(await keys(false));
  });

  test("is told by the log, once for each thing", async () => {
    await withDrafts(async (store) => {
      const before = (await store.changes.count(0)).count;
      const { created } = await accept(store, USEFUL);
      expect((await store.changes.count(0)).count - before).toBe(created);
      expect(created).toBe(3);
    });
  });
});

describe("a decision", () => {
  test("may turn from rejecting to accepting, and not back", async () => {
    await withDrafts(async (store) => {
      const key = await keyOf(store, USEFUL);
      expect(await rejectDrafts(store, { keys: [key] }, AUTHOR)).toBe(1);
      expect(await rejectDrafts(store, { keys: [key] }, AUTHOR)).toBe(0);
      expect(await acceptDrafts(store, { keys: [key] }, AUTHOR)).toMatchObject({ accepted: 2 });
      await expect(rejectDrafts(store, { keys: [key] }, AUTHOR)).rejects.toThrow(/was accepted/);
      const [draft] = await store.drafts.byKey([key]);
      expect(draft).toMatchObject({ state: "ACCEPTED", decidedAt: AUTHOR.at, decidedBy: "tester" });
    });
  });

  test("about a person who was rejected leaves that as it is; who speaks is on record all the same", async () => {
    await withDrafts(async (store) => {
      await rejectDrafts(store, { keys: [await keyOf(store, "Bob Stone")] }, AUTHOR);
      expect(await accept(store, USEFUL)).toMatchObject({ accepted: 1, alongside: 0 });
      const query = "{ quotes { edges { node { speaker { name ... on Person { roles { title } } } } } } }";
      expect(await ask(store, query)).toEqual({
        quotes: { edges: [{ node: { speaker: { name: "Bob Stone", roles: [] } } }] },
      });
    });
  });

  test("names a draft by the first letters of its key, if only one begins so", async () => {
    await withDrafts(async (store) => {
      const all = await everyDraft(store, {});
      const key = await keyOf(store, USEFUL);
      const others = all.filter((draft: Draft) => draft.key !== key).map((draft) => draft.key);
      const short = Array.from(key, (_, at) => key.slice(0, at + 1)).find(
        (start) => !others.some((other) => other.startsWith(start)),
      );
      await rejectDrafts(store, { keys: [short ?? ""] }, AUTHOR);
      expect((await everyDraft(store, { states: ["REJECTED"] })).map((draft) => draft.key)).toEqual([key]);
      for (const wrong of ["", "zz", "draft"]) {
        await expect(acceptDrafts(store, { keys: [wrong] }, AUTHOR)).rejects.toMatchObject({
          code: "INVALID_DRAFT",
        });
      }
    });
  });

  test("is about all or nothing: where one key is wrong, nothing is written", async () => {
    await withDrafts(async (store, url) => {
      const before = await dump(url);
      const keys = [await keyOf(store, USEFUL), "nope"];
      await expect(acceptDrafts(store, { keys }, AUTHOR)).rejects.toThrow(/no draft "nope"/);
      expect(await dump(url)).toEqual(before);
    });
  });
});
