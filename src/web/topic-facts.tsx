import type { Day } from "../domain/day.ts";
import { dateInWords } from "./headings.ts";
import { anchorOf, linkTo } from "./links.ts";
import type { TimelineParams } from "./params.ts";
import type { Sentence } from "./standing.ts";
import type { Topic } from "./topic-query.ts";

/** Where the topic stands, in sentences whose events are links. */
export function Standing({
  sentences,
  asOf,
}: {
  readonly sentences: readonly Sentence[];
  readonly asOf: Day | null;
}) {
  if (sentences.length === 0) return null;
  return (
    <p class="standing">
      {sentences.map((sentence) => (
        <>
          {sentence.map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <a href={linkTo.event(part.slug, asOf)}>
                <bdi>{part.title}</bdi>
              </a>
            ),
          )}{" "}
        </>
      ))}
    </p>
  );
}

/** How much there is of the topic, when it last changed, and the ways to follow it. */
export function Facts({
  slug,
  topic: { timeline, reportDays, newest },
  params,
  here,
  live,
  embedded,
}: {
  readonly slug: string;
  readonly topic: Topic;
  readonly params: TimelineParams;
  readonly here: ReadonlySet<string>;
  readonly live: { readonly cursor: string } | undefined;
  readonly embedded: boolean;
}) {
  const [latest] = reportDays.edges;
  const [end] = newest.edges;
  return (
    <ul class="facts">
      {latest && <li>Last change reported on {dateInWords(latest.node.day)}</li>}
      <li>
        {timeline.totalCount.toLocaleString("en-GB")}
        {timeline.totalCountIsExact ? "" : " or more"} {timeline.totalCount === 1 ? "entry" : "entries"}
      </li>
      {end && !embedded && (
        <li>
          <a
            href={`${here.has(end.node.id) ? "" : `?${params.toSearch({ order: "NEWEST_FIRST", after: null })}`}#${anchorOf(end.node.id)}`}
          >
            To the latest entry
          </a>
        </li>
      )}
      {live && (
        <>
          <li>
            <a href={`/topics/${encodeURIComponent(slug)}/feed.atom`}>Feed</a>
          </li>
          <li>
            <a href={`/topics/${encodeURIComponent(slug)}/calendar.ics`}>Calendar</a>
          </li>
          {!embedded && (
            <li>
              <a href={`?${params.toSearch({ since: live.cursor, after: null })}`}>Mark this moment</a>
            </li>
          )}
        </>
      )}
    </ul>
  );
}
