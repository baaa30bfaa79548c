import { encodeNodeId } from "../../domain/node-id.ts";
import type { Merge } from "../../store/merges.ts";
import { builder } from "../builder.ts";

/** That one thing was taken for another. */
export const MergeRef = builder.objectRef<Merge>("Merge").implement({
  description: "That two things on record were said to be one. For editors.",
  authScopes: { editor: true },
  fields: (t) => ({
    id: t.id({
      description: "What to give to undo it.",
      resolve: ({ key }) => encodeNodeId({ type: "Merge", key, asOf: null }),
    }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    actor: t.exposeString("actor", { nullable: true, description: "Who said so." }),
    undoneAt: t.expose("undoneAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was undone; null: it holds.",
    }),
  }),
});

builder.queryField("merges", (t) =>
  t.field({
    type: [MergeRef],
    authScopes: { editor: true },
    description: "Merges that hold, latest first, at most 100: to undo one of them. For editors.",
    resolve: (_query, _args, { readers }) => readers.merges.holding(100),
  }),
);
