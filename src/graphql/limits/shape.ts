import type { DocumentNode, GraphQLError } from "graphql";
import type { QueryLimits } from "../../domain/request-limits.ts";
import { countIn } from "./counts.ts";
import { depthOf } from "./depth.ts";
import { refusal, shown } from "./refusal.ts";

/** Directives in a query at most. Ours are `@skip` and `@include`: hardly a query has ten. */
export const MAX_DIRECTIVES = 100;

/** What is wrong with how a query is built, whatever it asks for; null where nothing is. */
export function refuseShape(
  document: DocumentNode,
  { maxAliases, maxDepth }: QueryLimits,
): GraphQLError | null {
  const { aliases, directives } = countIn(document);
  if (aliases > maxAliases) {
    return refusal(
      "TOO_MANY_ALIASES",
      `The query has ${shown(aliases)} aliases; it may have ${shown(maxAliases)}. Ask for lists instead of one thing at a time (\`nodes\` takes 100 ids), or split it over several requests.`,
    );
  }
  if (directives > MAX_DIRECTIVES) {
    return refusal(
      "TOO_MANY_DIRECTIVES",
      `The query has ${shown(directives)} directives; it may have ${shown(MAX_DIRECTIVES)}. Put one on a fragment instead of each of its fields.`,
    );
  }
  const depth = depthOf(document);
  if (depth > maxDepth) {
    return refusal(
      "QUERY_TOO_DEEP",
      `The query nests fields ${shown(depth)} deep; ${shown(maxDepth)} is the limit. Ask for the inner ones by \`id\` or \`slug\` in another request.`,
    );
  }
  return null;
}
