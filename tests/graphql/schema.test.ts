import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";
import { printedSchema, schema } from "../../src/graphql/schema.ts";
import { packagePath } from "../../src/package-root.ts";

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

/** Everything in a type that a reader of the schema sees, with its description. */
function* described(type: GraphQLNamedType): Iterable<[name: string, description: string]> {
  yield [type.name, type.description ?? ""];
  if (isEnumType(type)) {
    for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description ?? ""];
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      yield [`${type.name}.${field.name}`, field.description ?? ""];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description ?? ""];
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg.description ?? ""];
    }
  }
}

const everything = types.flatMap((type) => [...described(type)]);

test("every type, field, argument, value and input field is described, in a sentence", () => {
  expect(everything.length).toBeGreaterThan(250);
  const kinds = [/^\w+$/, /^Event\.\w+$/, /^EventStatus\.\w+$/, /^TimelineFilter\.\w+$/, /\(first:\)$/];
  for (const kind of kinds) expect(everything.filter(([name]) => kind.test(name)).length).toBeGreaterThan(3);
  expect(everything.filter(([, description]) => !/^\S.*[.!]$/s.test(description))).toEqual([]);
});

test("the committed schema is the one that is served", () => {
  const committed = readFileSync(packagePath("src/graphql/schema.graphql"), "utf8");
  expect(committed, "src/graphql/schema.graphql is out of date: run `npm run schema` and commit it").toBe(
    printedSchema(),
  );
  expect(Object.keys(buildSchema(committed).getTypeMap()).sort()).toEqual(
    Object.keys(schema.getTypeMap()).sort(),
  );
});

test("every type that has an id field of its own to be found by is a node", () => {
  const nodes = schema.getPossibleTypes(interfaceNamed("Node")).map(({ name }) => name);
  expect(nodes.sort()).toEqual([
    "Article",
    "Draft",
    "Event",
    "Organization",
    "Person",
    "Place",
    "Quote",
    "Source",
    "StatusChange",
    "Topic",
  ]);
});

test("nothing in a connection may be null but the cursors of an empty page and the passage of a search result", () => {
  const connections = types.filter(
    (type) => isObjectType(type) && /Connection$|Edge$|^PageInfo$/.test(type.name),
  );
  expect(connections.length).toBe(23);
  const nullable = connections.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => (/!$/.test(String(field.type)) ? [] : field.name))
      : [],
  );
  expect(nullable.sort()).toEqual(["endCursor", "evidence", "startCursor"]);
});

function interfaceNamed(name: string) {
  const type = schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`${name} is no interface.`);
  return type;
}
