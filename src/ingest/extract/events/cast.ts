import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { EventStatus, ParticipantRole } from "../../../domain/model.ts";
import type { Span } from "../../../domain/span.ts";
import type { Token } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Mention } from "./mention.ts";
import type { Story } from "./merge.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseStart } from "./phrases.ts";
import { thoseMeant } from "./those-meant.ts";
import { carries } from "./triggers.ts";
import { subjectOf } from "./verb-subject.ts";

/** The people and organizations that take part in an event: named in its phrase, or in the clause of its verb. */
export function castOf(story: Story, status: EventStatus, names: NameIndex): ParticipantDraft[] {
  const cast = new Map<string, ParticipantDraft>();
  for (const mention of story.mentions) {
    const stage = stageOf(mention);
    const add = ({ kind, name }: Entity, start: number) => {
      if (kind === "PLACE" || cast.has(name)) return;
      cast.set(name, { agent: { type: kind, name }, role: roleOf(mention, start, status) });
    };
    for (const { entity, start } of names(stage)) add(entity, start);
    for (const { entity, start } of names(subjectSpan(mention))) add(entity, start);
    for (const entity of thoseMeant(mention.scene, stage, names)) add(entity, stage.start);
  }
  return [...cast.values()];
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The subject of the verb that tells of an event, which may stand in another clause: “Nokia was founded in 1865 and launched …”. */
function subjectSpan(mention: Mention): Span {
  const { group, form, scene } = mention;
  if (group === null || (form === "NOUN" && !carries(mention, group))) return NOWHERE;
  const subject = subjectOf(mention, group);
  const [first, head] = [scene.parsed.tokens[subject?.first ?? -1], scene.parsed.tokens[subject?.head ?? -1]];
  return first === undefined || head === undefined ? NOWHERE : { start: first.start, end: head.end };
}

/** Where an event is, with the word before it in the text: “near” Lyon. */
export interface FoundPlace {
  readonly preposition: string;
  readonly name: string;
}

/** The place that the clauses of an event name after “in”, “at”, “near” and the like; of travels also after “to”. */
export function placeOf(story: Story, text: string, names: NameIndex): FoundPlace | null {
  for (const mention of story.mentions) {
    for (const { entity, start } of names(clauseOf(mention))) {
      if (entity.kind !== "PLACE") continue;
      const words = text.slice(Math.max(0, start - 32), start);
      if (FIELD.test(words)) continue;
      const before = PLACED.exec(words)?.[1]?.toLowerCase() ?? (IS_IN.test(words) ? "in" : undefined);
      if (before === undefined || (before === "to" && !TRAVELS.has(mention.concept?.name ?? ""))) continue;
      return { preposition: before, name: entity.name };
    }
  }
  return null;
}

const PLACED = /\b(in|at|near|outside|off|on|around|to)\s+(?:the\s+(?:\p{Ll}+\s+of\s+)?)?$/iu;

/** “struck northern Peru”, “swept through Valencia”, “planned for Budapest”. */
const IS_IN =
  /\b(?:hits?|hitting|str(?:uck|ikes?|iking)|rock(?:s|ed|ing)|sh(?:ook|akes)|batter(?:s|ed)|devastat(?:es|ed)|flood(?:s|ed)|(?:swept|sweeps|ripped|tore)\s+through|(?:planned|scheduled|slated|set|due)\s+for)\s+(?:(?:the|parts\s+of|north\w*|south\w*|east\w*|west\w*|central)[\s-]+)*$/i;

/** “the prize in Literature”: no place. */
const FIELD = /\b(?:prizes?|awards?|medals?|degrees?|gold|silver|bronze)\s+in\s+$/i;

const TRAVELS = new Set("visit journey withdrawal migration transfer escape expulsion".split(" "));

/** The words that may name who takes part: of a noun on its own its phrase, with a verb of its own the clause after “said”. */
function stageOf(mention: Mention): Span {
  const { scene, at, form, group, span, last } = mention;
  const { tokens, groups } = scene.parsed;
  const speaks = mention.concept?.name === "speech";
  if (form === "NOUN" && !speaks && (group === null || !carries(mention, group))) {
    const owner = phraseStart(tokens, at);
    const start = /^['’]s?$/.test(tokens[owner - 1]?.lower ?? "") ? phraseStart(tokens, owner - 2) : owner;
    return { start: tokens[start]?.start ?? span.start, end: listEnd(tokens, last) };
  }
  const clause = clauseOf(mention);
  const said = groups.findLast(
    ({ finite, head, last: end, lemma }) =>
      finite && head !== at && end < mention.first && reportingVerb(lemma)?.speech === true,
  );
  const start =
    said === undefined || speaks ? clause.start : Math.max(clause.start, tokens[said.last]?.end ?? 0);
  return { start: Math.min(start, span.start), end: Math.max(clause.end, listEnd(tokens, last)) };
}

/** Where the list of those involved ends: “talks involving China, the US, and Russia”. */
function listEnd(tokens: readonly Token[], last: number): number {
  let at = last;
  if (
    /^(?:involving|including|between|with|among|featuring|against|by|of)$/.test(tokens[at + 1]?.lower ?? "")
  ) {
    for (
      at++;
      /^(?:NOUN|PROPN|ADJ|DET|NUM|CCONJ|ADP)$/.test(tokens[at + 1]?.pos ?? "") ||
      tokens[at + 1]?.text === ",";
      at++
    );
  }
  return tokens[at]?.end ?? 0;
}

/** The clause around the words of an event, as a stretch of text. */
function clauseOf({ scene, at, span }: Mention): Span {
  const { tokens, clauses } = scene.parsed;
  const number = clauses[at] ?? 0;
  const first = tokens[clauses.indexOf(number)];
  const last = tokens[clauses.lastIndexOf(number)];
  return {
    start: Math.min(first?.start ?? span.start, span.start),
    end: Math.max(last?.end ?? span.end, span.end),
  };
}

const GATHERINGS = new Set(
  "meeting dialogue visit agreement match festival protest vote marriage handshake".split(" "),
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
