import { decodeChangeCursor } from "../../domain/change-cursor.ts";
import { compareCodePoints } from "../../domain/code-point-order.ts";
import { builder, Node } from "../builder.ts";
import { type ChangeView, changePage, topicsOf } from "../changes.ts";
import { ChangeActionEnum } from "../enums.ts";
import { follow } from "../follow.ts";
import { TopicRef } from "../refs.ts";

const Change = builder.objectRef<ChangeView>("Change").implement({
  description:
    "Something that was put on record, or changed there: one for each thing that a write touched. Only of what anybody may see, or could until it was withdrawn.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", {
      description: "Where it stands in the log: give it as `since` to go on from here.",
    }),
    at: t.expose("at", { type: "DateTime", description: "When it was written." }),
    action: t.field({
      type: ChangeActionEnum,
      description: "What was done.",
      resolve: ({ action }) => action,
    }),
    nodeId: t.exposeID("nodeId", { description: "The id of what it is about." }),
    node: t.field({
      type: Node,
      nullable: true,
      description: "What it is about, as that is now; null where that is no longer on record.",
      resolve: ({ node }) => node,
    }),
    topics: t.field({
      type: [TopicRef],
      description: "The topics that it concerns, by slug.",
      async resolve(change, _args, context) {
        const topics = await context.find.topics(await topicsOf(change, context), null);
        return topics.sort((a, b) => compareCodePoints(a.record.slug, b.record.slug));
      },
    }),
  }),
});

const ChangeConnection = builder.connectionObject(
  { type: Change, name: "ChangeConnection", description: "A page of the change log, oldest first." },
  { name: "ChangeEdge", description: "A change on a page." },
);

const SINCE = "The cursor of a change: only what was written after it.";

builder.queryField("changes", (t) =>
  t.field({
    type: ChangeConnection,
    description:
      "What was put on record, in the order in which it was written. `totalCount` counts every entry of the log after `since`, also those about what nobody may see.",
    args: {
      since: t.arg.string({ description: SINCE }),
      first: t.arg.int({ description: "Changes on the page, 1 to 100; 20 where left out." }),
      last: t.arg.int({ description: "The latest so many changes instead, 1 to 100." }),
    },
    resolve: (_query, args, context) => changePage(args, context),
  }),
);

builder.queryField("recordedAt", (t) =>
  t.field({
    type: "DateTime",
    nullable: true,
    description:
      "When the change with this cursor was written: the moment after which `changes(since:)` goes on. Null where no change has it.",
    args: { cursor: t.arg.string({ required: true, description: "The cursor of a change." }) },
    resolve: (_query, { cursor }, { readers, turns }) =>
      turns.take(() => readers.changes.writtenAt(decodeChangeCursor(cursor))),
  }),
);

builder.subscriptionType({ description: "Everything that can be followed, over Server-Sent Events." });

builder.subscriptionField("timelineChanged", (t) =>
  t.field({
    type: Change,
    description:
      "Changes after the cursor where one is given, else from now on: whoever comes back with the last cursor misses nothing and sees nothing twice. Browsers do that by themselves.",
    args: {
      topic: t.arg.string({ description: "Only what concerns the topic with this slug." }),
      person: t.arg.string({
        description:
          "Only what concerns the person with this slug: what they take part in, say or write, and they themselves.",
      }),
      since: t.arg.string({ description: SINCE }),
    },
    subscribe: (_root, args, context) => follow(args, context),
    resolve: (change) => change,
  }),
);
