import { expect, test } from "vitest";
import { z } from "zod";
import type { Drafts } from "../../src/domain/draft.ts";
import { codePointLength, passageAt } from "../../src/domain/passage.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR } from "../support/store.ts";
import { article, story } from "../support/story.ts";
import { accept, BODY, keyOf, PROPOSED, USEFUL, withDrafts } from "./drafted.ts";

const STATES = ["OPEN", "ACCEPTED", "REJECTED"] as const;

/** Gives the article another text. */
const revise = (store: Store, body: string, day: number) =>
  applyStory(
    store,
    story({
      articles: [article("a0", { body, topics: ["talks"], retrieved: `2025-12-0${day}T00:00:00Z` })],
    }),
    AUTHOR,
  );

const Shape = z.object({ start: z.number(), end: z.number() });

/** What is proposed of a text with so many code points more before it. */
function shifted<T>(value: T, by: number): T;
function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== "object" || value === null) return value;
  const span = Shape.safeParse(value);
  const moved = Object.entries(value).map(([name, one]) => [name, shifted(one, by)]);
  return {
    ...Object.fromEntries(moved),
    ...(span.success ? { start: span.data.start + by, end: span.data.end + by } : {}),
  };
}

const states = async (store: Store) => {
  const all = await everyDraft(store, { states: [...STATES] });
  return Object.fromEntries(all.map((one) => [one.title, `${one.state} ${one.revision}`]));
};

test("drafts move with their words, as if drafted from the new text; what was decided holds", async () => {
  await withDrafts(async (store, url) => {
    await accept(store, USEFUL);
    await rejectDrafts(store, { keys: [await keyOf(store, "First round")] }, AUTHOR);
    const before = await states(store);
    const added = "Update 😀.\n";
    await revise(store, added + BODY, 1);

    const moved = Object.fromEntries(
      Object.entries(before).map(([title, state]) => [title, state.replace("1", "2")]),
    );
    expect(await states(store)).toEqual(moved);
    for (const { start, end, exact, prefix, suffix } of await everyDraft(store, { states: [...STATES] })) {
      expect(passageAt(added + BODY, start, end)).toEqual({ start, end, exact, prefix, suffix });
    }
    const proposed: Drafts = shifted(PROPOSED, codePointLength(added));
    const index = (await dump(url))["timeline"];
    expect(await storeDrafts(store, "a0", proposed, "RULE")).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
    });
    await store.write((tx, readers) => rebuildTimelineIndex(tx, readers));
    expect((await dump(url))["timeline"]).toEqual(index);

    // And they are accepted from there, with what ties them to what was accepted before.
    await accept(store, "Second round of talks");
    const query = `{ events { edges { node { title evidence { exact revision anchor } } } } }`;
    const { events } = z
      .object({ events: z.object({ edges: z.array(z.unknown()) }) })
      .parse(await ask(store, query));
    expect(events.edges).toMatchObject([{ node: { title: "Second round of talks" } }]);
    expect(JSON.stringify(events)).not.toMatch(/"revision":1|MOVED/);
  });
});

test("an open draft goes with its words; a rejected one waits for them, and does not come back with them", async () => {
  await withDrafts(async (store, url) => {
    await rejectDrafts(store, { keys: [await keyOf(store, "First round")] }, AUTHOR);
    const before = await states(store);
    const cut = BODY.replace("the first round", "it").replace("“useful, and long”", "nothing");
    await revise(store, cut, 1);
    const after = await states(store);
    expect(after["First round"]).toBe("REJECTED 1");
    expect(after[USEFUL]).toBeUndefined();
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length - 1);
    const index = (await dump(url))["timeline"];
    await store.write((tx, readers) => rebuildTimelineIndex(tx, readers));
    expect((await dump(url))["timeline"]).toEqual(index);

    await revise(store, BODY, 2);
    expect((await states(store))["First round"]).toBe("REJECTED 3");
    expect(await storeDrafts(store, "a0", PROPOSED, "RULE")).toMatchObject({ added: 1, decided: 1 });
    expect(await states(store)).toEqual(
      Object.fromEntries(Object.entries(before).map(([title, state]) => [title, state.replace("1", "3")])),
    );
  });
});
