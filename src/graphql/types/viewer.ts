import type { Scope, Viewer } from "../../domain/access.ts";
import { builder } from "../builder.ts";

const ScopeEnum = builder.enumType("Scope", {
  description: "What a key lets its holder do.",
  values: {
    READER: { description: "Read, where not everybody may." },
    EDITOR: { description: "Read drafts, and write." },
    ADMIN: { description: "Whatever an editor may, and look after the server." },
  } satisfies Record<Scope, object>,
});

const ViewerType = builder.objectRef<Viewer>("Viewer").implement({
  description: "Who asks, as the key says that they sent.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Whose key it is: so the change log calls them." }),
    scope: t.field({ type: ScopeEnum, description: "What it lets them do.", resolve: ({ scope }) => scope }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: "Who asks; null for those who send no key.",
    resolve: (_query, _args, { viewer }) => viewer,
  }),
);
