import { linkTo } from "../links.ts";

/** Links to topics, each with a mark before it that parts it from what came. */
export function TopicLinks({
  topics,
}: {
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
}) {
  return (
    <>
      {topics.map((topic) => (
        <>
          {" · "}
          <a href={linkTo.topic(topic.slug, null)}>
            <bdi>{topic.title}</bdi>
          </a>
        </>
      ))}
    </>
  );
}
