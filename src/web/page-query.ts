import { type DocumentNode, print, stripIgnoredCharacters } from "graphql";

/** A document that a page asked, with its variables. */
export interface PageQuery {
  readonly document: DocumentNode;
  readonly variables: object;
  /** What of the page it is the query of, where the page has several. */
  readonly of?: string;
}

/** The longest address that is written so that it reads well; proxies take 8 KB, and some less. */
const LONGEST = 3_000;

/** Where a query runs as it stands. A long one comes on one line, which GraphiQL sets right (“Prettify”). */
export function graphiqlUrl({ document, variables }: Omit<PageQuery, "of">): string {
  const source = print(document);
  const url = addressOf(source, variables);
  return url.length <= LONGEST ? url : addressOf(stripIgnoredCharacters(source), variables);
}

function addressOf(query: string, variables: object): string {
  // What was left out need not be said.
  const given = JSON.stringify(variables, (_name, value: unknown) => (value === null ? undefined : value));
  return `/graphql?${new URLSearchParams({ query, variables: given })}`;
}
