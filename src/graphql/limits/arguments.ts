import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from "graphql";

/** The values of variables by their names, as they were sent or else as the operation has them. */
export type Variables = ReadonlyMap<string, unknown>;

/** The variables of an operation: what was sent, unchecked, and its own defaults for the rest. */
export function variablesOf(
  operation: OperationDefinitionNode,
  sent: Readonly<Record<string, unknown>>,
): Variables {
  const none: Variables = new Map();
  return new Map(
    operation.variableDefinitions?.flatMap(({ variable, defaultValue }) => {
      const name = variable.name.value;
      if (Object.hasOwn(sent, name) && sent[name] !== undefined) return [[name, sent[name]]];
      return defaultValue === undefined ? [] : [[name, plainValue(defaultValue, none)]];
    }),
  );
}

/** An argument's value as a plain one; undefined where it is left out. */
export function argumentOf(node: FieldNode, name: string, variables: Variables): unknown {
  const argument = node.arguments?.find((one) => one.name.value === name);
  return argument && plainValue(argument.value, variables);
}

/** Whether a field takes a search: as an argument of its own, or in its filter. */
export function isSearched(node: FieldNode, variables: Variables): boolean {
  if (node.arguments === undefined || node.arguments.length === 0) return false;
  const filter = argumentOf(node, "filter", variables);
  return isGiven(argumentOf(node, "search", variables)) || isGiven(inputField(filter, "search"));
}

/** Whether a field takes a filter, whatever is in it. */
export function isFiltered(node: FieldNode): boolean {
  return node.arguments?.some(({ name }) => name.value === "filter") ?? false;
}

/** Whether `@skip` or `@include` leave a selection out of what is executed. */
export function isLeftOut({ directives }: SelectionNode, variables: Variables): boolean {
  return (directives ?? []).some(({ name, arguments: given }) => {
    const condition = given?.find((one) => one.name.value === "if");
    const value = condition && plainValue(condition.value, variables);
    return name.value === "skip" ? value === true : name.value === "include" && value === false;
  });
}

/** A literal as a plain value, variables filled in. Objects become maps: no name in them means anything to us. */
function plainValue(value: ValueNode, variables: Variables): unknown {
  switch (value.kind) {
    case Kind.VARIABLE:
      return variables.get(value.name.value);
    case Kind.INT:
    case Kind.FLOAT:
      return Number(value.value);
    case Kind.LIST:
      return value.values.map((one) => plainValue(one, variables));
    case Kind.OBJECT:
      return new Map(value.fields.map((field) => [field.name.value, plainValue(field.value, variables)]));
    case Kind.NULL:
      return null;
    default:
      return value.value;
  }
}

/** A field of an input object, which is a map from the text of a query and an object from variables. */
export function inputField(input: unknown, name: string): unknown {
  if (input instanceof Map) return input.get(name);
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, name)) return undefined;
  return new Map(Object.entries(input)).get(name);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
