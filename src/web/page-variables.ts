import type { Context } from "hono";
import type { Viewer } from "../domain/access.ts";

/** What the server says of a request for a page. */
export interface PageVariables {
  /** Who asks; null for a stranger. */
  viewer: Viewer | null;
}

/** The context of a request for a page. */
export type PageContext = Context<{ Variables: PageVariables }>;
