import { DatelineError } from "../../domain/errors.ts";
import { comparePositions, dayNumber, daysLater, FAR } from "../../domain/timeline-position.ts";
import type { ReportDay } from "../../store/report-days.ts";
import { dayText, PRESENT } from "../../store/timeline.ts";
import { builder } from "../builder.ts";
import { asOfArg, forwardArgs } from "../connections.ts";
import { EventRef, TopicRef } from "../refs.ts";
import { listPage } from "../slug-page.ts";
import { eventPosition } from "../topic-diff.ts";

const ReportDayType = builder.objectRef<ReportDay>("ReportDay").implement({
  description:
    "A day on which something of a topic became known: what was known by its end differs from the day before.",
  fields: (t) => ({
    day: t.field({ type: "Date", description: "The day.", resolve: ({ day }) => dayText(day) }),
    entries: t.exposeInt("entries", {
      description:
        "Events, changes and quotes that are new from that day on, or from then on are another: with another status or date, or disputed.",
    }),
  }),
});

const ReportDayConnection = builder.connectionObject(
  { type: ReportDayType, name: "ReportDayConnection", description: "A page of days, latest first." },
  { name: "ReportDayEdge", description: "A day on a page." },
);

/** Disputed events that are listed where the client does not say, and at most. */
const DISPUTED = { usual: 10, most: 100 };

builder.objectFields(TopicRef, (t) => ({
  reportDays: t.field({
    type: ReportDayConnection,
    description:
      "The days on which something of it became known, latest first: the days to ask about with `asOf`. With `asOf`, the days up to that one.",
    args: { ...asOfArg(t.arg), ...forwardArgs(t.arg) },
    resolve({ record, ...topic }, args, { readers, turns }) {
      const asOf = args.asOf ?? topic.asOf;
      const end = asOf === null ? FAR : daysLater(dayNumber(asOf), 1);
      return listPage(
        turns,
        args,
        {
          position: ({ day }: ReportDay) => ({ weight: day, slug: "" }),
          read: ({ weight }, limit) => readers.reportDays.before(record.id, Math.min(weight, end), limit),
        },
        (day: ReportDay) => day,
      );
    },
  }),
  disputedEvents: t.field({
    type: [EventRef],
    description:
      "Its events that are disputed, in the order of the timeline. Looked for among the first 100 of which anything was ever disputed.",
    args: {
      ...asOfArg(t.arg),
      first: t.arg.int({ description: `How many: 1 to ${DISPUTED.most}, ${DISPUTED.usual} where left out.` }),
    },
    async resolve({ record, ...topic }, args, { readers, turns, find }) {
      const asOf = args.asOf ?? topic.asOf;
      const first = args.first ?? DISPUTED.usual;
      if (first < 1 || first > DISPUTED.most) {
        throw new DatelineError("INVALID_PAGE", `\`first\` is ${first}; it may be 1 to ${DISPUTED.most}.`);
      }
      const day = asOf === null ? PRESENT : dayNumber(asOf);
      const rows = await turns.take(() => readers.reportDays.disputedEvents(record.id, day, DISPUTED.most));
      const events = await find.events(
        rows.map((row) => row.eventId),
        asOf,
      );
      return events
        .filter(({ state }) => state.disputed)
        .sort((a, b) => comparePositions(eventPosition(a), eventPosition(b)))
        .slice(0, first);
    },
  }),
}));
