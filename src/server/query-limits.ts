import type { DocumentNode, GraphQLError } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import { mayAct } from "../domain/access.ts";
import type { QueryLimits } from "../domain/request-limits.ts";
import { costOf, type Operation } from "../graphql/limits/cost.ts";
import { refusal, shown } from "../graphql/limits/refusal.ts";
import { refuseShape } from "../graphql/limits/shape.ts";
import { parseWithin } from "../graphql/limits/tokens.ts";
import { MAX_CHARACTERS, MAX_CHARACTERS_OF_EDITORS, refuseVariables } from "../graphql/limits/variables.ts";
import type { RequestContext } from "./error-codes.ts";

/**
 * Refuses queries that ask for too much, each as early as it can be told: its tokens while it is parsed, its shape
 * before it is validated, its variables and its cost before it is executed. What is executed says its cost in `extensions.cost`.
 */
export function queryLimits(limits: QueryLimits): Plugin<RequestContext> {
  const judged = new WeakMap<DocumentNode, GraphQLError | null>();
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parseWithin(source, options, limits.maxTokens));
    },
    onValidate({ params, setResult }) {
      const document: DocumentNode = params.documentAST;
      const known = judged.get(document);
      const refused = known === undefined ? refuseShape(document, limits) : known;
      judged.set(document, refused);
      if (refused !== null) setResult([refused]);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { viewer = null } = args.contextValue;
      const most = mayAct(viewer, "EDITOR") ? MAX_CHARACTERS_OF_EDITORS : MAX_CHARACTERS;
      const tooLarge = refuseVariables(args.variableValues, most);
      if (tooLarge !== null) {
        setResultAndStopExecution({ errors: [tooLarge] });
        return;
      }
      const cost = priceOf(args, limits);
      if (cost === null) return;
      const refused = refuseCost(cost);
      if (refused !== null) {
        setResultAndStopExecution({ errors: [refused], extensions: { cost } });
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (!isAsyncIterable(result)) setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const cost = priceOf(args, limits);
      const refused = cost && refuseCost(cost);
      if (refused) setResultAndStopExecution({ errors: [refused], extensions: { cost } });
    },
  };
}

/** What a query costs, and what it may cost. */
interface Price {
  readonly requested: number;
  readonly limit: number;
}

function priceOf(operation: Operation, { maxCost }: QueryLimits): Price | null {
  const requested = costOf(operation);
  return requested === null ? null : { requested, limit: maxCost };
}

function refuseCost({ requested, limit }: Price): GraphQLError | null {
  return requested <= limit
    ? null
    : refusal(
        "QUERY_TOO_EXPENSIVE",
        `The query costs ${shown(requested)} points; ${shown(limit)} is the limit. Ask for fewer entries with \`first\`, for fewer lists inside lists, or split it over several requests.`,
      );
}
