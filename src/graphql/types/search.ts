import { builder } from "../builder.ts";
import { forwardArgs } from "../connections.ts";
import {
  ArticleRef,
  EventRef,
  EvidenceRef,
  OrganizationRef,
  PersonRef,
  PlaceRef,
  QuoteRef,
  TopicRef,
} from "../refs.ts";
import { type SearchEdge, type SearchResultView, searchPage } from "../search-page.ts";

const SearchResult = builder.unionType("SearchResult", {
  description: "What a search may find.",
  types: [PersonRef, OrganizationRef, PlaceRef, TopicRef, EventRef, QuoteRef, ArticleRef],
  resolveType: (result: SearchResultView) => result.__typename,
});

const SearchEdgeType = builder.objectRef<SearchEdge>("SearchEdge").implement({
  description: "A result of a search.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", {
      description: "Where the result stands: give it as `after` to go on from here.",
    }),
    node: t.field({
      type: SearchResult,
      description: "What was found.",
      resolve: ({ node }) => node,
    }),
    snippet: t.string({
      description:
        "About 160 characters around the best hit, as HTML: what was searched for stands in `<mark>`, everything else is escaped. An ellipsis shows where the text goes on.",
      resolve: ({ snippet }) => snippet(),
    }),
    evidence: t.field({
      type: EvidenceRef,
      nullable: true,
      description:
        "The passage behind the hit, of an event or a quote (else its first passage), or in an article; null where there is none.",
      resolve: ({ evidence }) => evidence(),
    }),
  }),
});

const SearchConnection = builder.connectionObject(
  { type: SearchResult, name: "SearchConnection", description: "A page of what a search found, best first." },
  SearchEdgeType,
);

builder.queryField("search", (t) =>
  t.field({
    type: SearchConnection,
    description:
      "People, organizations, places, topics, events, quotes and articles that have all the words, best first: hits in names come before hits in other names, and those before hits in texts.",
    args: {
      query: t.arg.string({
        required: true,
        description:
          'Words, and "phrases" in quotation marks; the last word may be the beginning of one. Letter case and accents do not matter. At most 1,000 characters and 16 words or phrases.',
      }),
      ...forwardArgs(t.arg),
    },
    resolve: (_query, args, context) => searchPage(context, args),
  }),
);
