import type { ResultOf } from "gql.tada";
import { groupBy } from "../domain/group-by.ts";
import { document } from "./document.ts";
import { dateInWords } from "./headings.ts";
import { linkTo } from "./links.ts";
import { ThingLink } from "./thing.tsx";
import { kindOf, Thing } from "./things.ts";

/** What a change is about, with the event that it is a step of. */
export const LatestThing = document(
  `
  fragment LatestThing on Node {
    ...Thing
    ... on StatusChange { event { id } }
  }
`,
  [Thing],
);

interface Change {
  /** A point in time, ISO 8601. */
  readonly at: string;
  readonly action: "CREATED" | "REMOVED" | "UPDATED";
  readonly nodeId: string;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  readonly node: ResultOf<typeof LatestThing> | null;
}

/** The last change of something that is still on record. */
type Latest = Change & { readonly node: ResultOf<typeof LatestThing> };

/** Things that are listed of one story, at most. */
const MOST_LISTED = 5;

/** What was put on record last, story by story; latest first. */
export function LatestChanges({ changes }: { readonly changes: readonly Change[] }) {
  const latest = latestThings(changes);
  if (latest.length === 0) return null;
  const stories = groupBy(latest, ({ topics }) => topics[0]?.slug ?? null);
  return (
    <section class="latest">
      <h2>Put on record last</h2>
      {[...stories].map(([slug, things]) => (
        <section>
          <h3>
            {slug === null ? (
              "People, places and what belongs to no story"
            ) : (
              <a href={linkTo.topic(slug, null)}>
                <bdi>{things[0]?.topics[0]?.title}</bdi>
              </a>
            )}
            <span class="meta"> on {dateInWords(things[0]?.at.slice(0, 10) ?? "")}</span>
          </h3>
          <ul class="changes">
            {things.slice(0, MOST_LISTED).map(({ action, node }) => (
              <li>
                <span class="kicker">
                  {kindOf(node)}
                  {action === "UPDATED" && ", changed"}
                </span>{" "}
                <ThingLink thing={node} asOf={null} />
              </li>
            ))}
          </ul>
          {things.length > MOST_LISTED && <p class="meta">and {things.length - MOST_LISTED} more</p>}
        </section>
      ))}
    </section>
  );
}

/**
 * What changed last, latest first, each thing once. What is no longer on record is left out, topics are, which head what is of
 * them, and so are the steps of an event that is new itself.
 */
function latestThings(changes: readonly Change[]): Latest[] {
  const things = new Map<string, Latest>();
  for (const { node, ...change } of changes.toReversed()) {
    if (node !== null && !things.has(change.nodeId)) things.set(change.nodeId, { ...change, node });
  }
  const isNew = (id: string) => things.get(id)?.action === "CREATED";
  return [...things.values()].filter(
    ({ node }) =>
      node.__typename !== "Topic" && !(node.__typename === "StatusChange" && isNew(node.event.id)),
  );
}
