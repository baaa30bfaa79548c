import type { initGraphQLTada } from "gql.tada";
import { type DefinitionNode, type DocumentNode, Kind, parse } from "graphql";
import type { introspection } from "../graphql/introspection.ts";

/** How documents are typed: by the schema, fragments as plain parts of what they are spread into. */
interface Setup {
  readonly introspection: introspection;
  readonly scalars: { Date: string; DateTime: string; EDTF: string; URL: string };
  readonly disableMasking: true;
}

type Write = ReturnType<typeof initGraphQLTada<Setup>>;

/**
 * Writes a document with the fragments that it uses. Its result and its variables are typed; a field that the schema does
 * not have does not compile. The types are gql.tada's; at run time it is parsed, and that is all, which is why the
 * function is cast to its type here.
 */
export const document = ((source: string, fragments: readonly DocumentNode[] = []) => {
  const definitions = new Map<string, DefinitionNode>();
  for (const { definitions: some } of [parse(source), ...fragments]) {
    for (const one of some) {
      const name = one.kind === Kind.FRAGMENT_DEFINITION ? one.name.value : "";
      definitions.set(name, one);
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] };
}) as unknown as Write;
