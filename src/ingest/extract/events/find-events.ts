import type { EventDraft, QuoteDraft } from "../../../domain/draft.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import type { TimeExpression } from "../time-expression.ts";

/** The events that a text tells of, held or planned or talked about. Spans count UTF-16 units. */
export function findEvents(
  _text: AnnotatedText,
  _entities: readonly Entity[],
  _times: readonly TimeExpression[],
  _quotes: readonly QuoteDraft[],
  _published: string | null,
): EventDraft[] {
  return [];
}
