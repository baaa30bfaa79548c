import { utcDay } from "../../domain/day.ts";
import { DatelineError } from "../../domain/errors.ts";
import { encodeNodeId } from "../../domain/node-id.ts";
import { shownText } from "../../store/quotes.ts";
import type { Withdrawal } from "../../store/withdrawals.ts";
import { builder } from "../builder.ts";
import type { Loaders } from "../loaders.ts";
import { EventRef, TopicRef } from "../refs.ts";

const CorrectedFactEnum = builder.enumType("CorrectedFact", {
  description: "What kind of fact was withdrawn.",
  values: {
    EVENT: { description: "An event." },
    STATUS_CHANGE: { description: "A step in the history of an event." },
    PARTICIPATION: { description: "That somebody had a part in an event." },
    RELATION: { description: "How an event related to another." },
    QUOTE: { description: "A quote." },
    ROLE: { description: "What somebody was said to be." },
  },
});

/** A fact that was taken back, as readers are told of it. */
export const CorrectionRef = builder.objectRef<Withdrawal>("Correction").implement({
  description: "That a fact was withdrawn: it is in no view of any day any more, and this says so instead.",
  fields: (t) => ({
    id: t.id({
      description: "Tells it from other corrections.",
      resolve: ({ key }) => encodeNodeId({ type: "Correction", key, asOf: null }),
    }),
    kind: t.field({ type: CorrectedFactEnum, description: "What was withdrawn.", resolve: kindOf }),
    at: t.expose("at", { type: "DateTime", description: "When it was withdrawn." }),
    day: t.field({ type: "Date", description: "The day of that, in UTC.", resolve: ({ at }) => utcDay(at) }),
    reason: t.exposeString("reason", { description: "Why, in an editor's words." }),
    subject: t.string({
      nullable: true,
      authScopes: { editor: true },
      description: "What was withdrawn, in words: for editors.",
      resolve: (correction, _args, { load }) => subjectOf(load, correction),
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: "The event that it was part of, where that is still on record.",
      resolve: ({ eventId }, _args, { find }) => (eventId === null ? null : find.event(eventId, null)),
    }),
    withdrawnBy: t.exposeString("actor", {
      nullable: true,
      authScopes: { editor: true },
      description: "Who withdrew it: for editors.",
    }),
    liftedAt: t.expose("liftedAt", {
      type: "DateTime",
      nullable: true,
      description: "When the fact was let hold again; null: it was not.",
    }),
  }),
});

function kindOf({ quoteId, roleId, changeId, participationId, relationId }: Withdrawal) {
  if (quoteId !== null) return "QUOTE" as const;
  if (roleId !== null) return "ROLE" as const;
  if (changeId !== null) return "STATUS_CHANGE" as const;
  if (participationId !== null) return "PARTICIPATION" as const;
  return relationId === null ? ("EVENT" as const) : ("RELATION" as const);
}

/** The title, the words or the role. Of a part of an event, the event's title. */
async function subjectOf(load: Loaders, { eventId, quoteId, roleId }: Withdrawal): Promise<string | null> {
  const event = eventId === null ? null : await load.event.load(eventId);
  const quote = quoteId === null ? null : await load.quote.load(quoteId);
  const role = roleId === null ? null : await load.role.load(roleId);
  return event?.title ?? (quote && shownText(quote)) ?? role?.title ?? null;
}

/** Corrections that are told at once, at most. */
const MOST_CORRECTIONS = 100;

builder.objectField(TopicRef, "corrections", (t) =>
  t.field({
    type: [CorrectionRef],
    description: "Facts of the story that were withdrawn, latest first.",
    args: {
      first: t.arg.int({ required: true, defaultValue: 20, description: "How many: 1 to 100." }),
    },
    resolve({ record }, { first }, { readers, turns }) {
      refuseUnlessFew(first);
      return turns.take(() => readers.withdrawals.ofTopic(record.id, first));
    },
  }),
);

builder.queryField("corrections", (t) =>
  t.field({
    type: [CorrectionRef],
    authScopes: { editor: true },
    description: "Facts that were withdrawn and do not hold again, latest first. For editors.",
    args: {
      first: t.arg.int({ required: true, defaultValue: 20, description: "How many: 1 to 100." }),
    },
    resolve(_query, { first }, { readers, turns }) {
      refuseUnlessFew(first);
      return turns.take(() => readers.withdrawals.latest(first));
    },
  }),
);

function refuseUnlessFew(first: number): void {
  if (first >= 1 && first <= MOST_CORRECTIONS) return;
  throw new DatelineError("INVALID_PAGE", `\`first\` is ${first}; it may be 1 to ${MOST_CORRECTIONS}.`);
}

builder.objectField(EventRef, "corrections", (t) =>
  t.field({
    type: [CorrectionRef],
    description: "What was said of the event and withdrawn, latest first.",
    resolve: async ({ record }, _args, { load }) => [...(await load.eventCorrections.load(record.id))],
  }),
);
