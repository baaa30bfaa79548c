import { expect, test } from "vitest";
import { z } from "zod";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask, execute } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, quote, story } from "../support/story.ts";

const Answer = z.object({
  topic: z.object({ latestReported: z.array(z.object({ title: z.string() })) }),
  person: z.object({ latestReported: z.array(z.object({ title: z.string() })) }),
});
const QUERY = `query ($first: Int) {
  topic(slug: "talks") { latestReported(first: $first) { title } }
  person(slug: "ann") { latestReported(first: $first) { title } }
}`;

const day = (slug: string, published: string) => article(slug, { published, topics: ["talks"] });

test("what was reported last comes first, whatever its date; what took place counts from that report", async () => {
  await withStore(async ({ store }) => {
    const participants = [{ person: "ann" as const, role: "HOST" as const, evidence: [cite("first")] }];
    await applyStory(
      store,
      story({
        articles: [day("first", "2025-10-01"), day("second", "2025-10-05"), day("third", "2025-10-09")],
        events: [
          event("far", {
            topics: ["talks"],
            evidence: [cite("first")],
            history: [change("SCHEDULED", "first", { date: "2029-01-01" })],
          }),
          event("held", {
            topics: ["talks"],
            evidence: [cite("first")],
            history: [
              change("SCHEDULED", "first", { date: "2025-10-04" }),
              change("OCCURRED", "third", { date: "2025-10-04", effective: "2025-10-04" }),
            ],
            participants,
          }),
        ],
        quotes: [quote("second", 1, { speaker: { person: "ann" }, topics: ["talks"], when: "1999-01-01" })],
      }),
      AUTHOR,
    );
    const titles = async (first: number) => {
      const { topic, person } = Answer.parse(await ask(store, QUERY, { first }));
      return [topic, person].map((one) => one.latestReported.map(({ title }) => title));
    };
    const [topic, person] = await titles(100);
    expect(topic?.[0]).toBe("Title of held");
    expect(topic?.[1]).toMatch(/^Person ann: “Sentence 1/);
    expect(topic?.slice(2).some((title) => title === "Title of far")).toBe(true);
    expect(person?.[0]).toBe("Title of held");
    expect(person?.[1]).toMatch(/^Person ann: /);
    expect(await titles(2)).toEqual([topic?.slice(0, 2), person?.slice(0, 2)]);
    const { errors } = await execute(store, QUERY, { first: 0 });
    expect(errors?.[0]?.message).toContain("may be 1 to 100");
  });
});

test("somebody is on record from the day on which something names them", async () => {
  await withStore(async ({ store }) => {
    const at = (slug: string, published: string) => article(slug, { published });
    await applyStory(
      store,
      story({
        articles: [
          at("part", "2025-10-02"),
          at("claims", "2025-10-03"),
          at("passes-on", "2025-10-04"),
          at("role", "2025-10-05"),
        ],
        people: ["ann", "bob", "cleo", "union"].map((slug) => ({
          slug,
          name: slug,
          aliases: [],
          sameAs: [],
          roles: slug === "union" ? [{ title: "Member", evidence: [cite("role")] }] : [],
        })),
        events: [
          event("e", {
            evidence: [cite("part"), cite("claims", { claimedBy: [{ person: "bob" }] })],
            participants: [{ person: "ann", role: "HOST", evidence: [cite("part")] }],
          }),
        ],
        quotes: [quote("passes-on", 1, { speaker: { person: "ann" }, relays: { person: "cleo" } })],
      }),
      AUTHOR,
    );
    const first = async (slug: string) => {
      for (let date = 1; date < 9; date++) {
        const id = Buffer.from(`Person@2025-10-0${date}:${slug}`).toString("base64url");
        const answer = await ask(store, "query ($id: ID!) { node(id: $id) { ... on Person { onRecord } } }", {
          id,
        });
        if (z.object({ node: z.object({ onRecord: z.boolean() }) }).parse(answer).node.onRecord) return date;
      }
      return null;
    };
    expect([await first("ann"), await first("bob"), await first("cleo"), await first("union")]).toEqual([
      2, 3, 4, 5,
    ]);
  });
});
