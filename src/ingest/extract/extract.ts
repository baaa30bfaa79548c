import type { Drafts } from "../../domain/draft.ts";
import { DatelineError } from "../../domain/errors.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { sentenceParser } from "./clauses/orientation.ts";
import { toDrafts } from "./drafts.ts";
import { findEntities } from "./entities/find-entities.ts";
import { findEvents } from "./events/find-events.ts";
import { quotesAbout } from "./events/quotes-about.ts";
import { findQuotes } from "./quotes/find-quotes.ts";
import { annotate } from "./text/annotate.ts";
import { publishedIn } from "./times/dateline.ts";
import { findTimes } from "./times/find-times.ts";

export interface ExtractOptions {
  /** When the text was published, EDTF; without it, what a line with a date at its head says. */
  readonly published?: string | null | undefined;
  /** BCP 47 tag of its language. English (`en`, `en-GB`, …) is what there are rules for, and the default. */
  readonly language?: string | undefined;
}

/**
 * Drafts the people, quotes and events of a news text, each with its passage. Deterministic and without network.
 *
 * @throws DatelineError INVALID_DATE for `published`; UNSUPPORTED_LANGUAGE where there are no rules for the language
 */
export function extract(text: string, { published, language = "en" }: ExtractOptions = {}): Drafts {
  if (!/^en\b/i.test(language)) {
    throw new DatelineError(
      "UNSUPPORTED_LANGUAGE",
      `There are rules for English only, not for ${JSON.stringify(language)}: draft it by hand or by another extractor.`,
    );
  }
  const annotated = annotate(text);
  const day = parseFuzzyDateIfKnown(published)?.edtf ?? publishedIn(annotated);
  const parse = sentenceParser();
  const times = findTimes(annotated, day, parse);
  const entities = findEntities(annotated);
  const quotes = findQuotes(annotated, entities, times);
  const events = findEvents(annotated, entities, times, quotes, day, parse);
  return toDrafts(text, entities, quotesAbout(quotes, events, annotated), events);
}
