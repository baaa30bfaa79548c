import { encodeNodeId } from "../../domain/node-id.ts";
import { EvidenceRef, OrganizationRef, RoleRef } from "../refs.ts";
import { evidenceViews } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

RoleRef.implement({
  description: "What a person is, or was at a time.",
  fields: (t) => ({
    id: t.id({
      description: "Tells it from other roles.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Role", key, asOf }),
    }),
    title: t.string({
      description: "Such as Deputy Foreign Minister.",
      resolve: ({ record }) => record.title,
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "Of whom.",
      async resolve({ record, asOf }, _args, { find }) {
        const agent = record.organizationId === null ? null : await find.agent(record.organizationId, asOf);
        return agent?.__typename === "Organization" ? agent : null;
      },
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it was held; null where it is not known.",
      resolve: ({ record }) => record.held,
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What it rests on.",
      resolve: ({ record, asOf }) => evidenceViews(record.evidence, asOf),
    }),
  }),
});
