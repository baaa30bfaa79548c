import { builder } from "../builder.ts";
import { ArticlePartEnum, EventStatusEnum } from "../enums.ts";

/** What makes the fields of an input. */
export type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, "InputObject">;

/** What every mutation takes. */
export function once(t: Fields) {
  return {
    idempotencyKey: t.string({
      required: true,
      description:
        "What tells this from everything else that you send, such as a random UUID: sent again with it, the mutation is not done again, and answers what it answered.",
    }),
  };
}

/** The revision of what is changed, where it may be left out. */
export function expected(t: Fields) {
  return expectedOf(t, null);
}

/** The same of a part of something, which has no revision of its own: that of the whole. */
export function expectedOf(t: Fields, whole: string | null) {
  return { expectedRevision: t.string({ description: revisionOf(whole) }) };
}

/** The revision of what is changed, where it must be given. */
export function required(t: Fields) {
  return requiredOf(t, null);
}

/** The same of a part of something: that of the whole. */
export function requiredOf(t: Fields, whole: string | null) {
  return { expectedRevision: t.string({ required: true, description: revisionOf(whole) }) };
}

function revisionOf(whole: string | null): string {
  const of = whole === null ? "" : ` of ${whole}`;
  return `The \`recordRevision\`${of} that you saw: where it was changed since, nothing is written, and you are told what was.`;
}

/** A person or an organization. */
export const AgentInput = builder.inputType("AgentInput", {
  description: "A person or an organization on record: one of the two.",
  fields: (t) => ({
    person: t.string({ description: "Slug of a person." }),
    organization: t.string({ description: "Slug of an organization." }),
  }),
});

function piece(t: Fields) {
  return {
    article: t.string({ required: true, description: "Slug of the article, which is on record." }),
    part: t.field({ type: ArticlePartEnum, description: "Where in it; BODY where left out." }),
    exact: t.string({
      description:
        "The words, as they stand in the article's present text; left out, the article is cited as a whole.",
    }),
    prefix: t.string({ description: "Words before, where the same words stand in the text more than once." }),
    suffix: t.string({ description: "Words after." }),
    claimedBy: t.field({
      type: [AgentInput],
      description: "Who says so, in the article; nobody: it says so in its own voice.",
    }),
    claimantAsWritten: t.string({ description: "Who says so, as written, where they are not named." }),
  };
}

/** What supports a fact. */
export const EvidenceInput = builder.inputType("EvidenceInput", {
  description: "What a fact rests on: a passage of an article, or the article as a whole.",
  fields: (t) => piece(t),
});

const InsteadInput = builder.inputType("InsteadInput", {
  description: "What is so instead, as those say who dispute a fact.",
  fields: (t) => ({
    status: t.field({ type: EventStatusEnum, description: "The status of the event." }),
    date: t.string({ description: "Its date, EDTF." }),
  }),
});

/** What disputes a fact. */
export const DisputeInput = builder.inputType("DisputeInput", {
  description: "Where it says that a fact is not so: a passage of an article, or the article as a whole.",
  fields: (t) => ({
    ...piece(t),
    instead: t.field({ type: InsteadInput, description: "What is so instead, where they say that." }),
  }),
});
