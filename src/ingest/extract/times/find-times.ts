import type { AnnotatedText } from "../annotated-text.ts";
import type { TimeExpression } from "../time-expression.ts";

/** The words of a text that tell when, resolved against the day of publication (EDTF, or null where it is not known). */
export function findTimes(_text: AnnotatedText, _published: string | null): TimeExpression[] {
  return [];
}
