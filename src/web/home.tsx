import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";

const Home = document(`
  query Home {
    topics(first: 100) { edges { node { slug title summary timeline { totalCount } } } }
    changes(last: 10) { edges { node { at action node { __typename ... on TimelineEntry { title } } topics { slug title } } } }
  }
`);

/** The topics, and what was put on record last. */
export async function homePage(ask: Ask) {
  const { topics, changes } = await ask(Home, {});
  return (
    <Page title="Dateline" description="Running news stories, each fact tied to the passage it came from.">
      <h1>Running stories</h1>
      {topics.edges.length === 0 && (
        <p class="empty">
          Nothing is on record yet. Put a story on it with <code>dateline seed</code>.
        </p>
      )}
      <ul class="topics">
        {topics.edges.map(({ node }) => (
          <li>
            <h2>
              <a href={linkTo.topic(node.slug, null)}>{node.title}</a>
            </h2>
            {node.summary !== null && <p>{node.summary}</p>}
            <p class="meta">{node.timeline.totalCount} entries</p>
          </li>
        ))}
      </ul>
      {changes.edges.length > 0 && (
        <section>
          <h2>Put on record last</h2>
          <ul class="changes">
            {changes.edges.toReversed().flatMap(({ node: { at, node, topics: of } }) =>
              node !== null && "title" in node ? (
                <li>
                  <time datetime={at}>{at.slice(0, 10)}</time> {node.title}
                  {of.map((topic) => (
                    <>
                      {" "}
                      <a href={linkTo.topic(topic.slug, null)}>{topic.title}</a>
                    </>
                  ))}
                </li>
              ) : (
                []
              ),
            )}
          </ul>
        </section>
      )}
    </Page>
  );
}
