import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  validate,
} from "graphql";
import type { QueryLimits } from "../../domain/request-limits.ts";
import { costReader } from "../../graphql/limits/cost.ts";
import { refuseShape } from "../../graphql/limits/shape.ts";
import { parseWithin } from "../../graphql/limits/tokens.ts";
import { NotPlanned } from "../../graphql/plan/not-planned.ts";
import { conditionNames, type Plan, planOperation } from "../../graphql/plan/plan.ts";

/** Longer texts of queries are not looked at; so many are kept: the one used longest ago is dropped first. */
const LONGEST_TEXT = 10_000;
const MOST_TEXTS = 1_000;
/** Plans of one operation: it has one for each way in which its conditions come out. */
const MOST_PLANS = 20;

/** An operation that is parsed, valid and within the limits on texts. */
export interface KnownOperation {
  cost(variables: Readonly<Record<string, unknown>>): number | null;
  /** Its plan, and what that takes; null where it has none, or variables are not as they should be. */
  planned(
    variables: Readonly<Record<string, unknown>>,
  ): { readonly plan: Plan; readonly coerced: Readonly<Record<string, unknown>> } | null;
}

/** What is known of a text: null for one that is not for us. */
type KnownText = { readonly document: DocumentNode; readonly named: Map<string, KnownOperation> } | null;

/** Operations by their texts, each judged when it is seen first. */
export class KnownOperations {
  readonly #texts = new Map<string, KnownText>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: QueryLimits,
  ) {}

  /** An operation of a text that is valid and within the limits; undefined for any other, and where there is none. */
  find(text: string, operationName: string | undefined): KnownOperation | undefined {
    if (text.length > LONGEST_TEXT) return undefined;
    const found = this.#text(text);
    if (found === null) return undefined;
    const known = found.named.get(operationName ?? "");
    if (known !== undefined) return known;
    const operation = knownOperation(this.schema, found.document, operationName);
    // Names that the document does not have are many.
    if (operation !== undefined) found.named.set(operationName ?? "", operation);
    return operation;
  }

  #text(text: string): KnownText {
    let found = this.#texts.get(text);
    if (found === undefined) {
      found = this.#judge(text);
      if (this.#texts.size >= MOST_TEXTS) {
        const oldest = this.#texts.keys().next();
        if (!oldest.done) this.#texts.delete(oldest.value);
      }
    } else this.#texts.delete(text);
    this.#texts.set(text, found);
    return found;
  }

  #judge(text: string): KnownText {
    try {
      const document = parseWithin(text, undefined, this.limits.maxTokens);
      const isFine =
        refuseShape(document, this.limits) === null && validate(this.schema, document).length === 0;
      return isFine ? { document, named: new Map() } : null;
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
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
      // One error is enough: each has the names that were nearly hit looked for.
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
        maxErrors: 1,
      });
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
