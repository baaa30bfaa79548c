import { describe, expect, test } from "vitest";
import type { Drafts } from "../../src/domain/draft.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import type { AcceptAs } from "../../src/ingest/drafts/same-as.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Draft } from "../../src/store/drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft } from "../support/drafts.ts";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const WORDS = "Nobody has asked the ferry crews about it yet";
const BODIES = {
  a: `Elena Varga said: “${WORDS}.” The bridge talks are on 3 November.`,
  b: `Elena Varga said: “${WORDS}.” The bridge talks are on 3 November.`,
  c: `Elena Varga and Aksel Varga came. “${WORDS}!” said Varga. The bridge talks are on 3 November.`,
};

function proposed(slug: keyof typeof BODIES): Drafts {
  const body = BODIES[slug];
  const [name = "", ...others] = slug === "c" ? ["Elena Varga", "Aksel Varga"] : ["Elena Varga"];
  const speaker = person(slug === "c" ? "Varga" : name);
  return drafts({
    people: [name, ...others].map((one) => personDraft(body, one)),
    quotes: [quoteDraft(body, WORDS, { speaker })],
    events: [
      eventDraft(body, "bridge talks", {
        title: "Bridge talks",
        date: "2031-11-03",
        participants: [{ agent: person(name), role: "EXPECTED" }],
      }),
    ],
  });
}

/** A store with all that is drafted of `a` on record, and drafts of `b` and `c`. */
async function withOneOnRecord(work: (store: Store) => Promise<void>): Promise<void> {
  await withStore(async ({ store }) => {
    const articles = Object.entries(BODIES).map(([slug, body]) =>
      article(slug, { body, published: "2031-10-06", topics: ["talks"] }),
    );
    await applyStory(store, story({ articles, people: [] }), AUTHOR);
    for (const slug of ["a", "b", "c"] as const) {
      expect((await storeDrafts(store, slug, proposed(slug), "RULE")).refused).toEqual([]);
      if (slug === "a") await acceptDrafts(store, { filter: {} }, AUTHOR);
    }
    await work(store);
  });
}

async function acceptOne(store: Store, slug: string, kind: Draft["kind"], as: AcceptAs): Promise<Draft> {
  const all = await everyDraft(store, { states: ["OPEN", "ACCEPTED"] });
  const draft = all.find((one) => one.article.slug === slug && one.kind === kind);
  if (draft === undefined) throw new Error(`There is no such draft of ${slug}.`);
  await acceptDrafts(store, { keys: [draft.key] }, AUTHOR, as);
  return draft;
}

const record = (store: Store) =>
  ask(
    store,
    `{ people { edges { node { slug name } } } events { edges { node { slug title } } }
      quotes { edges { node { article { slug } speaker { slug } otherReports { article { slug } } } } } }`,
  );

describe("an editor says", () => {
  test("that a person, an event and a quote are new, though they are like what is on record", async () => {
    await withOneOnRecord(async (store) => {
      await acceptOne(store, "b", "PERSON", { isNew: true });
      await acceptOne(store, "b", "EVENT", { isNew: true });
      await acceptOne(store, "b", "QUOTE", { isNew: true });
      expect(await record(store)).toEqual({
        people: nodes(
          { slug: "elena-varga", name: "Elena Varga" },
          { slug: "elena-varga-2", name: "Elena Varga" },
        ),
        events: nodes(
          { slug: "bridge-talks-2031", title: "Bridge talks" },
          { slug: "bridge-talks-2031-2", title: "Bridge talks" },
        ),
        quotes: nodes(
          { article: { slug: "a" }, speaker: { slug: "elena-varga" }, otherReports: [] },
          { article: { slug: "b" }, speaker: { slug: "elena-varga-2" }, otherReports: [] },
        ),
      });
      // What comes in later may be either, and is left.
      const { held } = await acceptDrafts(store, { filter: { kinds: ["PERSON", "EVENT"] } }, AUTHOR);
      expect(held.map(({ draft }) => draft.title)).toEqual(["Elena Varga", "Bridge talks"]);
    });
  });

  test("who speaks, where several bear the name, and that words are another report", async () => {
    await withOneOnRecord(async (store) => {
      expect((await acceptDrafts(store, { filter: { kinds: ["QUOTE"] } }, AUTHOR)).held).toHaveLength(1);
      const quote = await acceptOne(store, "c", "QUOTE", { sameAs: "elena-varga" });
      expect(await record(store)).toMatchObject({
        people: nodes({ slug: "elena-varga", name: "Elena Varga" }),
        quotes: {
          edges: [{ node: { otherReports: [{ article: { slug: "b" } }, { article: { slug: "c" } }] } }],
        },
      });
      const sameAs = (given: string) => acceptOne(store, "c", "EVENT", { sameAs: given });
      await expect(sameAs(quote.key)).rejects.toThrow("There is no event");
      await sameAs("bridge-talks-2031");
      expect(await record(store)).toMatchObject({
        events: nodes({ slug: "bridge-talks-2031", title: "Bridge talks" }),
      });
    });
  });
});

function nodes(...all: object[]) {
  return { edges: all.map((node) => ({ node })) };
}
