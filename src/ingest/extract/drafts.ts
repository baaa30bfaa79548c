import type { Drafts, EventDraft, NamedDraft, QuoteDraft } from "../../domain/draft.ts";
import type { Span } from "../../domain/span.ts";
import type { Entity } from "./entity.ts";

/** What was found in a text, with code points for UTF-16 units. */
export function toDrafts(
  text: string,
  entities: readonly Entity[],
  quotes: readonly QuoteDraft[],
  events: readonly EventDraft[],
): Drafts {
  const inCodePoints = codePointsOf(text);
  const named = ({ name, aliases, mentions, rule, confidence }: Entity): NamedDraft => ({
    name,
    aliases,
    mentions: mentions.filter(({ form }) => form === "NAME").map(inCodePoints),
    rule,
    confidence,
  });
  const of = (kind: Entity["kind"]) => entities.filter((entity) => entity.kind === kind);
  return {
    people: of("PERSON").map((entity) => ({
      ...named(entity),
      roles: entity.roles.map((role) => ({ ...role, passage: inCodePoints(role.passage) })),
    })),
    organizations: of("ORGANIZATION").map(named),
    places: of("PLACE").map(named),
    quotes: quotes.map((quote) => ({ ...quote, passage: inCodePoints(quote.passage) })),
    events: events.map((event) => ({
      ...event,
      passage: inCodePoints(event.passage),
      sentence: inCodePoints(event.sentence),
    })),
  };
}

/** Turns spans of UTF-16 units of a text into spans of code points. */
export function codePointsOf(text: string): (span: Span) => Span {
  const trailing = [...text.matchAll(/[\uDC00-\uDFFF]/g)].map(({ index }) => index);
  if (trailing.length === 0) return ({ start, end }) => ({ start, end });
  const count = (at: number) => at - trailing.filter((index) => index < at).length;
  return ({ start, end }) => ({ start: count(start), end: count(end) });
}
