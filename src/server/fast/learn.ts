import type { DocumentNode } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";

/**
 * Tells of each document that has been executed without an error: it is parsed, valid, and was within the limits.
 *
 * @param learn takes the text of the document too
 */
export function learning(learn: (text: string, document: DocumentNode) => void): Plugin {
  return {
    onExecute({ args }) {
      const document: DocumentNode = args.document;
      return {
        onExecuteDone({ result }) {
          const text = document.loc?.source.body;
          if (text !== undefined && !isAsyncIterable(result) && result.errors === undefined)
            learn(text, document);
        },
      };
    },
  };
}
