import { encodeNodeId } from "../../domain/node-id.ts";
import { Node } from "../builder.ts";
import { EventConnection, EventFilterInput, eventPage, timelineArgs } from "../connections.ts";
import { PlaceRef } from "../refs.ts";

PlaceRef.implement({
  description: "Where something happens.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Place", key, asOf }),
    }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    name: t.string({ description: "Name.", resolve: ({ record }) => record.name }),
    country: t.string({
      nullable: true,
      description: "ISO 3166-1 alpha-2 code of its country.",
      resolve: ({ record }) => record.country,
    }),
    within: t.field({
      type: PlaceRef,
      nullable: true,
      description: "The place that it lies in.",
      resolve: ({ record, asOf }, _args, { find }) =>
        record.withinId === null ? null : find.place(record.withinId, asOf),
    }),
    latitude: t.float({
      nullable: true,
      description: "Degrees north, WGS 84.",
      resolve: ({ record }) => record.latitude,
    }),
    longitude: t.float({
      nullable: true,
      description: "Degrees east, WGS 84.",
      resolve: ({ record }) => record.longitude,
    }),
    events: t.field({
      type: EventConnection,
      description: "Events there.",
      args: {
        filter: t.arg({ type: EventFilterInput, description: "Narrows the list." }),
        ...timelineArgs(t.arg),
      },
      resolve: ({ record, asOf }, args, context) =>
        eventPage(context, args, [{ type: "PLACE", id: record.id }], args.asOf ?? asOf),
    }),
  }),
});
