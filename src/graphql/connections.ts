import type { ArgBuilder, InputFieldBuilder } from "@pothos/core";
import type { Day } from "../domain/day.ts";
import { ENTRY_KINDS, TIMELINE_KINDS, type TimelineKind } from "../domain/model.ts";
import type { Subject } from "../domain/timeline.ts";
import type { TimelineHit } from "../store/timeline.ts";
import { builder, type SchemaTypes } from "./builder.ts";
import type { Connection, PageArgs } from "./connection.ts";
import type { Context } from "./context.ts";
import {
  DateMatchEnum,
  EntryKindEnum,
  EventStatusEnum,
  ParticipantRoleEnum,
  QuoteKindEnum,
  TimelineOrderEnum,
} from "./enums.ts";
import { ArticleRef, EventRef, PersonRef, QuoteRef, TimelineEntryRef, TopicRef } from "./refs.ts";
import { type TimelineArgs, timelinePage } from "./timeline-page.ts";
import type { ArticleView, EntryView, EventView, QuoteView } from "./views.ts";

const edge = (of: string) => ({ description: `${of} on a page.` });

export const TimelineConnection = builder.connectionObject(
  { type: TimelineEntryRef, name: "TimelineConnection", description: "A page of a timeline." },
  { name: "TimelineEdge", ...edge("An entry") },
);
export const EventConnection = builder.connectionObject(
  { type: EventRef, name: "EventConnection", description: "A page of events." },
  { name: "EventEdge", ...edge("An event") },
);
export const QuoteConnection = builder.connectionObject(
  { type: QuoteRef, name: "QuoteConnection", description: "A page of quotes." },
  { name: "QuoteEdge", ...edge("A quote") },
);
export const ArticleConnection = builder.connectionObject(
  { type: ArticleRef, name: "ArticleConnection", description: "A page of articles." },
  { name: "ArticleEdge", ...edge("An article") },
);
export const PersonConnection = builder.connectionObject(
  { type: PersonRef, name: "PersonConnection", description: "A page of people." },
  { name: "PersonEdge", ...edge("A person") },
);
export const TopicConnection = builder.connectionObject(
  { type: TopicRef, name: "TopicConnection", description: "A page of topics." },
  { name: "TopicEdge", ...edge("A topic") },
);

type Filter = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, "InputObject">;

/** Conditions on whose an entry is. */
function belonging(t: Filter) {
  return {
    topic: t.string({ description: "Only what belongs to the topic with this slug." }),
    person: t.string({
      description:
        "Only what is this person's (a slug): events they take part in, changes of those, quotes they speak.",
    }),
    organization: t.string({ description: "The same for an organization." }),
    place: t.string({
      description: "Only events at this place (a slug), their changes, and quotes said there.",
    }),
    source: t.string({ description: "Only what a report in this source (a slug) supports." }),
  };
}

/** Conditions on dates. */
function dating(t: Filter) {
  return {
    from: t.field({ type: "EDTF", description: "Not before the first day that this may mean." }),
    to: t.field({ type: "EDTF", description: "Not after the last day that this may mean." }),
    match: t.field({
      type: DateMatchEnum,
      defaultValue: "OVERLAPS",
      description: "How dates must lie to `from` and `to`. Undated entries match neither.",
    }),
  };
}

const DATED = "Only dated entries, or (false) only undated ones.";

const SEARCH =
  "Only what matches this, as `query` of `search` does: an event by its title, description and outcome, and so its changes; a quote by its words and speaker; an article by its headline and text.";

export const TimelineFilterInput = builder.inputType("TimelineFilter", {
  description: "Narrows a timeline; all conditions hold together.",
  fields: (t) => ({
    kinds: t.field({
      type: [EntryKindEnum],
      description:
        "Kinds of entries; all but ARTICLE and DRAFT where left out. What is drafted is there with `drafts` alone: with that, `[DRAFT]` asks for nothing else.",
    }),
    drafts: t.boolean({
      defaultValue: false,
      description:
        "Whether what is drafted of articles and waits for a decision is there too: quotes and events that are not on record. They match no `search`. For editors.",
    }),
    ...belonging(t),
    status: t.field({
      type: [EventStatusEnum],
      description: "Only events with one of these statuses, and changes to one of them.",
    }),
    ...dating(t),
    dated: t.boolean({ description: DATED }),
    search: t.string({ description: SEARCH }),
  }),
});

export const EventFilterInput = builder.inputType("EventFilter", {
  description: "Narrows a list of events; all conditions hold together.",
  fields: (t) => ({
    ...belonging(t),
    role: t.field({
      type: [ParticipantRoleEnum],
      description:
        "Only events in which the person asked about has one of these roles; anyone, where none is.",
    }),
    status: t.field({ type: [EventStatusEnum], description: "Only events with one of these statuses." }),
    ...dating(t),
    dated: t.boolean({ description: DATED }),
    search: t.string({ description: SEARCH }),
  }),
});

export const QuoteFilterInput = builder.inputType("QuoteFilter", {
  description: "Narrows a list of quotes; all conditions hold together.",
  fields: (t) => ({
    topic: t.string({ description: "Only what belongs to the topic with this slug." }),
    speaker: t.string({ description: "Only what this person, or else organization, said (a slug)." }),
    kind: t.field({ type: [QuoteKindEnum], description: "Only quotes of these kinds." }),
    event: t.string({ description: "Only what was said about this event (a slug), or at it." }),
    source: t.string({ description: "Only quotes in this source (a slug)." }),
    ...dating(t),
    search: t.string({ description: SEARCH }),
  }),
});

type Arg = ArgBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>;

/** The argument that asks for the view of a day. */
export function asOfArg(arg: Arg) {
  return {
    asOf: arg({
      type: "Date",
      description:
        "As it was known by the end of this day (UTC), with everything below; where left out, as above.",
    }),
  };
}

/** The argument that narrows a list to what matches a search. */
export function searchArg(arg: Arg) {
  return {
    search: arg.string({
      description: "Only what matches this, as `query` of `search` does; the order stays the same.",
    }),
  };
}

/** Arguments of a connection that is read forwards only. */
export function forwardArgs(arg: Arg) {
  return {
    first: arg.int({ description: "How many entries: 1 to 100, 20 where left out." }),
    after: arg.string({ description: "Go on after the entry with this cursor." }),
  };
}

/** Arguments of a connection that is read backwards too. */
export function backwardArgs(arg: Arg) {
  return {
    last: arg.int({ description: "How many entries from the end, 1 to 100; not together with `first`." }),
    before: arg.string({ description: "Stop before the entry with this cursor." }),
  };
}

/** Arguments of a connection that is read in both directions and orders. */
export function timelineArgs(arg: Arg) {
  return {
    orderBy: arg({
      type: TimelineOrderEnum,
      defaultValue: "OLDEST_FIRST",
      description: "Which entries come first.",
    }),
    ...asOfArg(arg),
    ...forwardArgs(arg),
    ...backwardArgs(arg),
  };
}

const ALL_BUT_ARTICLES = ENTRY_KINDS.filter((kind) => kind !== "ARTICLE");

/** A page of the entries that belong to subjects (all entries where there are none). */
export function entryPage(
  context: Context,
  args: TimelineArgs,
  subjects: readonly Subject[],
  asOf: Day | null,
): Promise<Connection<EntryView>> {
  return timelinePage(context, args, { subjects, kinds: ALL_BUT_ARTICLES, asOf }, (hits) =>
    findEntries(context, hits, asOf),
  );
}

/** What rows of the timeline index stand for, in their order; null for what was not on record by the day. */
export function findEntries(
  { find }: Context,
  hits: readonly Pick<TimelineHit, "kind" | "entryId">[],
  asOf: Day | null,
): Promise<(EntryView | null)[]> {
  const finders: { readonly [K in TimelineKind]: (id: number) => Promise<EntryView | null> } = {
    EVENT: (id) => find.event(id, asOf),
    STATUS_CHANGE: (id) => find.statusChange(id, asOf),
    QUOTE: (id) => find.quote(id, asOf),
    ARTICLE: (id) => find.article(id, asOf),
    DRAFT: (id) => find.draft(id, asOf),
  };
  return Promise.all(
    hits.map(({ kind, entryId }) => {
      const name = TIMELINE_KINDS[kind];
      return name === undefined ? null : finders[name](entryId);
    }),
  );
}

/** A page of events. */
export function eventPage(
  context: Context,
  args: TimelineArgs,
  subjects: readonly Subject[],
  asOf: Day | null,
): Promise<Connection<EventView>> {
  return timelinePage(
    context,
    args,
    { subjects, kinds: ["EVENT"], asOf },
    each((id) => context.find.event(id, asOf)),
  );
}

/** A page of quotes. */
export function quotePage(
  context: Context,
  args: TimelineArgs,
  subjects: readonly Subject[],
  asOf: Day | null,
): Promise<Connection<QuoteView>> {
  return timelinePage(
    context,
    args,
    { subjects, kinds: ["QUOTE"], asOf },
    each((id) => context.find.quote(id, asOf)),
  );
}

/** A page of articles, newest first. */
export function articlePage(
  context: Context,
  { search, ...args }: Pick<PageArgs, "first" | "after"> & { readonly search?: string | null | undefined },
  subjects: readonly Subject[],
  asOf: Day | null,
): Promise<Connection<ArticleView>> {
  return timelinePage(
    context,
    { ...args, orderBy: "NEWEST_FIRST", filter: { search } },
    { subjects, kinds: ["ARTICLE"], asOf },
    each((id) => context.find.article(id, asOf)),
  );
}

function each<Node>(find: (id: number) => Promise<Node | null>) {
  return (hits: readonly TimelineHit[]) => Promise.all(hits.map((hit) => find(hit.entryId)));
}
