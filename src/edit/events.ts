import { z } from "zod";
import { utcDay } from "../domain/day.ts";
import { EVENT_STATUSES, PARTICIPANT_ROLES } from "../domain/model.ts";
import type { StoryEvent } from "../domain/story.ts";
import { applyBeside, applyStoryIn } from "../ingest/apply/apply-story.ts";
import { applyText } from "../ingest/apply/entities.ts";
import type { EventRecord, EventRow } from "../store/events.ts";
import { standing } from "../store/standing.ts";
import { HandStory, newKey, slugFor } from "./hand-story.ts";
import {
  agentRef,
  edtf,
  erasable,
  evidenceList,
  line,
  MOST_IN_LIST,
  type NodeResult,
  node,
  optional,
  paragraphs,
  reference,
  revision,
  slug,
} from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

const topics = z.array(reference).max(MOST_IN_LIST);

const participant = z.object({
  agent: agentRef,
  role: z.enum(PARTICIPANT_ROLES),
  /** Where left out, what the event rests on. */
  evidence: optional(evidenceList),
});

export const AddEvent = z.object({
  title: line(300),
  slug: optional(slug),
  description: optional(paragraphs(10_000)),
  place: optional(reference),
  topics: optional(topics),
  status: z.enum(EVENT_STATUSES),
  date: optional(edtf),
  effective: optional(edtf),
  participants: optional(z.array(participant).max(MOST_IN_LIST)),
  evidence: evidenceList,
});

/** Puts an event on record, with the first step of its history. */
export async function addEvent(editing: Editing, input: z.output<typeof AddEvent>): Promise<NodeResult> {
  const { title, description, place, status, date, effective, evidence } = input;
  const isTaken = async (one: string) => (await editing.readers.events.bySlug([one])).length > 0;
  const hand = new HandStory();
  const rests = () => hand.evidence(evidence, "SUPPORTS", "evidence");
  const key = newKey();
  const written = utcDay(editing.author.at);
  const event = hand.from({
    key,
    slug: await slugFor(input.slug, title, isTaken),
    title,
    description: description === undefined ? undefined : { text: description, written },
    place,
    topics: input.topics ?? [],
    evidence: rests(),
    history: [hand.from({ key: newKey(), to: status, effective, date, evidence: rests() })],
    participants: (input.participants ?? []).map(({ agent, role, evidence: own }, index) =>
      hand.from(
        {
          ...agent,
          role,
          evidence: own ? hand.evidence(own, "SUPPORTS", "participants", index, "evidence") : rests(),
        },
        "participants",
        index,
        "agent",
      ),
    ),
    related: [],
  });
  await applyStoryIn(editing, hand.story({ events: [event] }), editing.author);
  return { type: "Event", key };
}

export const AmendEvent = z.object({
  event: node,
  expectedRevision: revision,
  title: optional(line(300)),
  description: optional(paragraphs(10_000)),
  outcome: optional(paragraphs(10_000)),
  place: erasable(reference),
  topics: optional(topics),
});

/** Changes what an event is called, where it is and which stories it belongs to, or what an editor says of it from today on. */
export async function amendEvent(editing: Editing, input: z.output<typeof AmendEvent>): Promise<NodeResult> {
  const { title, description, outcome, place } = input;
  const before = await eventNamed(editing, input.event, "event");
  const { id, key } = before;
  const logged = { type: "Event" as const, key };
  await editing.expect(logged, input.expectedRevision, "expectedRevision");
  const { readers, author } = editing;
  const [at] = place ? await standing(readers.places.bySlug([place]), readers.places.byId) : [];
  if (place) found(at, "place", "place");
  const placeId = place === undefined ? before.placeId : (at?.row.id ?? null);
  const topicRows = await topicsNamed(editing, input.topics, "topics");
  const written = utcDay(author.at);
  await applyBeside(editing, author, async (application) => {
    const { tx, rows, changed } = application;
    const { event, eventTopic } = tx.tables;
    const row = await rows.node(event, { key }, { ...before, title: title ?? before.title, placeId }, logged);
    const owner = { eventId: id, topicId: null };
    const texts = { DESCRIPTION: description, OUTCOME: outcome } as const;
    for (const field of ["DESCRIPTION", "OUTCOME"] as const) {
      const text = texts[field];
      if (text !== undefined) await applyText(application, owner, row, field, { text, written }, logged);
    }
    if (topicRows !== undefined) {
      const list = { table: eventTopic, owner: eventTopic.eventId, id, ordered: false };
      await rows.replace(
        list,
        topicRows.map((topicId) => ({ eventId: id, topicId })),
        logged,
      );
    }
    changed.events.add(id);
  });
  return logged;
}

export const AddParticipant = z.object({
  event: node,
  expectedRevision: revision,
  agent: agentRef,
  role: z.enum(PARTICIPANT_ROLES),
  evidence: evidenceList,
});

/** Says who has which part in an event. */
export async function addParticipant(
  editing: Editing,
  { agent, role, evidence, ...input }: z.output<typeof AddParticipant>,
): Promise<NodeResult> {
  const hand = new HandStory();
  const part = hand.from(
    { ...agent, role, evidence: hand.evidence(evidence, "SUPPORTS", "evidence") },
    "agent",
  );
  return addTo(editing, hand, input, { participants: [part] });
}

export const RecordStatusChange = z.object({
  event: node,
  expectedRevision: revision,
  to: z.enum(EVENT_STATUSES),
  effective: optional(edtf),
  date: optional(edtf),
  reason: optional(line(1_000)),
  evidence: evidenceList,
});

/** Records what became of an event. An account of a step that is on record is more evidence for it. */
export async function recordStatusChange(
  editing: Editing,
  { to, effective, date, reason, evidence, ...input }: z.output<typeof RecordStatusChange>,
): Promise<NodeResult> {
  const event = await eventNamed(editing, input.event, "event");
  const same = event.changes.find(
    (change) =>
      change.to === to &&
      (change.when?.edtf ?? undefined) === effective &&
      (change.newDate?.edtf ?? undefined) === date,
  );
  const key = same?.key ?? newKey();
  const hand = new HandStory();
  const step = hand.from({
    key,
    to,
    effective,
    date,
    reason: reason ?? same?.reason ?? undefined,
    evidence: hand.evidence(evidence, "SUPPORTS", "evidence"),
  });
  await addTo(editing, hand, input, { history: [step] });
  return { type: "StatusChange", key };
}

/** Adds parts to an event on record, which stays as it is otherwise. */
async function addTo(
  editing: Editing,
  hand: HandStory,
  input: { readonly event: z.output<typeof node>; readonly expectedRevision?: number | undefined },
  parts: Partial<Pick<StoryEvent, "participants" | "history">>,
): Promise<NodeResult> {
  const before = await eventNamed(editing, input.event, "event");
  const { key, slug: short, title } = before;
  await editing.expect({ type: "Event", key }, input.expectedRevision, "expectedRevision");
  const [place] = before.placeId === null ? [] : await editing.readers.places.byId([before.placeId]);
  const event = hand.from({
    key,
    slug: short,
    title,
    place: place?.slug,
    topics: [],
    evidence: [],
    history: [],
    participants: [],
    related: [],
    ...parts,
  });
  await applyStoryIn(editing, hand.story({ events: [event] }), editing.author);
  return { type: "Event", key };
}

/** An event by its id; one that was merged as the one it was merged into. */
export async function eventNamed(
  { readers }: Pick<Editing, "readers">,
  { type, key }: { readonly type: string; readonly key: string },
  ...path: (string | number)[]
): Promise<EventRow & Pick<EventRecord, "changes">> {
  const [one] = type === "Event" ? await standing(readers.events.byKey([key]), readers.events.byId) : [];
  const [record] = one ? await readers.events.records([one.row.id]) : [];
  const row = found(one?.row, "event", ...path);
  return { ...row, changes: record?.changes ?? [] };
}

/** Row numbers of topics by their slugs; undefined where none are given. */
export async function topicsNamed(
  { readers }: Pick<Editing, "readers">,
  slugs: readonly string[] | undefined,
  ...path: string[]
): Promise<number[] | undefined> {
  if (slugs === undefined) return undefined;
  const rows = new Map((await readers.topics.bySlug([...new Set(slugs)])).map((row) => [row.slug, row.id]));
  const ids = slugs.map(
    (one, index) => rows.get(one) ?? refuseInput("There is no such topic on record.", ...path, index),
  );
  return [...new Set(ids)];
}
