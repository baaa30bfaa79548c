import { z } from "zod";
import { PAGE_SIZE } from "./query.ts";

// The measured question in PostGraphile's words. Where an event stands, and when it is, follows from its history, which is asked
// for in place of both.

const QUESTION = `query PersonEvents($slug: String!) {
  agentByTypeAndSlug(type: "PERSON", slug: $slug) {
    name
    timeline(first: ${PAGE_SIZE}) { nodes {
      title
      placeByPlaceId { name }
      statusChangesByEventId { nodes { key to effective newDate } }
      participationsByEventId { nodes { role agentByAgentId { name } } }
      reports { nodes { stance passageByPassageId { exact } articleByArticleId { headline sourceBySourceId { name } } } }
    } }
  }
}`;

const Named = z.object({ name: z.string() }).nullable();
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });
const Theirs = z.object({
  data: z.object({
    agentByTypeAndSlug: z.object({
      name: z.string(),
      timeline: nodes(
        z.object({
          title: z.string(),
          placeByPlaceId: Named,
          reports: nodes(z.object({ passageByPassageId: z.object({ exact: z.string() }).nullable() })),
        }),
      ),
    }),
  }),
});
const Ours = z.object({
  data: z.object({
    person: z.object({
      name: z.string(),
      events: z.object({
        edges: z.array(
          z.object({
            node: z.object({
              title: z.string(),
              place: Named,
              evidence: z.array(z.object({ exact: z.string().nullable() })),
            }),
          }),
        ),
      }),
    }),
  }),
});

/** What is asked, for one of our questions. */
export function inTheirWords(body: string): string {
  const { variables } = z.object({ variables: z.object({ slug: z.string() }) }).parse(JSON.parse(body));
  return JSON.stringify({ query: QUESTION, variables });
}

/** Whether their answer has the same events, in the same order, with the same places, and every passage that ours shows. */
export function tellsTheSame(theirs: string, ours: string): boolean {
  const { agentByTypeAndSlug: agent } = Theirs.parse(JSON.parse(theirs)).data;
  const { person } = Ours.parse(JSON.parse(ours)).data;
  const events = person.events.edges.map(({ node }) => node);
  return (
    agent.name === person.name &&
    agent.timeline.nodes.length === events.length &&
    events.every((event, at) => {
      const other = agent.timeline.nodes[at];
      const passages = new Set(other?.reports.nodes.map((one) => one.passageByPassageId?.exact ?? null));
      return (
        other?.title === event.title &&
        other.placeByPlaceId?.name === event.place?.name &&
        event.evidence.every(({ exact }) => passages.has(exact))
      );
    })
  );
}
