import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isFiltered, isLeftOut, isSearched, type Variables, variablesOf } from "./arguments.ts";
import { fieldOf } from "./fields.ts";
import { fragmentsOf } from "./fragments.ts";
import { ANYTHING, listedFirst, listedIds, type Page, pageOf } from "./page.ts";
import {
  CONNECTION,
  FILTER,
  INTROSPECTED,
  LEAF,
  LIST_SIZE,
  LIST_SIZES,
  OBJECT,
  POINT,
  SEARCH,
  SURCHARGES,
} from "./weights.ts";

/** Costs end here, in hundredths of a point, where numbers are still exact. */
const HIGHEST = 1e13;

/** A request to execute an operation. */
export interface Operation {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * What an operation costs, in points, as its text and variables tell before it is executed: a point for each object
 * that the answer may hold and a tenth for each other field, lists taken to be as long as their page or as their kind
 * usually is, and more where statements are run or counted (`weights.ts`).
 *
 * What stands twice counts twice, though it is answered once; where a thing may be of several types, it counts as the
 * dearest. A set of fields is looked at once for each type, so that the time this takes does not grow with how often
 * fragments are spread.
 *
 * @returns null where the document has no such operation
 */
export function costOf({ schema, document, operationName, variableValues }: Operation): number | null {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return null;
  const units = new Costs(schema, document, variablesOf(operation, variableValues ?? {})).of(
    operation.selectionSet,
    root,
    ANYTHING,
  );
  return Math.ceil(units / POINT);
}

/**
 * The same for an operation that is asked for again and again: looked at anew only where a variable that matters to its
 * cost has another value than before.
 */
export function costReader({ schema, document, operationName }: Omit<Operation, "variableValues">) {
  const read = new Set<string>();
  const known = new Map<string, number>();
  const nameOf = (variables: Variables) =>
    JSON.stringify(
      [...read].map((name) => (variables.has(name) ? [variables.get(name)] : [])),
      exactly,
    );
  return (variableValues: Operation["variableValues"]): number | null => {
    const operation = getOperationAST(document, operationName);
    const root = operation && schema.getRootType(operation.operation);
    if (!operation || !root) return null;
    const variables = variablesOf(operation, variableValues ?? {});
    const before = known.get(nameOf(variables));
    if (before !== undefined) return before;
    const { size } = read;
    const noted: Variables = new NotedMap(variables, read);
    const units = new Costs(schema, document, noted).of(operation.selectionSet, root, ANYTHING);
    const cost = Math.ceil(units / POINT);
    // What was known before did not depend on what is read now for the first time, but is not told apart by it.
    if (read.size > size || known.size >= MOST_KNOWN) known.clear();
    const name = nameOf(variables);
    if (name.length <= LONGEST_NAME) known.set(name, cost);
    return cost;
  };
}

/** JSON knows no infinite number, as `1e999` is read. */
function exactly(_name: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
}

/** How many costs of one operation are kept, and for variables of how many characters. */
const MOST_KNOWN = 100;
const LONGEST_NAME = 1_000;

/** Variables that note which of them have been looked at. */
class NotedMap extends Map<string, unknown> {
  constructor(
    variables: Variables,
    private readonly noted: Set<string>,
  ) {
    super(variables);
  }

  override get(name: string): unknown {
    this.noted.add(name);
    return super.get(name);
  }
}

class Costs {
  readonly #fragments: ReturnType<typeof fragmentsOf>;
  readonly #known = new Map<SelectionSetNode, Map<string, number>>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.#fragments = fragmentsOf(document);
  }

  /** What the fields below one thing of a type cost, which is a page, an edge of one, or something on it. */
  of(selectionSet: SelectionSetNode, type: GraphQLCompositeType, page: Page): number {
    const name = `${type.name} ${page.name}`;
    const known = this.#known.get(selectionSet) ?? new Map<string, number>();
    this.#known.set(selectionSet, known);
    const before = known.get(name);
    if (before !== undefined) return before;
    // A fragment inside itself is not valid, and has no cost.
    known.set(name, 0);
    const cost = isAbstractType(type)
      ? this.schema
          .getPossibleTypes(type)
          .filter((one) => page.types === null || page.types.has(one.name))
          .reduce((dearest, one) => Math.max(dearest, this.of(selectionSet, one, ANYTHING)), 0)
      : selectionSet.selections.reduce((sum, one) => capped(sum + this.#selection(one, type, page)), 0);
    known.set(name, cost);
    return cost;
  }

  #selection(selection: SelectionNode, type: GraphQLObjectType, page: Page): number {
    if (isLeftOut(selection, this.variables)) return 0;
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#field(selection, type, page);
      case Kind.INLINE_FRAGMENT:
        return this.#fragment(selection, type, page);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(this.#fragments.get(selection.name.value), type, page);
    }
  }

  #fragment(
    fragment: Pick<InlineFragmentNode, "typeCondition" | "selectionSet"> | undefined,
    type: GraphQLObjectType,
    page: Page,
  ): number {
    if (fragment === undefined) return 0;
    const { typeCondition, selectionSet } = fragment;
    const condition = typeCondition && this.schema.getType(typeCondition.name.value);
    const applies =
      condition === undefined ||
      condition === type ||
      (isAbstractType(condition) && this.schema.isSubType(condition, type));
    return applies ? this.of(selectionSet, type, page) : 0;
  }

  #field(node: FieldNode, parent: GraphQLObjectType, page: Page): number {
    const field = fieldOf(this.schema, parent, node.name.value);
    if (field === undefined) return 0;
    const type = getNamedType(field.type);
    const introspects = type.name.startsWith("__") || parent.name.startsWith("__");
    const own =
      (SURCHARGES.get(`${parent.name}.${field.name}`) ?? SURCHARGES.get(`*.${field.name}`) ?? 0) +
      (isSearched(node, this.variables) ? SEARCH : 0) +
      (isFiltered(node) ? FILTER : 0);
    if (!isCompositeType(type) || node.selectionSet === undefined) {
      return own + (introspects ? INTROSPECTED : LEAF);
    }
    const connection = isConnection(type);
    const below =
      connection || isPart(node, type)
        ? pageOf(node, type.name, this.variables)
        : isOnPage(parent)
          ? page
          : ANYTHING;
    const inner = this.of(node.selectionSet, type, below);
    const each = (introspects ? INTROSPECTED : OBJECT) + inner;
    const size = this.#size(node, parent, field.type, page);
    return capped(own + (connection ? CONNECTION : 0) + capped(size * each));
  }

  #size(node: FieldNode, parent: GraphQLObjectType, type: GraphQLOutputType, page: Page): number {
    if (!isListType(getNullableType(type))) return 1;
    const name = node.name.value;
    if (name === "edges" && isConnection(parent)) return page.size;
    if (name === "nodes" && parent === this.schema.getQueryType()) return listedIds(node, this.variables);
    const usual = LIST_SIZES.get(`${parent.name}.${name}`) ?? LIST_SIZE;
    // Of what a part of a diff holds, no list has all.
    if (parent.name === DIFF && page !== ANYTHING) return Math.min(usual, Math.ceil(page.size / 2));
    return listedFirst(node, this.variables) ?? usual;
  }
}

const DIFF = "TopicDiff";

/** Whether a field asks for a part of a diff, which is as large as a page. */
function isPart(node: FieldNode, { name }: GraphQLCompositeType): boolean {
  return name === DIFF && node.arguments?.some((argument) => argument.name.value === "first") === true;
}

/** Whether a type is a page of a connection (Relay cursor connections, section 2). */
function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith("Connection");
}

/** Whether what stands below belongs to a page still. */
function isOnPage({ name }: GraphQLObjectType): boolean {
  return name.endsWith("Connection") || name.endsWith("Edge");
}

function capped(cost: number): number {
  return Math.min(cost, HIGHEST);
}
