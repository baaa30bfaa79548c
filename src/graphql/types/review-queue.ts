import type { Day } from "../../domain/day.ts";
import type { QueuedArticle } from "../../store/review-queue.ts";
import { builder } from "../builder.ts";
import { forwardArgs } from "../connections.ts";
import { ArticleRef } from "../refs.ts";
import { listPage } from "../slug-page.ts";

/** The last moment that a Date can be, in milliseconds: what comes before everything else in the queue. */
const LAST_DAY = 8.64e15;

/** An article of which something waits for a decision, as a list shows it. */
const QueuedArticleRef = builder.objectRef<QueuedArticle>("QueuedArticle").implement({
  authScopes: { editor: true },
  description: "An article of which drafts wait for a decision.",
  fields: (t) => ({
    article: t.field({
      type: ArticleRef,
      description: "The article.",
      async resolve({ articleId }, _args, { load }) {
        const record = await load.article.load(articleId);
        if (record === null) throw new Error("A draft's article is not on record.");
        const asOf: Day | null = null;
        return { __typename: "Article" as const, record, asOf };
      },
    }),
    open: t.int({ description: "How many of its drafts wait.", resolve: ({ open }) => open }),
    decided: t.int({
      description: "How many of them have been decided.",
      resolve: ({ open, all }) => all - open,
    }),
    surest: t.float({
      description: "The confidence of the surest of those that wait, 0 to 1.",
      resolve: ({ surest }) => surest,
    }),
  }),
});

const QueueConnection = builder.connectionObject(
  {
    type: QueuedArticleRef,
    name: "ReviewQueueConnection",
    description: "A page of articles whose drafts wait.",
  },
  { name: "ReviewQueueEdge", description: "An article on a page of the queue." },
);

builder.queryField("reviewQueue", (t) =>
  t.field({
    type: QueueConnection,
    authScopes: { editor: true },
    description:
      "Articles of which drafts wait for a decision, those first that were retrieved last. For editors.",
    args: {
      topic: t.arg.string({ description: "Only articles of the topic with this slug." }),
      minConfidence: t.arg.float({
        description: "Only articles with a draft that waits and is at least so sure, 0 to 1.",
      }),
      ...forwardArgs(t.arg),
    },
    async resolve(_query, { topic, minConfidence, ...args }, { load, readers, turns }) {
      const subject = typeof topic === "string" ? await load.topicBySlug.load(topic) : undefined;
      const filter = { topicId: subject?.id, minConfidence: minConfidence ?? undefined };
      return listPage<QueuedArticle, QueuedArticle>(
        turns,
        args,
        {
          position: (one) => ({ weight: one.retrievedAt.getTime(), slug: one.slug }),
          read: async ({ weight, slug }, limit) =>
            subject === null
              ? []
              : readers.reviewQueue.list(
                  filter,
                  { retrievedAt: new Date(Math.min(weight, LAST_DAY)), slug },
                  limit,
                ),
        },
        (one) => one,
      );
    },
  }),
);
