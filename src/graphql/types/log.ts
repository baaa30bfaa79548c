import { decodeChangeCursor, encodeChangeCursor } from "../../domain/change-cursor.ts";
import { DatelineError } from "../../domain/errors.ts";
import { encodeNodeId } from "../../domain/node-id.ts";
import type { EditedChange } from "../../store/changes.ts";
import { builder, Node } from "../builder.ts";
import { ChangeActionEnum } from "../enums.ts";
import { findNamed } from "../nodes.ts";

/** An entry of the log as editors see it. */
export const LogEntryRef = builder.objectRef<EditedChange>("LogEntry").implement({
  description: "An entry of the log: what was written about a thing at once, and by whom. For editors.",
  authScopes: { editor: true },
  fields: (t) => ({
    cursor: t.string({
      description: "Where it stands in the log: a revision of what it is about.",
      resolve: ({ position }) => encodeChangeCursor(position),
    }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    actor: t.exposeString("actor", {
      nullable: true,
      description: "Who: the name of their key; null for the command line.",
    }),
    action: t.field({
      type: ChangeActionEnum,
      description: "What was done.",
      resolve: ({ action }) => action,
    }),
    nodeId: t.id({
      description: "The id of what it is about.",
      resolve: ({ nodeType, nodeKey }) => encodeNodeId({ type: nodeType, key: nodeKey, asOf: null }),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: "What it is about, as that is now; null where that is in no view any more.",
      resolve: ({ nodeType, nodeKey }, _args, context) =>
        findNamed({ type: nodeType, key: nodeKey, asOf: null }, context),
    }),
    before: t.field({
      type: "JSON",
      nullable: true,
      description: "The rows that were written, each with its table, as they were before; null for new ones.",
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: "JSON",
      nullable: true,
      description: "The same rows as they were after; null for those taken away.",
      resolve: ({ after }) => after,
    }),
  }),
});

/** Entries on a page, at most. */
const MOST_ENTRIES = 100;

builder.queryField("log", (t) =>
  t.field({
    type: [LogEntryRef],
    authScopes: { editor: true },
    description: "Everything that was written, latest first, by whom, and what it was before. For editors.",
    args: {
      first: t.arg.int({ defaultValue: 20, required: true, description: "How many entries: 1 to 100." }),
      before: t.arg.string({ description: "Only what was written before the entry with this cursor." }),
    },
    resolve(_query, { first, before }, { readers }) {
      if (first < 1 || first > MOST_ENTRIES) {
        throw new DatelineError("INVALID_PAGE", `\`first\` is ${first}; it may be 1 to ${MOST_ENTRIES}.`);
      }
      const end = before ? decodeChangeCursor(before) : Number.MAX_SAFE_INTEGER;
      return readers.changes.log(end, first);
    },
  }),
);
