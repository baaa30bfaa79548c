import { encodeNodeId } from "../../domain/node-id.ts";
import type { Merge } from "../../store/merges.ts";
import { builder, Node } from "../builder.ts";
import { findNamed } from "../nodes.ts";

const NODES = { PERSON: "Person", ORGANIZATION: "Organization", PLACE: "Place", EVENT: "Event" } as const;

/** That one thing was taken for another. */
export const MergeRef = builder.objectRef<Merge>("Merge").implement({
  description: "That two things on record were said to be one. For editors.",
  authScopes: { editor: true },
  fields: (t) => ({
    id: t.id({
      description: "What to give to undo it.",
      resolve: ({ key }) => encodeNodeId({ type: "Merge", key, asOf: null }),
    }),
    from: t.string({
      description: "What the one that goes is called.",
      resolve: async ({ type, fromId }, _args, { readers }) => {
        if (type === "EVENT") return (await readers.events.byId([fromId]))[0]?.title ?? "";
        const [named] = await (type === "PLACE" ? readers.places : readers.agents).byId([fromId]);
        return named?.name ?? "";
      },
    }),
    into: t.field({
      type: Node,
      nullable: true,
      description: "The one that stays; as it is now, after other merges.",
      resolve: async ({ type, intoId }, _args, context) => {
        const { readers } = context;
        const [named] = await (type === "EVENT"
          ? readers.events
          : type === "PLACE"
            ? readers.places
            : readers.agents
        ).byId([intoId]);
        return named === undefined
          ? null
          : findNamed({ type: NODES[type], key: named.key, asOf: null }, context);
      },
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
