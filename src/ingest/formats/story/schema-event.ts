import { z } from "zod";
import { EVENT_STATUSES, PARTICIPANT_ROLES, RELATION_KINDS } from "../../../domain/model.ts";
import type { StoryEvent } from "../../../domain/story.ts";
import type { Defaults } from "./defaults.ts";
import { date, listOf, record, slug, text } from "./fields.ts";
import { datedText, key, name } from "./schema-entities.ts";
import { evidenceList, needsSupport } from "./schema-evidence.ts";

/** An event with its history, participants and relations, each with its evidence. */
export function eventSchema(defaults: Defaults) {
  const evidence = evidenceList(defaults);

  const change = record({
    key,
    to: z.enum(EVENT_STATUSES),
    effective: date.optional(),
    date: date.optional(),
    reason: text(2000).optional(),
    evidence,
  }).superRefine(needsSupport);

  const participation = record({
    person: slug.optional(),
    organization: slug.optional(),
    role: z.enum(PARTICIPANT_ROLES),
    evidence,
  })
    .superRefine(needsSupport)
    .refine(({ person, organization }) => (person === undefined) !== (organization === undefined), {
      error: "name either a `person` or an `organization`",
    });

  const relation = record({ kind: z.enum(RELATION_KINDS), event: slug, evidence }).superRefine(needsSupport);

  return record({
    key,
    slug,
    title: name,
    description: datedText,
    outcome: datedText,
    place: slug.optional(),
    topics: listOf(slug).default(defaults.topics),
    evidence,
    history: listOf(change).default([]),
    participants: listOf(participation).default([]),
    related: listOf(relation).default([]),
  })
    .superRefine((event, problems) => {
      // A change has support of its own, and what tells of the change tells of the event.
      if (event.history.length === 0) needsSupport(event, problems);
    })
    .transform((event): StoryEvent => event);
}
