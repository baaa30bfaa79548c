import { encodeNodeId } from "../../domain/node-id.ts";
import { dayNumber } from "../../domain/timeline-position.ts";
import { builder, Node } from "../builder.ts";
import {
  EventConnection,
  EventFilterInput,
  entryPage,
  eventPage,
  QuoteConnection,
  QuoteFilterInput,
  quotePage,
  TimelineConnection,
  TimelineFilterInput,
  timelineArgs,
} from "../connections.ts";
import { AgentRef, OrganizationRef, PersonRef, RoleRef } from "../refs.ts";
import { type AgentView, reportedParts } from "../views.ts";

AgentRef.implement({
  description: "Someone who takes part in events, speaks or makes claims: a person or an organization.",
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    name: t.string({ description: "Full name.", resolve: ({ record }) => record.name }),
    aliases: t.stringList({
      description: "Other names: Kremlin, Moscow.",
      resolve: async ({ record }, _args, { load }) =>
        (await load.aliases.load(record.id)).map((row) => row.alias),
    }),
    onRecord: t.boolean({
      description:
        "Whether anything that names them had been reported by the day that they are seen from; now, always. Earlier, nothing is known of them but their name.",
      resolve: ({ record, asOf }, _args, { readers, turns }) =>
        asOf === null || turns.take(() => readers.agents.isNamed(record.id, dayNumber(asOf))),
    }),
  }),
});

PersonRef.implement({
  description: "A person in a story.",
  interfaces: [Node, AgentRef],
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: "What they are, or were at a time.",
      resolve: async ({ record, asOf }, _args, { load }) =>
        reportedParts(await load.roles.load(record.id), asOf).map((role) => ({
          __typename: "Role" as const,
          record: role,
          asOf,
        })),
    }),
  }),
});

OrganizationRef.implement({
  description: "An organization, government or state that acts in a story.",
  interfaces: [Node, AgentRef],
});

for (const ref of [PersonRef, OrganizationRef]) {
  builder.objectFields(ref, (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ __typename: type, record: { key }, asOf }) => encodeNodeId({ type, key, asOf }),
    }),
    sameAs: t.field({
      type: ["URL"],
      description: "Pages elsewhere about the same (schema.org sameAs).",
      resolve: async ({ record }, _args, { load }) =>
        (await load.links.load(record.id)).map((row) => row.url),
    }),
    timeline: t.field({
      type: TimelineConnection,
      description: "Events they take part in, the changes of those, and quotes they speak.",
      args: {
        filter: t.arg({ type: TimelineFilterInput, description: "Narrows it." }),
        ...timelineArgs(t.arg),
      },
      resolve: (agent, args, context) =>
        entryPage(context, args, [subjectOf(agent)], args.asOf ?? agent.asOf),
    }),
    events: t.field({
      type: EventConnection,
      description: "Events they take part in.",
      args: {
        filter: t.arg({ type: EventFilterInput, description: "Narrows the list." }),
        ...timelineArgs(t.arg),
      },
      resolve: (agent, args, context) =>
        eventPage(context, args, [subjectOf(agent)], args.asOf ?? agent.asOf),
    }),
    quotes: t.field({
      type: QuoteConnection,
      description: "What they said.",
      args: {
        filter: t.arg({ type: QuoteFilterInput, description: "Narrows the list." }),
        ...timelineArgs(t.arg),
      },
      resolve: (agent, args, context) =>
        quotePage(context, args, [subjectOf(agent)], args.asOf ?? agent.asOf),
    }),
  }));
}

function subjectOf({ record }: AgentView) {
  return { type: "AGENT" as const, id: record.id };
}
