import { encodeNodeId } from "../../domain/node-id.ts";
import { ParticipantRoleEnum, RelationKindEnum } from "../enums.ts";
import { AgentRef, EventRef, EventRelationRef, EvidenceRef, ParticipationRef } from "../refs.ts";
import { agentView, evidenceViews } from "../views.ts";

ParticipationRef.implement({
  description: "The part that someone has in an event.",
  fields: (t) => ({
    id: t.id({
      description: "Tells it from other participations.",
      resolve({ record, event, asOf }) {
        const { agent, role } = record;
        const key = [event.record.key, agent.type, agent.key, role].join("/");
        return encodeNodeId({ type: "Participation", key, asOf });
      },
    }),
    agent: t.field({
      type: AgentRef,
      description: "Who.",
      resolve: ({ record, asOf }) => agentView(record.agent, asOf),
    }),
    role: t.field({
      type: ParticipantRoleEnum,
      description: "Which part.",
      resolve: ({ record }) => record.role,
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What it rests on.",
      resolve: ({ record, asOf }) => evidenceViews(record.evidence, asOf),
    }),
  }),
});

EventRelationRef.implement({
  description: "How an event relates to another.",
  fields: (t) => ({
    id: t.id({
      description: "Tells it from other relations.",
      async resolve({ record, event, asOf }, _args, { load }) {
        const other = await load.event.load(record.otherId);
        const key = [event.record.key, record.kind, other?.key].join("/");
        return encodeNodeId({ type: "EventRelation", key, asOf });
      },
    }),
    kind: t.field({ type: RelationKindEnum, description: "How.", resolve: ({ record }) => record.kind }),
    event: t.field({
      type: EventRef,
      description: "The other event.",
      resolve: async ({ record, asOf }, _args, { find }) => onRecord(await find.event(record.otherId, asOf)),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What it rests on.",
      resolve: ({ record, asOf }) => evidenceViews(record.evidence, asOf),
    }),
  }),
});

/** What a foreign key of ours names is there. */
function onRecord<T>(found: T | null): T {
  if (found === null) throw new Error("A row names another that is not on record.");
  return found;
}
