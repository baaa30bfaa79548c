import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { draftArticles } from "../../src/commands/draft.ts";
import { type Desk, reviewOneByOne } from "../../src/commands/review/one-by-one.ts";
import { type ReviewOptions, reviewed } from "../../src/commands/review.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { draftArticle } from "../../src/ingest/drafts/draft-article.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { outcome, startCli } from "../support/cli.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft } from "../support/drafts.ts";
import { AUTHOR, temporaryFolder, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const BODY = "Bob Stone said it is late.\nThe next round of talks, he said, is on 3 November.";
const PROPOSED = drafts({
  people: [personDraft(BODY, "Bob Stone")],
  quotes: [quoteDraft(BODY, "it is late", { speaker: person("Bob Stone"), cue: "said" })],
  events: [eventDraft(BODY, "The next round of talks", { date: "2025-11-03" })],
});

async function fill(store: Store): Promise<void> {
  await applyStory(store, story({ articles: [article("a0", { body: BODY, topics: ["talks"] })] }), AUTHOR);
  await storeDrafts(store, "a0", PROPOSED, "RULE");
}

const NOBODY = { now: () => AUTHOR.at, terminal: null };

async function withDrafts<T>(work: (store: Store) => Promise<T>): Promise<T> {
  return withStore(async ({ store }) => {
    await fill(store);
    return work(store);
  });
}

test("drafts are listed, decided by key or all that are sure enough, and gone from the list then", async () => {
  await withDrafts(async (store) => {
    const out = await reviewed(store, {}, NOBODY);
    expect(out).toMatch(
      /^a0: Headline of a0 \(3 drafts\)\n1 {2}[0-9a-f]{8} {2}PERSON {3}95 % {2}Bob Stone\n/,
    );
    expect(out).toMatch(
      /2 {2}[0-9a-f]{8} {2}QUOTE {4}90 % {2}Bob Stone: “it is late”\n +“it is late” \(test-quote\)/,
    );
    const [, key = ""] = /3 {2}([0-9a-f]{8}) {2}EVENT/.exec(out) ?? [];
    const both = await reviewed(store, { reject: [key], accept: [key] }, NOBODY);
    expect(both).toMatch(/^1 draft accepted, 1 rejected\.\nOn record: 2 created, 0 updated\.\n$/);
    const sure = { accept: ["all"], minConfidence: 0.9, kind: "quote" };
    expect(await reviewed(store, sure, NOBODY)).toContain(
      "2 drafts accepted (1 of them because others name them), 0 rejected.",
    );
    expect(await reviewed(store, { json: true }, NOBODY)).toBe("[]\n");
    expect(await reviewed(store, {}, NOBODY)).toBe("No draft waits for a decision.\n");
  });
});

test("drafts are printed for programs", async () => {
  const Printed = z.array(
    z.object({ article: z.string(), kind: z.string(), passage: z.object({ exact: z.string() }) }),
  );
  await withDrafts(async (store) => {
    const printed = await reviewed(store, { topic: "talks", json: true }, NOBODY);
    expect(
      Printed.parse(JSON.parse(printed)).map(({ article: of, kind, passage }) => [of, kind, passage.exact]),
    ).toEqual([
      ["a0", "PERSON", "Bob Stone"],
      ["a0", "QUOTE", "it is late"],
      ["a0", "EVENT", "The next round of talks"],
    ]);
    expect(await reviewed(store, { topic: "trade", json: true }, NOBODY)).toBe("[]\n");
  });
});

test("what is not there, or does not go together, is refused with the reason", async () => {
  await withDrafts(async (store) => {
    const refused = (options: ReviewOptions) => expect(reviewed(store, options, NOBODY)).rejects;
    await refused({ article: "nope" }).toThrow('There is no article "nope"');
    await refused({ topic: "nope" }).toThrow('There is no topic "nope"');
    await refused({ accept: ["zzzz"] }).toThrow('There is no draft "zzzz"');
    await refused({ kind: "place" }).toThrow("none of person, quote, event");
    await refused({ accept: ["all"], reject: ["all"] }).toThrow("not with both");
    await expect(draftArticles(store, {})).rejects.toThrow("--article SLUG, --topic SLUG or --all");
    await expect(draftArticles(store, { topic: "nope" })).rejects.toThrow('There is no topic "nope"');
  });
});

test("articles are drafted anew, and it is said what came of it", async () => {
  await withDrafts(async (store) => {
    const cited = article("cited", { body: undefined, topics: ["talks"] });
    const french = article("fr", { language: "fr" });
    await applyStory(store, story({ articles: [cited, french] }), AUTHOR);
    const { said: out } = await draftArticles(store, { all: true });
    expect(out).toMatch(
      /^1 article drafted: \d+ new, \d+ changed, \d+ gone; 0 decided before\.\n2 left out:\n/,
    );
    expect(out).toContain("  cited: a reference, whose text is not held\n");
    expect(out).toContain("  fr: no rules for the language fr\n");
    for (const again of [{ article: "a0" }, { topic: "talks" }]) {
      expect((await draftArticles(store, again)).said).toContain(
        "1 article drafted: 0 new, 0 changed, 0 gone",
      );
    }
    expect(await draftArticle(store, "cited")).toBe(0);
    expect(await draftArticle(store, "a0")).toBe((await everyDraft(store, {})).length);
  });
});

test("the command line decides, and refuses a confidence that is none with exit code 2", async () => {
  const database = join(await temporaryFolder(), "dateline.db");
  const store = await openStore(database);
  await fill(store);
  await store.close();
  const run = (...args: string[]) => outcome(startCli(args, { DATABASE_URL: database }));
  const [accepted, refused] = await Promise.all([
    run("review", "--accept", "all", "--min-confidence", "0.9"),
    run("review", "--min-confidence", "90"),
  ]);
  expect(accepted).toMatchObject({ code: 0, out: expect.stringContaining("2 drafts accepted, 0 rejected.") });
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("a number from 0 to 1") });
});

describe("one after the other", () => {
  /** Somebody with these answers, and what they were shown. */
  function deskWith(...answers: (string | null)[]): Desk & { readonly shown: string[] } {
    const shown: string[] = [];
    return {
      shown,
      print: (text) => void shown.push(text),
      ask: async () => answers.shift() ?? null,
    };
  }
  const states = async (store: Store) =>
    (await everyDraft(store, { states: ["OPEN", "ACCEPTED", "REJECTED"] })).map((draft) => draft.state);
  const review = async (store: Store, desk: Desk) =>
    reviewOneByOne(store, await everyDraft(store, {}), desk, () => AUTHOR.at);

  test("each draft is shown in its sentence, and each decision kept at once, also when nobody answers any more", async () => {
    await withStore(async ({ store }) => {
      await fill(store);
      const desk = deskWith("s", "?", " Accept ", null);
      expect(await review(store, desk)).toEqual({ accepted: 2, alongside: 1, rejected: 0 });
      expect(await states(store)).toEqual(["ACCEPTED", "ACCEPTED", "OPEN"]);
      expect(desk.shown.join("")).toContain("Bob Stone said ⟦it is late⟧.\n");
      expect(desk.shown.join("")).toContain(
        "[3 of 3] EVENT The next round of talks\n  status: scheduled, date: 2025-11-03\n",
      );
      expect(desk.shown.join("")).toContain("⟦The next round of talks⟧, he said, is on 3 November.");
      expect(desk.shown.filter((text) => text.startsWith("a  accept"))).toHaveLength(1);
    });
  });

  test("what was decided with another is not asked about", async () => {
    await withStore(async ({ store }) => {
      await fill(store);
      const all = await everyDraft(store, {});
      const desk = deskWith("a", "r");
      // The quote first: its speaker comes with it.
      const order = [all[1], all[0], all[2]].flatMap((draft) => draft ?? []);
      expect(await reviewOneByOne(store, order, desk, () => AUTHOR.at)).toEqual({
        accepted: 2,
        alongside: 1,
        rejected: 1,
      });
      expect(await states(store)).toEqual(["ACCEPTED", "ACCEPTED", "REJECTED"]);
    });
  });

  test("quitting leaves the rest as it is", async () => {
    await withStore(async ({ store }) => {
      await fill(store);
      expect(await review(store, deskWith("r", "q"))).toEqual({ accepted: 0, alongside: 0, rejected: 1 });
      expect(await states(store)).toEqual(["REJECTED", "OPEN", "OPEN"]);
    });
  });
});
