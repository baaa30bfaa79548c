import { encodeNodeId } from "../../domain/node-id.ts";
import { Node } from "../builder.ts";
import { SourceRef } from "../refs.ts";

SourceRef.implement({
  description: "A publisher: an outlet or a news agency.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Source", key, asOf }),
    }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    name: t.string({ description: "Name.", resolve: ({ record }) => record.name }),
    domain: t.string({
      nullable: true,
      description: "Its domain on the web.",
      resolve: ({ record }) => record.domain,
    }),
    owner: t.string({
      nullable: true,
      description: "Who owns it: sources of one owner are not independent of each other.",
      resolve: ({ record }) => record.owner,
    }),
  }),
});
