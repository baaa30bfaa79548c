import { Node } from "../builder.ts";
import { EntryKindEnum } from "../enums.ts";
import { EvidenceRef, TimelineEntryRef } from "../refs.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

// Every type of entry says for itself what these are.
TimelineEntryRef.implement({
  description: "One thing on a timeline.",
  interfaces: [Node],
  fields: (t) => ({
    kind: t.field({ type: EntryKindEnum, description: "What it is.", resolve: unresolved }),
    title: t.string({ description: "A line that tells it.", resolve: unresolved }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it was, is or will be; null: undated.",
      resolve: unresolved,
    }),
    evidence: t.field({ type: [EvidenceRef], description: "What it rests on.", resolve: unresolved }),
  }),
});

function unresolved(): never {
  throw new Error("Fields of an interface are resolved by the type that implements it.");
}
