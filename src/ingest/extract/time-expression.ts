import type { Span } from "../../domain/span.ts";

/** Words that tell when. */
export interface TimeExpression extends Span {
  /** EDTF at the precision of the words; null where they cannot be resolved (“soon”, no day of publication). */
  readonly date: string | null;
  readonly rule: string;
}
