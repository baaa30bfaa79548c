import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { schema } from "../../../src/graphql/schema.ts";

/** A field or a fragment, not yet text. */
export type Selection =
  | { readonly name: string; readonly args: string; readonly below: readonly Selection[] }
  | { readonly on: string; readonly below: readonly Selection[] };

const PAGE = fc.constantFrom(1, 3, 20, 100);

/** Sets of fields that the API's root has, a few levels deep. */
export const selections: fc.Arbitrary<readonly Selection[]> = below(schema.getQueryType(), 6);

function below(type: GraphQLNamedType | null | undefined, depth: number): fc.Arbitrary<readonly Selection[]> {
  if (!isCompositeType(type)) return fc.constant([]);
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
  const typename = fc.constant<Selection>({ name: "__typename", args: "", below: [] });
  const choices = [typename, ...usable.map((field) => selected(field, depth))];
  if (isAbstractType(type)) {
    choices.push(
      ...schema
        .getPossibleTypes(type)
        .map((one) =>
          fc.nat(0).chain(() => below(one, depth - 1).map((inner) => ({ on: one.name, below: inner }))),
        ),
    );
  }
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 3 });
}

function selected(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Selection> {
  // Lazily: the types of the schema refer to each other.
  return fc.nat(0).chain(() =>
    fc.record({
      name: fc.constant(field.name),
      args: argumentsOf(field.args),
      below: below(getNamedType(field.type), depth - 1),
    }),
  );
}

function argumentsOf(args: readonly GraphQLArgument[]): fc.Arbitrary<string> {
  const required = args.flatMap(({ name, type }) =>
    String(type).endsWith("!")
      ? `${name}: ${String(type).startsWith("[") ? '["a", "b"]' : '"2025-10-18"'}`
      : [],
  );
  const hasFirst = args.some(({ name }) => name === "first");
  const first = hasFirst ? fc.option(PAGE, { nil: null }) : fc.constant(null);
  return first.map((size) => {
    const all = size === null ? required : [...required, `first: ${size}`];
    return all.length === 0 ? "" : `(${all.join(", ")})`;
  });
}

/** The text of a set of selections. */
export function textOf(all: readonly Selection[]): string {
  const parts = all.map((one) => {
    const inner = one.below.length === 0 ? "" : ` ${textOf(one.below)}`;
    return "on" in one ? `... on ${one.on}${inner}` : `${one.name}${one.args}${inner}`;
  });
  return `{ ${parts.join(" ")} }`;
}

/** The same query with each set of fields below a field in a fragment of its own. */
export function withFragments(all: readonly Selection[]): string {
  const fragments: string[] = [];
  const write = (some: readonly Selection[], type: GraphQLNamedType | null | undefined): string => {
    const parts = some.map((one) => {
      const inside =
        "on" in one
          ? schema.getType(one.on)
          : (isObjectType(type) || isInterfaceType(type)) && one.name !== "__typename"
            ? getNamedType(type.getFields()[one.name]?.type)
            : undefined;
      const inner = one.below.length === 0 ? "" : ` ${write(one.below, inside)}`;
      return "on" in one ? `... on ${one.on}${inner}` : `${one.name}${one.args}${inner}`;
    });
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type?.name} { ${parts.join(" ")} }`);
    return `{ ...${name} }`;
  };
  return [write(all, schema.getQueryType()), ...fragments].join("\n");
}
