import { type DocumentNode, type FragmentDefinitionNode, Kind } from "graphql";

/** The fragments of a query by name; where a name is taken twice, which is not valid, the last. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}
