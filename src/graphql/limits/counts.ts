import { type DocumentNode, visit } from "graphql";

/** How often something stands in the text of a query. */
export interface Counts {
  readonly aliases: number;
  readonly directives: number;
}

/** Counts what validation takes the longer over the more of it there is. */
export function countIn(document: DocumentNode): Counts {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field({ alias }) {
      if (alias !== undefined) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
  });
  return { aliases, directives };
}
