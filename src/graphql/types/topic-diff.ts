import { builder } from "../builder.ts";
import { EventRef, QuoteRef, StatusChangeRef, TopicRef } from "../refs.ts";
import { topicDiff } from "../topic-diff.ts";

const TopicDiffType = builder.simpleObject("TopicDiff", {
  description: "What was reported of a topic from one day to another, as it was known on the later one.",
  fields: (t) => ({
    since: t.field({ type: "Date", description: "What was reported by the end of this day is left out." }),
    until: t.field({ type: "Date", description: "What was reported after this day is left out." }),
    more: t.boolean({
      description: "Whether more was reported up to the day asked for: give `until` as `since` to go on.",
    }),
    newEvents: t.field({ type: [EventRef], description: "Events that were not on record before." }),
    statusChanges: t.field({
      type: [StatusChangeRef],
      description: "Changes of events that were not on record before; a new event's first ones too.",
    }),
    disputes: t.field({ type: [StatusChangeRef], description: "Changes that were not disputed before." }),
    newQuotes: t.field({ type: [QuoteRef], description: "Quotes that were not on record before." }),
  }),
});

builder.objectField(TopicRef, "whatChanged", (t) =>
  t.field({
    type: TopicDiffType,
    description: "What was reported in (since, until]: to catch up on a story.",
    args: {
      since: t.arg({ type: "Date", required: true, description: "The day you last looked." }),
      until: t.arg({
        type: "Date",
        description: "The day to catch up to; today, or the topic's day, where left out.",
      }),
      first: t.arg.int({
        description:
          "About how many events, changes and quotes, 1 to 500: whole days, one at least, from the first on. Everything where left out.",
      }),
    },
    resolve: ({ record, asOf }, { since, until, first }, context) =>
      context.turns.take(() =>
        topicDiff(context, record.id, { since, until: until ?? asOf ?? context.today, first: first ?? null }),
      ),
  }),
);
