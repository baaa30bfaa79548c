import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createContext } from "../../src/graphql/context.ts";
import { follow } from "../../src/graphql/follow.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { ask, execute, nameOf } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const Changes = z.object({
  changes: z.object({
    edges: z.array(
      z.object({
        cursor: z.string(),
        node: z.object({
          cursor: z.string(),
          action: z.string(),
          nodeId: z.string(),
          node: z.object({ id: z.string() }).nullable(),
          topics: z.array(z.object({ slug: z.string() })),
        }),
      }),
    ),
    pageInfo: z.object({
      hasNextPage: z.boolean(),
      hasPreviousPage: z.boolean(),
      endCursor: z.string().nullable(),
    }),
    totalCount: z.number(),
  }),
});

/** A page of the change log. */
async function changes(store: Store, args = "") {
  const data = await ask(
    store,
    `{ changes${args} { edges { cursor node { cursor action nodeId node { id } topics { slug } } }
       pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }`,
  );
  return Changes.parse(data).changes;
}

type Page = Awaited<ReturnType<typeof changes>>;
const told = ({ edges }: Page) => edges.map(({ node }) => `${node.action} ${nameOf(node.nodeId)}`);

const TALKS = story({
  articles: [article("one", { topics: ["trade"], authors: ["cleo"] })],
  events: [
    event("supported", {
      topics: ["talks", "visit"],
      evidence: [passage("one", 1)],
      history: [change("SCHEDULED", "one")],
      participants: [{ person: "ann", role: "HOST", evidence: [cite("one")] }],
    }),
    // Nothing supports it: nobody can see it.
    event("draft", { topics: ["talks"] }),
  ],
  quotes: [quote("one", 2, { key: "q", speaker: { person: "bob" }, topics: ["talks"] })],
});

describe("the change log", () => {
  test("tells what was written, in order, but nothing that nobody can see", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const page = await changes(store, "(first: 100)");
      const names = told(page);
      expect(names.slice(0, 2)).toEqual(["CREATED Topic:talks", "CREATED Topic:trade"]);
      expect(names).toEqual(
        expect.arrayContaining(["CREATED Event:supported", "CREATED Quote:q", "CREATED Article:one"]),
      );
      expect(names.join()).not.toContain("draft");
      for (const { cursor, node } of page.edges) {
        expect(node.cursor).toBe(cursor);
        expect(node.node?.id).toBe(node.nodeId);
      }
      const topics = Object.fromEntries(
        page.edges.map(({ node }) => [nameOf(node.nodeId), node.topics.map((one) => one.slug)]),
      );
      expect(topics).toMatchObject({
        "Topic:talks": ["talks"],
        "Person:ann": [],
        "Event:supported": ["talks", "visit"],
        "Quote:q": ["talks"],
        "Article:one": ["trade"],
      });
    });
  });

  test("is walked page by page, from a cursor on, or from its end", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const all = await changes(store, "(first: 100)");
      const walked: string[] = [];
      for (let since = ""; ; ) {
        const page = await changes(store, since ? `(first: 3, since: "${since}")` : "(first: 3)");
        walked.push(...told(page));
        if (!page.pageInfo.hasNextPage) break;
        since = page.pageInfo.endCursor ?? "";
      }
      expect(walked).toEqual(told(all));
      const latest = await changes(store, "(last: 4)");
      expect(told(latest)).toEqual(told(all).slice(-4));
      expect(latest.pageInfo).toMatchObject({
        hasNextPage: false,
        hasPreviousPage: true,
        endCursor: all.pageInfo.endCursor,
      });
      expect(await changes(store, `(since: "${all.pageInfo.endCursor}")`)).toMatchObject({
        edges: [],
        totalCount: 0,
      });
    });
  });

  test("tells of a second write once more, and of what did not change not at all", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const { pageInfo } = await changes(store, "(last: 1)");
      await applyStory(store, TALKS, AUTHOR);
      const people = TALKS.people.map((one) => (one.slug === "ann" ? { ...one, name: "Ann New" } : one));
      await applyStory(store, { ...TALKS, people }, AUTHOR);
      expect(told(await changes(store, `(since: "${pageInfo.endCursor}")`))).toEqual(["UPDATED Person:ann"]);
    });
  });

  test("says neither who wrote nor what stood there before", async () => {
    await withStore(async ({ store }) => {
      const { errors } = await execute(store, "{ changes { edges { node { actor before after } } } }");
      expect(errors).toHaveLength(3);
    });
  });

  test.each(["nonsense", "Y2hhbmdlOi0x", "Y2hhbmdlOjAx"])("refuses the cursor %s", async (since) => {
    await withStore(async ({ store }) => {
      const { errors } = await execute(store, `{ changes(since: "${since}") { totalCount } }`);
      expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_CURSOR" });
    });
  });
});

describe("following", () => {
  /** What a follower is told of, until so many changes. */
  async function followed(
    store: Store,
    args: Parameters<typeof follow>[0],
    count: number,
  ): Promise<string[]> {
    const stream = await follow(
      args,
      createContext(store, () => AUTHOR.at),
    );
    const names: string[] = [];
    while (names.length < count) {
      const { value } = await stream.next();
      names.push(nameOf(value.nodeId));
    }
    await stream.return?.();
    return names;
  }

  test("from now on tells of nothing that came before", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, story({}), AUTHOR);
      const stream = await follow(
        {},
        createContext(store, () => AUTHOR.at),
      );
      const next = stream.next();
      await applyStory(store, TALKS, AUTHOR);
      expect(nameOf((await next).value.nodeId)).toBe("Article:one");
      await stream.return?.();
    });
  });

  test("tells of a topic or a person only what concerns them", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const since = Buffer.from("change:0").toString("base64url");
      const change = expect.stringMatching(/^StatusChange:/);
      expect(await followed(store, { since, topic: "talks" }, 4)).toEqual([
        "Topic:talks",
        "Event:supported",
        change,
        "Quote:q",
      ]);
      expect(await followed(store, { since, person: "ann" }, 3)).toEqual([
        "Person:ann",
        "Event:supported",
        change,
      ]);
      expect(await followed(store, { since, person: "bob" }, 2)).toEqual(["Person:bob", "Quote:q"]);
      expect(await followed(store, { since, person: "cleo" }, 2)).toEqual(["Person:cleo", "Article:one"]);
    });
  });

  test("tells of each change what is on record then, however often it is loaded", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const context = createContext(store, () => AUTHOR.at);
      const stream = await follow({ person: "ann" }, context);
      for (const name of ["Ann One", "Ann Two"]) {
        const people = TALKS.people.map((one) => (one.slug === "ann" ? { ...one, name } : one));
        await applyStory(store, { ...TALKS, people }, AUTHOR);
        const { value } = await stream.next();
        expect(value.node).toMatchObject({ record: { name } });
        expect(await context.load.personBySlug.load("ann")).toMatchObject({ name });
      }
      await stream.return?.();
    });
  });

  test("ends when the listener leaves, also while it waits", async () => {
    await withStore(async ({ store }) => {
      const stream = await follow(
        {},
        createContext(store, () => AUTHOR.at),
      );
      const waiting = stream.next();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await stream.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
      expect(await stream.next()).toEqual({ done: true, value: undefined });
    });
  });

  test("goes on for longer than a request may take", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, TALKS, AUTHOR);
      const context = createContext(store, () => AUTHOR.at, {
        signal: AbortSignal.abort(new Error("Too late")),
      });
      const since = Buffer.from("change:0").toString("base64url");
      const stream = await follow({ since }, context);
      await stream.next();
      expect(await context.turns.take(() => "done")).toBe("done");
      await stream.return?.();
    });
  });
});
