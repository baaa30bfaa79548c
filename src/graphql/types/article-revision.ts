import { ArticleRevisionRef } from "../refs.ts";

ArticleRevisionRef.implement({
  description: "A text that an article has or had. It never changes: a changed article has another revision.",
  fields: (t) => ({
    number: t.int({ description: "Counted from 1.", resolve: ({ record }) => record.number }),
    retrievedAt: t.field({
      type: "DateTime",
      description: "When it was first taken from the article's address.",
      resolve: ({ record }) => record.retrievedAt,
    }),
    headline: t.string({ description: "The headline.", resolve: ({ record }) => record.headline }),
    body: t.string({
      nullable: true,
      description: "The text; null for a reference, and where only passages may be shown.",
      resolve: ({ record, article }) => (article.access === "FULL" ? record.body : null),
    }),
  }),
});
