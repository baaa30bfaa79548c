import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { draftArticles } from "../../src/commands/draft.ts";
import { DraftingRun } from "../../src/commands/drafting-run.ts";
import { extractorNamed } from "../../src/commands/extractors.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { draftArticle } from "../../src/ingest/drafts/draft-article.ts";
import type { Extractor } from "../../src/ingest/extract/extractor.ts";
import { openStore } from "../../src/store/open.ts";
import { asking, extractorAt, KEY, RIGHT, TEXT, words } from "../ingest/extract/model/asked.ts";
import { outcome, startCli } from "../support/cli.ts";
import { drafts, problem, says, startFakeModel } from "../support/fake-model.ts";
import { AUTHOR, temporaryFolder, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const ARTICLES = ["a0", "a1", "a2"].map((slug) => article(slug, { body: TEXT }));

test("a model drafts beside the rules; it is said what that cost and what was refused", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: [article("a0", { body: TEXT })] }), AUTHOR);
    const rules = await draftArticle(store, "a0");
    const invented = { kind: "DIRECT", passage: words("useless"), speakerKind: "UNKNOWN" };
    const answer = { ...RIGHT, quotes: [...RIGHT.quotes, invented] };
    const { extractor } = await asking({ priceIn: 1, priceOut: 10 }, drafts(answer));
    const { said, failed } = await draftArticles(store, { all: true }, { extractor });
    expect(failed).toBe(false);
    expect(said).toContain("1 refused:\n  a0: useless: these words are not in the text\n");
    expect(said).toContain("1 request to test-model, 1,000 tokens in, 200 out, cost 0.0030.\n");
    const [known] = await store.articles.bySlug(["a0"]);
    const all = await store.drafts.ofArticles([known?.id ?? 0]);
    expect(new Set(all.map(({ method }) => method))).toEqual(new Set(["RULE", "MODEL"]));
    expect(all.length).toBeLessThan(rules + 6);
    // And what it drafted can be accepted like the rest.
    const keys = all.filter(({ method }) => method === "MODEL").map(({ key }) => key);
    await acceptDrafts(store, { keys }, AUTHOR);
    expect((await store.drafts.byKey(keys)).map(({ state }) => state)).toEqual(keys.map(() => "ACCEPTED"));
  });
});

test("a text that cannot be drafted is left out; a model that cannot be asked ends the run", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: ARTICLES }), AUTHOR);
    const server = await startFakeModel(problem(400, "Too long"), drafts(RIGHT), problem(401, "Wrong"));
    const { extractor } = extractorAt(server);
    const { said, failed } = await draftArticles(store, { all: true }, { extractor });
    expect(failed).toBe(true);
    expect(said).toMatch(/^1 article drafted: /);
    expect(said).toMatch(/1 left out:\n {2}a\d: The model drafted nothing: .*\(400\): Too long\.\n/);
    expect(said).toMatch(/a\d and what comes after it was left out\. The model cannot be asked: .*\(401\)/);
    expect(server.seen).toHaveLength(3);

    const run = new DraftingRun(extractor);
    for (const key of ["a0", "a1"]) {
      await expect(run.draft(store, key)).rejects.toThrow("check EXTRACTOR_KEY");
    }
    expect(server.seen).toHaveLength(4);
  });
});

test("an extractor of one's own is held to the text like a model", async () => {
  const own: Extractor = {
    name: "ours",
    method: "MODEL",
    extract: async (text, { published, headline }) => ({
      people: ["Bob Stone", "Cleo Foe"].map((name) => ({
        ...{ name, aliases: [], roles: [], rule: `ours ${published} ${headline}`, confidence: 0.5 },
        mentions: [{ start: 0, end: [...text].length }],
      })),
      ...{ organizations: [], places: [], quotes: [], events: [] },
    }),
  };
  await withStore(async ({ store }) => {
    const one = article("a0", { body: TEXT, published: "2025-10-17", headline: "Off" });
    await applyStory(store, story({ articles: [one] }), AUTHOR);
    expect(await draftArticle(store, "a0", own)).toBe(1);
    const { said } = await draftArticles(store, { all: true }, { extractor: own });
    expect(said).toContain("a0: Cleo Foe: “Cleo Foe” is not in the text\n");
    expect(said).not.toContain("request");
  });
});

test("--extractor takes rules and model; a model has to be set up", async () => {
  expect((await extractorNamed("rules", undefined)).method).toBe("RULE");
  await expect(extractorNamed("model", undefined)).rejects.toThrow("Set EXTRACTOR_URL and EXTRACTOR_MODEL");
  await expect(extractorNamed("oracle", undefined)).rejects.toThrow("--extractor: is one of rules, model");
});

test("on the command line, ingest and draft ask the model, and nothing that they print has the key", async () => {
  const folder = await temporaryFolder();
  const database = join(folder, "dateline.db");
  const server = await startFakeModel(says("no"), drafts(RIGHT), problem(401, KEY));
  const env = {
    DATABASE_URL: database,
    EXTRACTOR_URL: server.url,
    EXTRACTOR_MODEL: "test-model",
    EXTRACTOR_KEY: KEY,
  };
  const run = (args: readonly string[], input = "") => {
    const child = startCli(args, env);
    onTestFinished(() => void child.kill("SIGKILL"));
    child.stdin.end(input);
    return outcome(child);
  };
  writeFileSync(join(folder, "a.txt"), TEXT);
  const ingested = await run(["ingest", join(folder, "a.txt"), "--extractor", "model"]);
  expect(ingested.err).toBe("");
  expect(ingested.out).toMatch(
    /^1 new, 0 on record already\. \d drafts to look at: dateline review\..* 2 requests to test-model, 2,000 tokens in, 400 out\.\n$/,
  );
  expect(server.seen.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);

  const drafted = await run(["draft", "--all", "--extractor", "model"]);
  expect(drafted.code).toBe(2);
  expect(drafted.out).toContain("refuses the key (401): check EXTRACTOR_KEY");
  expect(ingested.out + ingested.err + drafted.out + drafted.err).not.toContain(KEY);
  const store = await openStore(database);
  const open = await store.drafts.count({});
  await store.close();
  expect(open.count).toBeGreaterThan(3);
});
