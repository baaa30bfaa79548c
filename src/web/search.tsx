import { raw } from "hono/html";
import type { Day } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { decodeNodeId, encodeNodeId } from "../domain/node-id.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { dateInWords } from "./headings.ts";
import { Page } from "./layout.tsx";
import { SearchForm } from "./search-form.tsx";
import { ThingLink } from "./thing.tsx";
import { kindOf, nameOf, Thing, type ThingResult } from "./things.ts";

const SearchPage = document(
  `
  query SearchPage($words: String!, $after: String) {
    search(query: $words, first: 20, after: $after) {
      totalCount totalCountIsExact
      pageInfo { hasNextPage endCursor }
      edges { snippet node { ... on Node { ...Thing } } }
    }
  }
`,
  [Thing],
);

/** Errors that whoever searches can mend: they are told beside the form. */
const READER_CAN_MEND = new Set(["INVALID_SEARCH", "INVALID_CURSOR"]);

/** What a search finds, best first; without words, the form alone. */
export async function searchPage(ask: Ask, words: string, asOf: Day | null, after: string | null) {
  const found = words === "" ? null : await findOrExplain(ask, words, after);
  const edges = found === null || typeof found === "string" ? [] : found.edges;
  const known = asOf === null ? edges : await knownBy(ask, edges, asOf);
  const address = (more: Record<string, string>) =>
    `?${new URLSearchParams({ q: words, ...(asOf && { asOf }), ...more })}`;
  const title = words.length > 60 ? `${[...words].slice(0, 60).join("")}…` : words;
  return (
    <Page
      title={words === "" ? "Search" : `${title} · Search`}
      queries={words === "" ? [] : [{ document: SearchPage, variables: { words, after } }]}
      asOf={asOf}
    >
      <h1>Search</h1>
      <SearchForm words={words} asOf={asOf} />
      {asOf !== null && (
        <p class="banner">
          What is looked through are names and texts as they stand today. What had not been reported by the
          end of {dateInWords(asOf)} is left out, and links lead to pages as known then.{" "}
          <a href={words === "" ? "/search" : `?${new URLSearchParams({ q: words })}`}>
            Search what is known today
          </a>
        </p>
      )}
      {typeof found === "string" && <p class="banner">{found}</p>}
      {found !== null && typeof found !== "string" && (
        <>
          <p class="meta" role="status">
            {found.totalCount === 0
              ? "Nothing was found."
              : `${found.totalCount}${found.totalCountIsExact ? "" : " or more"} found, best first`}
          </p>
          {found.totalCount === 0 && (
            <p class="empty">
              All words must be there; the last may be the beginning of one. Try fewer words, or a name
              instead, or look at the <a href="/">topics</a>.
            </p>
          )}
          {known.length < edges.length && (
            <p class="meta">
              {edges.length - known.length} of the {edges.length} on this page had not been reported by then.
            </p>
          )}
          <ol class="found">
            {known.map(({ node, snippet }) => (
              <li>
                <p class="kicker">{kindOf(node)}</p>
                <Hit thing={node} snippet={snippet} asOf={asOf} />
              </li>
            ))}
          </ol>
          {(after !== null || found.pageInfo.hasNextPage) && (
            <p class="more">
              {after !== null && <a href={address({})}>Back to the best</a>}{" "}
              {found.pageInfo.hasNextPage && (
                <a href={address({ after: found.pageInfo.endCursor ?? "" })} rel="next">
                  More
                </a>
              )}
            </p>
          )}
        </>
      )}
    </Page>
  );
}

/** What was found; where the hit is its name, that is marked, and nothing is said twice. */
function Hit({
  thing,
  snippet,
  asOf,
}: {
  readonly thing: ThingResult;
  readonly snippet: string;
  readonly asOf: Day | null;
}) {
  // Escaped by the API, but for the marks around what was searched for.
  const marked = raw(snippet);
  const inName = textOf(snippet) === nameOf(thing);
  return (
    <>
      <h2>
        <ThingLink thing={thing} asOf={asOf} marked={inName ? marked : null} />
      </h2>
      {!inName && <p dir="auto">{marked}</p>}
    </>
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function textOf(snippet: string): string {
  return snippet
    .replace(/<\/?mark>/g, "")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

const KnownThen = document(`
  query KnownThen($ids: [ID!]!) { nodes(ids: $ids) { id ... on Agent { onRecord } } }
`);

/** Those of some hits that had been reported by a day. */
async function knownBy<Hit extends { readonly node: ThingResult }>(
  ask: Ask,
  hits: readonly Hit[],
  asOf: Day,
): Promise<Hit[]> {
  const ids = hits.map(({ node }) => encodeNodeId({ ...decodeNodeId(node.id), asOf }));
  const { nodes } = await ask(KnownThen, { ids });
  return hits.filter((_, index) => {
    const node = nodes[index];
    return node !== null && node !== undefined && !("onRecord" in node && !node.onRecord);
  });
}

async function findOrExplain(ask: Ask, words: string, after: string | null) {
  try {
    return (await ask(SearchPage, { words, after })).search;
  } catch (error) {
    if (error instanceof DatelineError && READER_CAN_MEND.has(error.code)) return error.message;
    throw error;
  }
}
