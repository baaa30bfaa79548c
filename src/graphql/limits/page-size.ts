import type { FieldNode } from "graphql";
import { DEFAULT_PAGE, LARGEST_PAGE } from "../connection.ts";
import { argumentOf, type Variables } from "./arguments.ts";

/**
 * How many entries the page of a connection may hold. A size that cannot be had counts as the largest: the resolver
 * refuses it, and says why better than a limit would.
 */
export function pageSize(field: FieldNode, variables: Variables): number {
  const given = ["first", "last"].flatMap((name) => argumentOf(field, name, variables) ?? []);
  return given.length === 0 ? DEFAULT_PAGE : Math.max(...given.map(entries));
}

/** How many things a list of ids asks for. */
export function listedIds(field: FieldNode, variables: Variables): number {
  const ids = argumentOf(field, "ids", variables);
  // A single value stands for a list of one (GraphQL, section 3.11).
  return Array.isArray(ids) ? entries(ids.length) : 1;
}

function entries(size: unknown): number {
  return typeof size === "number" && size >= 0 && size <= LARGEST_PAGE ? Math.ceil(size) : LARGEST_PAGE;
}
