import { encodeNodeId } from "../../domain/node-id.ts";
import { dayNumber } from "../../domain/timeline-position.ts";
import { PRESENT } from "../../store/timeline.ts";
import type { TopicPerson } from "../../store/topics.ts";
import { Node } from "../builder.ts";
import {
  ArticleConnection,
  articlePage,
  asOfArg,
  entryPage,
  forwardArgs,
  PersonConnection,
  TimelineConnection,
  TimelineFilterInput,
  timelineArgs,
} from "../connections.ts";
import { editorialText } from "../editorial-text.ts";
import { TopicRef } from "../refs.ts";
import { listPage } from "../slug-page.ts";

TopicRef.implement({
  description: "A running story.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Topic", key, asOf }),
    }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    title: t.string({ description: "Title.", resolve: ({ record }) => record.title }),
    summary: t.string({
      nullable: true,
      description: "What it is about, in an editor's words, as they stood on a day.",
      args: asOfArg(t.arg),
      resolve: async ({ record, asOf }, args, { load }) =>
        editorialText(await load.topicTexts.load(record.id), "SUMMARY", args.asOf ?? asOf),
    }),
    timeline: t.field({
      type: TimelineConnection,
      description: "Its events, their changes and what was said.",
      args: {
        filter: t.arg({ type: TimelineFilterInput, description: "Narrows it." }),
        ...timelineArgs(t.arg),
      },
      resolve: ({ record, asOf }, args, context) =>
        entryPage(context, args, [{ type: "TOPIC", id: record.id }], args.asOf ?? asOf),
    }),
    people: t.field({
      type: PersonConnection,
      description:
        "Those with an event, a change or a quote in it, or named as making a claim: most entries first, then by slug.",
      args: { ...asOfArg(t.arg), ...forwardArgs(t.arg) },
      resolve({ record, ...topic }, args, { readers, turns }) {
        const asOf = args.asOf ?? topic.asOf;
        return listPage(
          turns,
          args,
          {
            position: ({ agent, entries }: TopicPerson) => ({ weight: entries, slug: agent.slug }),
            read: ({ weight, slug }, limit) =>
              readers.topics.people(
                record.id,
                asOf === null ? PRESENT : dayNumber(asOf),
                { entries: weight, slug },
                limit,
              ),
          },
          ({ agent }: TopicPerson) => ({ __typename: "Person" as const, record: agent, asOf }),
        );
      },
    }),
    articles: t.field({
      type: ArticleConnection,
      description: "The articles that tell it, newest first.",
      args: { ...asOfArg(t.arg), ...forwardArgs(t.arg) },
      resolve: ({ record, asOf }, args, context) =>
        articlePage(context, args, [{ type: "TOPIC", id: record.id }], args.asOf ?? asOf),
    }),
  }),
});
