import { raw } from "hono/html";
import { DatelineError } from "../domain/errors.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";

const SearchPage = document(`
  query SearchPage($words: String!, $after: String) {
    search(query: $words, first: 20, after: $after) {
      totalCount totalCountIsExact
      pageInfo { hasNextPage endCursor }
      edges {
        snippet
        node {
          __typename
          ... on Topic { slug title }
          ... on Person { slug name }
          ... on Organization { name }
          ... on Place { name }
          ... on Event { slug title }
          ... on Quote { title article { slug } }
          ... on Article { slug title }
        }
      }
    }
  }
`);

/** What a search finds, best first; without words, the form alone. */
export async function searchPage(ask: Ask, words: string, after: string | null) {
  const found = words === "" ? null : await findOrExplain(ask, words, after);
  return (
    <Page title={words === "" ? "Search" : `${words} · Search`}>
      <h1>Search</h1>
      <form method="get" class="filters">
        <label>
          Words, or a “phrase” in quotation marks <input type="search" name="q" value={words} size={30} />
        </label>
        <button type="submit">Search</button>
      </form>
      {typeof found === "string" && <p class="banner">{found}</p>}
      {found !== null && typeof found !== "string" && (
        <>
          <p class="meta">
            {found.totalCount}
            {found.totalCountIsExact ? "" : " or more"} found
          </p>
          <ol class="found">
            {found.edges.map(({ node, snippet }) => (
              <li>
                <Found node={node} />
                {/* Escaped by the API, but for the marks around what was searched for. */}
                <p>{raw(snippet)}</p>
              </li>
            ))}
          </ol>
          {found.pageInfo.hasNextPage && (
            <p class="more">
              <a
                href={`?${new URLSearchParams({ q: words, after: found.pageInfo.endCursor ?? "" })}`}
                rel="next"
              >
                More
              </a>
            </p>
          )}
        </>
      )}
    </Page>
  );
}

async function findOrExplain(ask: Ask, words: string, after: string | null) {
  try {
    return (await ask(SearchPage, { words, after })).search;
  } catch (error) {
    if (error instanceof DatelineError) return error.message;
    throw error;
  }
}

type FoundNode =
  | { readonly __typename: "Topic" | "Event" | "Article"; readonly slug: string; readonly title: string }
  | { readonly __typename: "Person"; readonly slug: string; readonly name: string }
  | { readonly __typename: "Organization" | "Place"; readonly name: string }
  | { readonly __typename: "Quote"; readonly title: string; readonly article: { readonly slug: string } };

function Found({ node }: { readonly node: FoundNode }) {
  switch (node.__typename) {
    case "Topic":
      return <a href={linkTo.topic(node.slug, null)}>{node.title}</a>;
    case "Event":
      return <a href={linkTo.event(node.slug, null)}>{node.title}</a>;
    case "Article":
      return <a href={linkTo.article(node.slug, null)}>{node.title}</a>;
    case "Person":
      return <a href={linkTo.person(node.slug, null)}>{node.name}</a>;
    case "Quote":
      return <a href={linkTo.article(node.article.slug, null)}>{node.title}</a>;
    default:
      return <strong>{node.name}</strong>;
  }
}
