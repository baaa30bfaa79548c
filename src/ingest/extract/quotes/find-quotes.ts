import type { QuoteDraft } from "../../../domain/draft.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import type { TimeExpression } from "../time-expression.ts";
import { indirectDrafts } from "./indirect.ts";
import { Mentions } from "./mentions.ts";
import { quotedDrafts } from "./quoted.ts";
import { readText } from "./read-text.ts";
import { SaidTimes } from "./said-times.ts";
import { Speakers } from "./speakers.ts";
import { spokenQuotations } from "./spoken.ts";

/**
 * What a text reports that somebody said: in quotation marks, in part, and in other words; in order. Spans count UTF-16
 * units. `about` is left empty: which events they are about is told when events are known.
 */
export function findQuotes(
  text: AnnotatedText,
  entities: readonly Entity[],
  times: readonly TimeExpression[],
): QuoteDraft[] {
  const mentions = new Mentions(entities);
  const read = readText(text, spokenQuotations(text), mentions);
  const speakers = new Speakers(text.text, entities, mentions);
  const saidTimes = new SaidTimes(times);
  return [
    ...quotedDrafts(text, read, speakers, saidTimes),
    ...indirectDrafts(text, read, speakers, saidTimes),
  ].sort((one, other) => one.passage.start - other.passage.start || one.passage.end - other.passage.end);
}
