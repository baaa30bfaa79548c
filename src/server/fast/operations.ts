import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues } from "graphql";
import { costReader } from "../../graphql/limits/cost.ts";
import { NotPlanned } from "../../graphql/plan/not-planned.ts";
import { conditionNames, type Plan, planOperation } from "../../graphql/plan/plan.ts";

/** Longer texts of queries are not kept, and no more than so many of them: the one used longest ago is dropped first. */
const LONGEST_TEXT = 10_000;
const MOST_TEXTS = 1_000;
/** Plans of one operation: it has one for each way in which its conditions come out. */
const MOST_PLANS = 20;

/** An operation that has been answered before: parsed, valid and within the limits on texts. */
export interface KnownOperation {
  cost(variables: Readonly<Record<string, unknown>>): number | null;
  /** Its plan, and what that takes; null where it has none, or variables are not as they should be. */
  planned(
    variables: Readonly<Record<string, unknown>>,
  ): { readonly plan: Plan; readonly coerced: Readonly<Record<string, unknown>> } | null;
}

/** The operations that have been answered before, by their texts. */
export class KnownOperations {
  readonly #texts = new Map<
    string,
    { readonly document: DocumentNode; readonly named: Map<string, KnownOperation> }
  >();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Takes in a text that has passed everything that texts have to pass, whoever sends them. */
  learn(text: string, document: DocumentNode): void {
    if (text.length > LONGEST_TEXT || this.#texts.get(text)?.document === document) return;
    if (this.#texts.size >= MOST_TEXTS) {
      const oldest = this.#texts.keys().next();
      if (!oldest.done) this.#texts.delete(oldest.value);
    }
    this.#texts.set(text, { document, named: new Map() });
  }

  find(text: string, operationName: string | undefined): KnownOperation | undefined {
    const found = this.#texts.get(text);
    if (found === undefined) return undefined;
    this.#texts.delete(text);
    this.#texts.set(text, found);
    const known = found.named.get(operationName ?? "");
    if (known !== undefined) return known;
    const operation = knownOperation(this.schema, found.document, operationName);
    // Names that the document does not have are many.
    if (operation !== undefined) found.named.set(operationName ?? "", operation);
    return operation;
  }
}

function knownOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): KnownOperation | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const names = conditionNames(document);
  const plans = new Map<string, Plan | null>();
  return {
    cost: costReader({ schema, document, operationName }),
    planned(variables) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      if (coerced === undefined) return null;
      const way = JSON.stringify(names.map((name) => coerced[name]));
      let plan = plans.get(way);
      if (plan === undefined) {
        if (plans.size >= MOST_PLANS) plans.clear();
        plan = planned(() => planOperation(schema, document, operation, coerced));
        plans.set(way, plan);
      }
      return plan && { plan, coerced };
    },
  };
}

function planned(make: () => Plan): Plan | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotPlanned) return null;
    throw error;
  }
}
