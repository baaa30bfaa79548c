import type { Context } from "hono";
import type { Viewer } from "../domain/access.ts";

/** What the server says of a request for a page. */
export interface PageVariables {
  /** Who asks; null for a stranger. */
  viewer: Viewer | null;
  /** The address that it comes from, by which clients are told apart. */
  client: string;
  /** Whether it came by https, as far as is known. */
  secure: boolean;
}

/** The context of a request for a page. */
export type PageContext = Context<{ Variables: PageVariables }>;
