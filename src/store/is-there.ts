import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Whether a query finds anything. Its limit says no more than EXISTS does; it keeps SQLite (3.51 and later) from planning
 * the query as a join of the one around it: of several such, the planner weighs every order, which takes longer than to answer.
 */
export function isThere(query: SQLWrapper): SQL {
  return sql`exists (${query.getSQL()} limit 1)`;
}
