import "./scalars.ts";
import "./mutations/articles.ts";
import "./mutations/corrections.ts";
import "./mutations/drafts.ts";
import "./mutations/entities.ts";
import "./mutations/events.ts";
import "./mutations/quotes.ts";
import "./mutations/roles.ts";
import "./mutations/sources.ts";
import "./types/agent.ts";
import "./types/article.ts";
import "./types/article-revision.ts";
import "./types/change.ts";
import "./types/correction.ts";
import "./types/draft.ts";
import "./types/event.ts";
import "./types/evidence.ts";
import "./types/log.ts";
import "./types/merge.ts";
import "./types/participation.ts";
import "./types/latest-reported.ts";
import "./types/place.ts";
import "./types/query.ts";
import "./types/quote.ts";
import "./types/review-queue.ts";
import "./types/record-revision.ts";
import "./types/role.ts";
import "./types/search.ts";
import "./types/source.ts";
import "./types/status-change.ts";
import "./types/timeline-entry.ts";
import "./types/topic.ts";
import "./types/topic-days.ts";
import "./types/topic-diff.ts";
import "./types/topic-facets.ts";
import "./types/viewer.ts";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./builder.ts";

/** The schema of the API. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: false });

/** The schema as text, types and fields in alphabetical order so that a difference shows where it is. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
