import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type ReviewOptions, reviewed } from "../../src/commands/review.ts";
import { draftArticle } from "../../src/ingest/drafts/draft-article.ts";
import { ingestAll } from "../../src/ingest/ingest.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
const GUIDE = readFileSync(`${DOCS}drafts.md`, "utf8");

test("the topic from several articles comes out as the guide says", async () => {
  await withStore(async ({ store }) => {
    const review = (options: ReviewOptions) =>
      reviewed(store, options, { now: () => AUTHOR.at, terminal: null });
    const topic = "herring";
    const { created } = await ingestAll(store, [`${DOCS}running-story`], {
      now: () => AUTHOR.at,
      topic: { slug: topic, title: "The herring quarrel" },
      draft: draftArticle,
    });
    expect(created).toBe(6);
    const answers = [
      await review({ topic, list: true, kind: "person", article: "what-they-say-on-the-quay" }),
      await review({ topic, accept: ["all"] }),
      await review({ accept: ["cef1"], sameAs: "marta-oberg" }),
      await review({ topic, accept: ["all"] }),
    ];
    for (const answer of answers) expect(GUIDE).toContain(answer);
    const [, query = ""] = /```graphql\n(\{\n {2}event\(slug[^`]+)```/.exec(GUIDE) ?? [];
    const sources = (...names: string[]) => names.map((name) => ({ article: { source: { name } } }));
    const [before, after] = [{ display: "3 November 2031" }, { display: "20 November 2031" }];
    expect(await ask(store, query)).toMatchObject({
      event: {
        ...{ status: "OCCURRED", when: after },
        statusHistory: [
          {
            to: "SCHEDULED",
            newDate: before,
            evidence: sources("The Ansel Courier", "Northern Wire", "The Strait Times"),
          },
          { to: "POSTPONED", newDate: null, formerDate: before, evidence: sources("The Strait Times") },
          { to: "RESCHEDULED", newDate: after, formerDate: null, evidence: sources("Northern Wire") },
          { to: "OCCURRED", newDate: after, evidence: sources("The Ansel Courier") },
        ],
      },
      person: {
        ...{ name: "Marta Oberg", aliases: ["M. Oberg"] },
        quotes: { edges: [{ node: { otherReports: sources("Northern Wire") } }, {}, {}] },
      },
    });
  });
});
