import { type GraphQLLeafType, GraphQLString, isEnumType } from "graphql";
import { quoted } from "./json-chunk.ts";
import { NotPlanned } from "./not-planned.ts";

/** Writes a value that is not null as JSON. */
export type WriteLeaf = (value: unknown) => string;

/** How values of a scalar or enum are written: as its `serialize` gives them. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  const general: WriteLeaf = (value) => {
    const serialized: unknown = type.serialize(value);
    if (typeof serialized === "string") return quoted(serialized);
    const json = serialized === null || serialized === undefined ? undefined : JSON.stringify(serialized);
    if (json === undefined) throw new NotPlanned(`A ${type.name} was given something that it cannot be.`);
    return json;
  };
  if (type === GraphQLString) return (value) => (typeof value === "string" ? quoted(value) : general(value));
  return isEnumType(type) ? remembering(general) : general;
}

/** An enum has few values, all of them ours. */
function remembering(write: WriteLeaf): WriteLeaf {
  const known = new Map<unknown, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const written = write(value);
    known.set(value, written);
    return written;
  };
}
