import type { FieldNode } from "graphql";
import type { TimelineKind } from "../../domain/model.ts";
import { DEFAULT_PAGE, LARGEST_PAGE } from "../connection.ts";
import { argumentOf, inputField, type Variables } from "./arguments.ts";

/** What is known of a page before it is read. */
export interface Page {
  /** How many entries it may hold. */
  readonly size: number;
  /** The types that its entries may be of; null for all that the schema allows. */
  readonly types: ReadonlySet<string> | null;
  /** The same for pages that are alike. */
  readonly name: string;
}

/** What is not on a page. */
export const ANYTHING: Page = { size: 1, types: null, name: "" };

const TYPES: Readonly<Record<TimelineKind, string>> = {
  EVENT: "Event",
  STATUS_CHANGE: "StatusChange",
  QUOTE: "Quote",
  ARTICLE: "Article",
  DRAFT: "Draft",
};

/** The page that a field asks for, which is a connection of the given type. */
export function pageOf(field: FieldNode, connection: string, variables: Variables): Page {
  const size = pageSize(field, variables);
  const types = connection === "TimelineConnection" ? entryTypes(field, variables) : null;
  return { size, types, name: `${size} ${types === null ? "" : [...types].sort().join(" ")}` };
}

/** How many things a list of ids asks for. */
export function listedIds(field: FieldNode, variables: Variables): number {
  const ids = argumentOf(field, "ids", variables);
  // A single value stands for a list of one (GraphQL, section 3.11).
  return Array.isArray(ids) ? entries(ids.length) : 1;
}

/** How many things a list that is no connection is asked for; undefined where the field does not say. */
export function listedFirst(field: FieldNode, variables: Variables): number | undefined {
  const first = argumentOf(field, "first", variables);
  return first === undefined || first === null ? undefined : entries(first);
}

/**
 * How many entries the page may hold. A size that cannot be had counts as the largest: the resolver refuses it, and
 * says why better than a limit would.
 */
function pageSize(field: FieldNode, variables: Variables): number {
  const given = ["first", "last"]
    .map((name) => argumentOf(field, name, variables))
    .filter((size) => size !== undefined && size !== null);
  return given.length === 0 ? DEFAULT_PAGE : Math.max(...given.map(entries));
}

function entries(size: unknown): number {
  return typeof size === "number" && size >= 0 && size <= LARGEST_PAGE ? Math.ceil(size) : LARGEST_PAGE;
}

/** Articles, to which much belongs, and drafts are on a timeline only where they are asked for. */
function entryTypes(field: FieldNode, variables: Variables): ReadonlySet<string> | null {
  const filter = argumentOf(field, "filter", variables);
  const kinds = inputField(filter, "kinds") ?? ["EVENT", "STATUS_CHANGE", "QUOTE"];
  const drafts = inputField(filter, "drafts") === true ? ["DRAFT"] : [];
  const listed = [kinds, drafts].flat();
  const types = Object.entries(TYPES).flatMap(([kind, type]) => (listed.includes(kind) ? type : []));
  return types.length === 0 ? null : new Set(types);
}
