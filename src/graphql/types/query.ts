import { DatelineError } from "../../domain/errors.ts";
import { builder, Node } from "../builder.ts";
import {
  ArticleConnection,
  articlePage,
  asOfArg,
  backwardArgs,
  EventConnection,
  EventFilterInput,
  entryPage,
  eventPage,
  forwardArgs,
  PersonConnection,
  QuoteConnection,
  QuoteFilterInput,
  quotePage,
  searchArg,
  TimelineConnection,
  TimelineFilterInput,
  TopicConnection,
  timelineArgs,
} from "../connections.ts";
import { DraftConnection, DraftFilterInput, draftFilter, draftPage } from "../draft-page.ts";
import { DraftOrderEnum } from "../enums.ts";
import { findNode } from "../nodes.ts";
import { ArticleRef, EventRef, OrganizationRef, PersonRef, PlaceRef, TopicRef } from "../refs.ts";
import { searchedList } from "../search-list.ts";
import { listPage } from "../slug-page.ts";
import { articleView } from "../views.ts";

/** Ids asked for at once, at most. */
const MOST_NODES = 100;

builder.queryFields((t) => {
  const slug = (what: string) =>
    t.arg.string({ required: true, description: `The ${what}'s short name, as in addresses.` });
  return {
    node: t.field({
      type: Node,
      nullable: true,
      description: "Anything by its id; null where it is not on record.",
      args: { id: t.arg.id({ required: true, description: "An `id` as it was given." }) },
      resolve: (_query, { id }, context) => findNode(id, context),
    }),
    nodes: t.field({
      type: [Node],
      nullable: { list: false, items: true },
      description: "Many things by their ids, in their order; null for each that is not on record.",
      args: { ids: t.arg.idList({ required: true, description: "At most 100 ids." }) },
      resolve(_query, { ids }, context) {
        if (ids.length > MOST_NODES) {
          throw new DatelineError(
            "INVALID_PAGE",
            `\`ids\` has ${ids.length} ids; it may have ${MOST_NODES}.`,
          );
        }
        return Promise.all(ids.map((id) => findNode(id, context)));
      },
    }),
    topic: t.field({
      type: TopicRef,
      nullable: true,
      description: "A running story.",
      args: { slug: slug("topic") },
      async resolve(_query, args, { load }) {
        const record = await load.topicBySlug.load(args.slug);
        return record && { __typename: "Topic" as const, record, asOf: null };
      },
    }),
    topics: t.field({
      type: TopicConnection,
      description: "All running stories, by slug.",
      args: { ...searchArg(t.arg), ...forwardArgs(t.arg) },
      resolve: (_query, args, { readers, turns }) =>
        listPage(
          turns,
          args,
          {
            position: (topic: { readonly slug: string }) => ({ weight: 0, slug: topic.slug }),
            read: searchedList(readers, args.search, {
              all: readers.topics.list,
              matching: readers.search.topics,
            }),
          },
          (record) => ({ __typename: "Topic" as const, record, asOf: null }),
        ),
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: "A person.",
      args: { slug: slug("person") },
      async resolve(_query, args, { load }) {
        const record = await load.personBySlug.load(args.slug);
        return record && { __typename: "Person" as const, record, asOf: null };
      },
    }),
    people: t.field({
      type: PersonConnection,
      description: "All people, by slug.",
      args: { ...searchArg(t.arg), ...forwardArgs(t.arg) },
      resolve: (_query, args, { readers, turns }) =>
        listPage(
          turns,
          args,
          {
            position: (person: { readonly slug: string }) => ({ weight: 0, slug: person.slug }),
            read: searchedList(readers, args.search, {
              all: (after, limit) => readers.agents.list("PERSON", after, limit),
              matching: readers.search.people,
            }),
          },
          (record) => ({ __typename: "Person" as const, record, asOf: null }),
        ),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "An organization.",
      args: { slug: slug("organization") },
      async resolve(_query, args, { load }) {
        const record = await load.organizationBySlug.load(args.slug);
        return record && { __typename: "Organization" as const, record, asOf: null };
      },
    }),
    place: t.field({
      type: PlaceRef,
      nullable: true,
      description: "A place.",
      args: { slug: slug("place") },
      async resolve(_query, args, { load }) {
        const record = await load.placeBySlug.load(args.slug);
        return record && { __typename: "Place" as const, record, asOf: null };
      },
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: "An event.",
      args: { slug: slug("event"), ...asOfArg(t.arg) },
      async resolve(_query, args, { load, find }) {
        const row = await load.eventBySlug.load(args.slug);
        return row && find.event(row.id, args.asOf ?? null);
      },
    }),
    events: t.field({
      type: EventConnection,
      description: "All events.",
      args: {
        filter: t.arg({ type: EventFilterInput, description: "Narrows the list." }),
        ...timelineArgs(t.arg),
      },
      resolve: (_query, args, context) => eventPage(context, args, [], args.asOf ?? null),
    }),
    quotes: t.field({
      type: QuoteConnection,
      description: "Everything that was said.",
      args: {
        filter: t.arg({ type: QuoteFilterInput, description: "Narrows the list." }),
        ...timelineArgs(t.arg),
      },
      resolve: (_query, args, context) => quotePage(context, args, [], args.asOf ?? null),
    }),
    article: t.field({
      type: ArticleRef,
      nullable: true,
      description: "An article.",
      args: { slug: slug("article"), ...asOfArg(t.arg) },
      async resolve(_query, args, { load }) {
        const record = await load.articleBySlug.load(args.slug);
        return record && articleView(record, args.asOf ?? null);
      },
    }),
    articles: t.field({
      type: ArticleConnection,
      description: "All articles, newest first.",
      args: { ...searchArg(t.arg), ...asOfArg(t.arg), ...forwardArgs(t.arg) },
      resolve: (_query, args, context) => articlePage(context, args, [], args.asOf ?? null),
    }),
    drafts: t.field({
      type: DraftConnection,
      authScopes: { editor: true },
      description: "What is drafted of articles: proposals that nobody has put on record. For editors.",
      args: {
        filter: t.arg({ type: DraftFilterInput, description: "Narrows the list." }),
        orderBy: t.arg({
          type: DraftOrderEnum,
          defaultValue: "TEXT_ORDER",
          description: "Which drafts come first.",
        }),
        ...forwardArgs(t.arg),
        ...backwardArgs(t.arg),
      },
      async resolve(_query, { filter, ...args }, context) {
        return draftPage(context, args, await draftFilter(context, filter ?? {}), null);
      },
    }),
    timeline: t.field({
      type: TimelineConnection,
      description: "The timeline of everything on record.",
      args: {
        filter: t.arg({ type: TimelineFilterInput, description: "Narrows it." }),
        ...timelineArgs(t.arg),
      },
      resolve: (_query, args, context) => entryPage(context, args, [], args.asOf ?? null),
    }),
  };
});
