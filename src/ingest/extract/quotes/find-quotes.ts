import type { QuoteDraft } from "../../../domain/draft.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import type { TimeExpression } from "../time-expression.ts";

/** What a text reports that somebody said: in quotation marks, in part, and in other words. Spans count UTF-16 units. */
export function findQuotes(
  _text: AnnotatedText,
  _entities: readonly Entity[],
  _times: readonly TimeExpression[],
): QuoteDraft[] {
  return [];
}
