import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import { fragmentsOf } from "./fragments.ts";

/**
 * How many fields stand inside each other at most, fragments followed. What introspection asks for counts as one: the
 * types of types are nested deeply by every client, and `MaxIntrospectionDepthRule` of graphql-js keeps it in bounds.
 *
 * It may be asked before the query is validated: a fragment that is not there, or is inside itself, counts as nothing.
 */
export function depthOf(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const known = new Map<SelectionSetNode, number>();

  function below(selectionSet: SelectionSetNode | undefined): number {
    if (selectionSet === undefined) return 0;
    const before = known.get(selectionSet);
    if (before !== undefined) return before;
    known.set(selectionSet, 0);
    const deepest = selectionSet.selections.reduce((depth, one) => Math.max(depth, depthOfSelection(one)), 0);
    known.set(selectionSet, deepest);
    return deepest;
  }

  function depthOfSelection(selection: SelectionNode): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value.startsWith("__") ? 1 : 1 + below(selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return below(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return below(fragments.get(selection.name.value)?.selectionSet);
    }
  }

  return document.definitions.reduce(
    (depth, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? Math.max(depth, below(definition.selectionSet)) : depth,
    0,
  );
}
