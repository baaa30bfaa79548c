import type { EventDraft, QuoteDraft } from "../../../domain/draft.ts";
import { contains, overlaps, type Span } from "../../../domain/span.ts";
import type { AnnotatedText, Sentence } from "../annotated-text.ts";
import { EVENT_NOUNS } from "../lexicon/events/event-words.ts";

/**
 * The quotes, each with the events it is about: those that its words name, those that its sentence names beside it, and
 * those that it takes up by “such talks”, “this meeting” or “the deal”. Positions count in `events`. Spans count UTF-16 units.
 */
export function quotesAbout(
  quotes: readonly QuoteDraft[],
  events: readonly EventDraft[],
  { text, sentences, paragraphs }: AnnotatedText,
): QuoteDraft[] {
  const kinds = events.map(({ passage }) => eventKinds(text.slice(passage.start, passage.end)));
  return quotes.map((quote) => {
    const sentence = sentenceOf(sentences, quote.passage);
    const words = text.slice(quote.passage.start, quote.passage.end);
    const around = sentence === undefined ? quote.passage : sentence;
    const paragraph = sentence === undefined ? undefined : paragraphs[sentence.paragraph];
    const told = new Set<number>();
    events.forEach(({ passage, rule }, index) => {
      if (overlaps(passage, quote.passage)) told.add(index);
      else if (quote.kind !== "INDIRECT" && rule === "event-noun" && contains(around, passage))
        told.add(index);
    });
    const mayBeTaken = ({ passage }: EventDraft, index: number) =>
      passage.end <= quote.passage.start &&
      (paragraph === undefined || passage.start >= paragraph.start) &&
      (kinds[index]?.size ?? 0) > 0;
    if (told.size === 0 && events.some(mayBeTaken)) {
      const taken = takenUp(
        quote.kind === "INDIRECT" ? words : `${words} ${text.slice(around.start, around.end)}`,
      );
      const before = events.findLastIndex(
        (event, index) =>
          mayBeTaken(event, index) && [...(kinds[index] ?? [])].some((kind) => taken.has(kind)),
      );
      if (before >= 0) told.add(before);
    }
    return { ...quote, about: [...new Set([...quote.about, ...told])].sort((one, other) => one - other) };
  });
}

function sentenceOf(sentences: readonly Sentence[], { start }: Span): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return sentences[low];
}

/** The kinds of event that the words of a phrase name. */
function eventKinds(phrase: string): ReadonlySet<string> {
  return new Set(words(phrase).flatMap(kindsOf));
}

/** The kinds of event that words take up: “such discussions”, “this type of meeting”. */
function takenUp(text: string): ReadonlySet<string> {
  const found = text.match(TAKING_UP) ?? [];
  return new Set(found.flatMap(words).flatMap(kindsOf));
}

const TAKING_UP =
  /\b(?:such|this|these|that|those|the|its|any)\s+(?:(?:type|kind|sort|form)s?\s+of\s+)?(?:[\p{L}-]+\s+){0,2}?[\p{L}-]+/giu;

const words = (text: string) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];

/** Talks, discussions and meetings are taken up by each other's names. */
const TALKING = new Set(["meeting", "dialogue"]);

function kindsOf(word: string): string[] {
  const name = (EVENT_NOUNS.get(word) ?? EVENT_NOUNS.get(word.replace(/s$/, "")))?.name;
  return name === undefined ? [] : [TALKING.has(name) ? "talking" : name];
}
