import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

/**
 * Answers parameters in a URL or a form that cannot be read (`variables` and `extensions` are JSON) as the client's
 * fault. Of a body of JSON yoga does so itself.
 */
export function readableParameters(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw new GraphQLError("`variables` and `extensions` must be JSON.", {
            extensions: { code: "BAD_REQUEST", http: { status: 400 } },
          });
        }
      });
    },
  };
}
