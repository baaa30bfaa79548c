import { DatelineError } from "../../domain/errors.ts";
import type { Subject } from "../../domain/timeline.ts";
import { dayNumber } from "../../domain/timeline-position.ts";
import { PRESENT } from "../../store/timeline.ts";
import { builder } from "../builder.ts";
import { findEntries } from "../connections.ts";
import { type Context, present } from "../context.ts";
import { OrganizationRef, PersonRef, TimelineEntryRef, TopicRef } from "../refs.ts";
import type { AgentView, TopicView } from "../views.ts";

/** Entries that are listed where the client does not say, and at most. */
const LISTED = { usual: 20, most: 100 };

const DESCRIPTION =
  "Its events, changes and quotes that were reported last, or became what they are, latest first and whatever their dates: for feeds.";

builder.objectField(TopicRef, "latestReported", (t) =>
  t.field({
    type: [TimelineEntryRef],
    description: DESCRIPTION,
    args: { first: t.arg.int({ description: howMany() }) },
    resolve: (topic, { first }, context) => latestOf(context, "TOPIC", topic, first ?? LISTED.usual),
  }),
);

for (const ref of [PersonRef, OrganizationRef]) {
  builder.objectField(ref, "latestReported", (t) =>
    t.field({
      type: [TimelineEntryRef],
      description: DESCRIPTION,
      args: { first: t.arg.int({ description: howMany() }) },
      resolve: (agent, { first }, context) => latestOf(context, "AGENT", agent, first ?? LISTED.usual),
    }),
  );
}

function howMany(): string {
  return `How many: 1 to ${LISTED.most}, ${LISTED.usual} where left out.`;
}

async function latestOf(
  context: Context,
  type: Subject["type"],
  { record, asOf }: TopicView | AgentView,
  first: number,
) {
  if (first < 1 || first > LISTED.most) {
    throw new DatelineError("INVALID_PAGE", `\`first\` is ${first}; it may be 1 to ${LISTED.most}.`);
  }
  const day = asOf === null ? PRESENT : dayNumber(asOf);
  const { readers, turns } = context;
  const hits = await turns.take(() => readers.latestEntries.of({ type, id: record.id }, day, first));
  return present(await findEntries(context, hits, asOf));
}
