import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { EventStatus, ParticipantRole } from "../../../domain/model.ts";
import type { Span } from "../../../domain/span.ts";
import type { Mention } from "./mention.ts";
import type { Story } from "./merge.ts";
import type { NameIndex } from "./name-index.ts";

/** The people and organizations that take part in an event, from the clauses that tell of it. */
export function castOf(story: Story, status: EventStatus, names: NameIndex): ParticipantDraft[] {
  const cast = new Map<string, ParticipantDraft>();
  for (const mention of story.mentions) {
    for (const { entity, start } of names(clauseOf(mention))) {
      if (entity.kind === "PLACE" || cast.has(entity.name)) continue;
      const type = entity.kind;
      cast.set(entity.name, { agent: { type, name: entity.name }, role: roleOf(mention, start, status) });
    }
  }
  return [...cast.values()];
}

/** The place that the clauses of an event name after “in”, “at”, “near” and the like. */
export function placeOf(story: Story, text: string, names: NameIndex): string | null {
  for (const mention of story.mentions) {
    for (const { entity, start } of names(clauseOf(mention))) {
      if (entity.kind !== "PLACE") continue;
      if (
        /\b(?:in|at|near|outside|off|on|around|to|for)\s+(?:the\s+(?:\p{Ll}+\s+of\s+)?)?$/iu.test(
          text.slice(Math.max(0, start - 24), start),
        )
      ) {
        return entity.name;
      }
    }
  }
  return null;
}

/** The clause around the words of an event, as a stretch of text. */
export function clauseOf({ scene, at, span }: Mention): Span {
  const { tokens, clauses } = scene.parsed;
  const number = clauses[at];
  const first = tokens[clauses.indexOf(number ?? 0)];
  const last = tokens[clauses.lastIndexOf(number ?? 0)];
  return {
    start: Math.min(first?.start ?? span.start, span.start),
    end: Math.max(last?.end ?? span.end, span.end),
  };
}

const GATHERINGS = new Set(
  "meeting dialogue visit agreement match festival protest vote marriage handshake trial".split(" "),
);

function roleOf(mention: Mention, start: number, status: EventStatus): ParticipantRole {
  const { concept, group, scene } = mention;
  const verb = group === null ? undefined : scene.parsed.tokens[group.head];
  const isBefore = verb !== undefined && start < verb.start;
  if (
    verb !== undefined &&
    /^(?:host|organise|organize|mediate|broker)$/.test(verb.lemma) &&
    isBefore !== group?.passive
  ) {
    return verb.lemma === "host" ? "HOST" : /^organi/.test(verb.lemma) ? "ORGANIZER" : "MEDIATOR";
  }
  if (verb?.lemma === "invite" && isBefore === group?.passive) return "INVITED";
  if (status !== "OCCURRED" && status !== "IN_PROGRESS") return "EXPECTED";
  if (concept?.name === "speech") return isBefore ? "SPEAKER" : "ATTENDEE";
  if (mention.lemma === "sign" && isBefore) return "SIGNATORY";
  return GATHERINGS.has(concept?.name ?? "") ? "ATTENDEE" : "SUBJECT";
}
