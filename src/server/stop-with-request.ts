import type { Plugin } from "graphql-yoga";
import type { RequestContext } from "./error-codes.ts";

/** Tells the executor to stop when the request's signal is aborted: it calls no more resolvers then. */
export function stopWithRequest(): Plugin<RequestContext, RequestContext> {
  return {
    onExecute({ args }) {
      // The executor takes it, the type of its arguments does not say so.
      Object.assign(args, { signal: args.contextValue.signal });
    },
  };
}
