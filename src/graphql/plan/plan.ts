import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { JsonChunk } from "./json-chunk.ts";
import { leafWriter } from "./leaves.ts";
import { NotPlanned } from "./not-planned.ts";
import { isPromise, Run, type Write } from "./run.ts";

/** Answers an operation with the JSON of its data; fails with NotPlanned, or with whatever went wrong. */
export type Plan = (
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<string>;

type Variables = Readonly<Record<string, unknown>>;

/** A field of a certain type of object, at a certain place of an operation. */
interface PlannedField {
  /** What stands before its value. */
  readonly key: string;
  readonly write: (source: unknown, chunk: JsonChunk, run: Run) => void;
}

/**
 * Plans how a query is answered: which resolver is called for each field and how its values are written, so that nothing
 * of the schema or of the document is looked at again when it is executed. The answer is written as JSON at once.
 *
 * A plan knows only how things go well. Where a resolver throws, where null is given for what is never null, where a
 * type cannot be told by `__typename`: it gives up, and the operation is executed in the ordinary way. That is possible because
 * queries change nothing, and it keeps the rules about errors in one place. Resolvers are given an `info` without the
 * path of the answer.
 *
 * @param document valid for the schema
 * @param conditions the values of the variables that `@skip` and `@include` name: a plan is for these alone
 * @throws NotPlanned for subscriptions, mutations and introspection
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Variables,
): Plan {
  const root = schema.getQueryType();
  if (operation.operation !== "query" || !root) throw new NotPlanned("Only queries are planned.");
  const write = new Planner(schema, document, operation, conditions).root(root);
  return (context, variables, signal) => new Run(context, variables, signal).finish(write);
}

/** The variables that decide which fields there are. */
export function conditionNames(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

class Planner {
  readonly #fragments: Record<string, FragmentDefinitionNode> = Object.create(null);

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly conditions: Variables,
  ) {
    for (const one of document.definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[one.name.value] = one;
    }
  }

  root(type: GraphQLObjectType): Write {
    const { schema, conditions, operation } = this;
    return this.#fields(
      type,
      collectFields(schema, this.#fragments, conditions, type, operation.selectionSet),
    );
  }

  #fields(type: GraphQLObjectType, collected: ReadonlyMap<string, readonly FieldNode[]>): Write {
    const fields = [...collected].map(([name, nodes], index) =>
      this.#field(type, nodes, `${index === 0 ? "{" : ","}"${name}":`),
    );
    if (fields.length === 0) {
      return (_source, chunk) => {
        chunk.text += "{}";
      };
    }
    return (source, chunk, run) => {
      run.begin();
      for (const { key, write } of fields) {
        chunk.text += key;
        write(source, chunk, run);
      }
      chunk.text += "}";
    };
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], key: string): PlannedField {
    const [node] = nodes;
    if (node === undefined) throw new NotPlanned("A field without a node.");
    const name = node.name.value;
    if (name === "__typename") {
      return {
        key: `${key}"${parent.name}"`,
        write: () => undefined,
      };
    }
    const field = parent.getFields()[name];
    if (field === undefined) throw new NotPlanned(`${parent.name}.${name} is not planned.`);
    const complete = this.#value(field.type, nodes);
    const resolve: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? propertyOf(name);
    const info = this.#info(parent, field, nodes);
    const args = this.#args(field, node);
    return {
      key,
      write(source, chunk, run) {
        const value: unknown = resolve(source, args(run), run.context, info);
        if (isPromise(value)) run.wait(value, chunk, complete);
        else complete(value, chunk, run);
      },
    };
  }

  /** What reads the arguments of a field: once and for all, where they hold no variable. */
  #args(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Record<string, unknown> {
    let varies = false;
    for (const argument of node.arguments ?? []) {
      visit(argument, {
        Variable: () => {
          varies = true;
        },
      });
    }
    if (varies) return (run) => run.argsOf(node, () => getArgumentValues(field, node, run.variables));
    const args = getArgumentValues(field, node);
    return () => args;
  }

  #info(
    parentType: GraphQLObjectType,
    { name, type }: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
  ): GraphQLResolveInfo {
    return {
      fieldName: name,
      fieldNodes,
      returnType: type,
      parentType,
      path: { prev: undefined, key: name, typename: parentType.name },
      schema: this.schema,
      fragments: this.#fragments,
      rootValue: undefined,
      operation: this.operation,
      variableValues: {},
    };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isNonNullType(type)) {
      const write = this.#present(type.ofType, nodes);
      return (value, chunk, run) => {
        if (value === null || value === undefined) throw new NotPlanned("Null for what is never null.");
        write(value, chunk, run);
      };
    }
    const write = this.#present(type, nodes);
    return (value, chunk, run) => {
      if (value === null || value === undefined) chunk.text += "null";
      else write(value, chunk, run);
    };
  }

  /** How a value that is there is written. */
  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isLeafType(type)) {
      const write = leafWriter(type);
      return (value, chunk) => {
        if (value instanceof Error) throw value;
        chunk.text += write(value);
      };
    }
    if (isListType(type)) return this.#list(this.#value(type.ofType, nodes));
    if (isObjectType(type)) return this.#object(type, nodes);
    if (isAbstractType(type)) {
      const writers = new Map(
        this.schema.getPossibleTypes(type).map((one) => [one.name, this.#object(one, nodes)]),
      );
      return (value, chunk, run) => {
        const write = writers.get(typenameOf(value));
        if (write === undefined) throw new NotPlanned(`The type of a ${type.name} is not told.`);
        write(value, chunk, run);
      };
    }
    throw new NotPlanned(`${String(type)} is not planned.`);
  }

  #list(write: Write): Write {
    return (value, chunk, run) => {
      if (!Array.isArray(value)) throw new NotPlanned("A list that is no array.");
      chunk.text += "[";
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (index > 0) chunk.text += ",";
        if (isPromise(item)) run.wait(item, chunk, write);
        else write(item, chunk, run);
      }
      chunk.text += "]";
    };
  }

  /** Planned when the first such object is met: an interface has more types than a page shows. */
  #object(type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
    let write: Write | undefined;
    return (value, chunk, run) => {
      if (value instanceof Error) throw value;
      write ??= this.#fields(
        type,
        collectSubfields(this.schema, this.#fragments, this.conditions, type, nodes),
      );
      write(value, chunk, run);
    };
  }
}

/** What a field without a resolver has: the property of that name, or what that gives when it is called. */
function propertyOf(name: string): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    if (typeof source !== "object" || source === null) return undefined;
    const property: unknown = Reflect.get(source, name);
    return typeof property === "function" ? property.call(source, args, context, info) : property;
  };
}

function typenameOf(value: unknown): string {
  if (typeof value !== "object" || value === null || !("__typename" in value)) return "";
  return typeof value.__typename === "string" ? value.__typename : "";
}
