import { z } from "zod";
import type { Drafts, ExtractorMethod, Found, Refused } from "../../domain/draft.ts";
import { DatelineError } from "../../domain/errors.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { checkSpan, codePointLength, passageAt, sliceCodePoints } from "../../domain/passage.ts";
import { Proposal } from "../../domain/proposal.ts";
import { quoteTitle } from "../../domain/quote-title.ts";
import { tokensOf } from "../../domain/search-text.ts";
import type { Span } from "../../domain/span.ts";
import { WordPlaces } from "../../domain/word-places.ts";
import type { DraftRow } from "../../store/drafts.ts";
import { phrasesClaimed, wordsClaimed } from "./claimed-words.ts";
import { draftKey } from "./draft-key.ts";
import { eventProposal, type Lists, personProposal, quoteProposal } from "./to-proposal.ts";

/** What is stored of a proposal, whatever is decided about it. */
export type DraftValues = Omit<
  DraftRow,
  "id" | "articleId" | "revision" | "method" | "state" | "decidedAt" | "decidedBy" | "factKey"
>;

/** A proposal on its way in. */
interface Proposed extends Found {
  readonly what: string;
  readonly span: Span | undefined;
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  /** Throws where it refers to what is not there. */
  readonly proposal: () => Proposal;
}

/**
 * Checks what an extractor proposes of a text: that each passage lies in it, that the words it claims are there, that
 * dates and confidences are such. What fails is refused by itself; the rest goes on.
 *
 * @param articleKey part of the keys, so that the same proposal of the same text always has the same
 * @param method what a model says has to be in the text, names of organizations and places and titles included
 */
export function checkProposals(
  articleKey: string,
  text: string,
  drafts: Drafts,
  method: ExtractorMethod = "RULE",
) {
  const its: CheckedText = {
    text,
    length: codePointLength(text),
    words: new Set(tokensOf(text)),
    places: method === "MODEL" ? new WordPlaces(text) : null,
  };
  const values: DraftValues[] = [];
  const refused: Refused[] = [];
  for (const proposed of proposedOf(articleKey, text, drafts)) {
    try {
      values.push(checked(its, proposed));
    } catch (error) {
      refused.push({ what: proposed.what, reason: reasonOf(error) });
    }
  }
  return { values: values.map((one) => withoutRefused(one, values)), refused };
}

function proposedOf(articleKey: string, text: string, drafts: Drafts): Proposed[] {
  const { people, organizations, quotes, events } = drafts;
  const keys = new Keys(articleKey, text);
  const eventKeys = events.map(({ passage }) => keys.of("EVENT", passage));
  const lists: Lists = {
    PERSON: people,
    ORGANIZATION: organizations,
    eventKey(position) {
      const key = eventKeys[position];
      if (key === undefined) throw invalid(`it refers to event ${position} of ${events.length}`);
      return key;
    },
  };
  return [
    ...people.map((person) => ({
      ...found(person),
      what: person.name,
      span: person.mentions[0],
      key: keys.of("PERSON", person.mentions[0]),
      title: person.name,
      date: null,
      proposal: () => personProposal(person, lists),
    })),
    ...quotes.map((quote) => {
      const what = sliceCodePoints(text, quote.passage.start, quote.passage.end);
      return {
        ...found(quote),
        what,
        span: quote.passage,
        key: keys.of("QUOTE", quote.passage),
        title: quoteTitle(
          quote.speaker?.name ?? quote.speakerAsWritten,
          quote.kind,
          what.replace(/\s+/g, " ").trim(),
        ),
        date: quote.said,
        proposal: () => quoteProposal(quote, lists),
      };
    }),
    ...events.map((event, position) => ({
      ...found(event),
      what: event.title,
      span: event.passage,
      key: lists.eventKey(position),
      title: event.title,
      date: event.date,
      proposal: () => eventProposal(event, lists),
    })),
  ];
}

function found({ rule, confidence }: Found): Found {
  return { rule, confidence };
}

/** A text that proposals are checked against. */
interface CheckedText {
  readonly text: string;
  /** In code points: a name may be mentioned so often that each place must not be counted to. */
  readonly length: number;
  /** Folded. */
  readonly words: ReadonlySet<string>;
  /** Of a model's text alone: it may make up what rules cannot. */
  readonly places: WordPlaces | null;
}

function checked({ text, length, words, places }: CheckedText, proposed: Proposed): DraftValues {
  const { key, title, rule, confidence, span } = proposed;
  const payload = Proposal.parse(proposed.proposal());
  if (span === undefined) throw invalid("it gives no passage");
  const passage = passageAt(text, span.start, span.end);
  for (const further of furtherSpans(payload)) checkSpan(further, length);
  const missing =
    wordsClaimed(payload).find((claimed) => !tokensOf(claimed).every((word) => words.has(word))) ??
    (places && phrasesClaimed(payload).find((claimed) => !places.has(claimed)));
  if (missing) throw invalid(`“${missing}” is not in the text`);
  if (places && payload.kind === "EVENT" && !places.hasAllOf(payload.title)) {
    throw invalid("its title has words that are not in the text");
  }
  if (!(confidence >= 0 && confidence <= 1)) {
    throw invalid(`its confidence is ${confidence}, which must be from 0 to 1`);
  }
  if (payload.kind === "EVENT") parseFuzzyDateIfKnown(payload.formerDate);
  const date = parseFuzzyDateIfKnown(proposed.date)?.edtf ?? null;
  return { key, kind: payload.kind, part: "BODY", ...passage, title, date, payload, rule, confidence };
}

function furtherSpans(payload: Proposal): readonly Span[] {
  if (payload.kind === "PERSON") return [...payload.mentions, ...payload.roles.map((role) => role.passage)];
  return payload.kind === "EVENT" ? [payload.sentence] : [];
}

/** Others that are refused are not referred to, nor is an event by itself. */
function withoutRefused(one: DraftValues, values: readonly DraftValues[]): DraftValues {
  const { payload } = one;
  const isThere = (key: string) => key !== one.key && values.some((other) => other.key === key);
  switch (payload.kind) {
    case "PERSON":
      return one;
    case "QUOTE":
      return { ...one, payload: { ...payload, about: payload.about.filter(isThere) } };
    case "EVENT": {
      const relations = payload.relations.filter((relation) => isThere(relation.event));
      return { ...one, payload: { ...payload, relations } };
    }
  }
}

/** Gives drafts keys from what they are; of several drafts of the same words and kind, each one of its own, in their order. */
class Keys {
  readonly #given = new Map<string, number>();

  constructor(
    private readonly articleKey: string,
    private readonly text: string,
  ) {}

  of(kind: Proposal["kind"], span: Span | undefined): string {
    const { start = 0, end = 0 } = span ?? {};
    const what = { kind, start, end, exact: sliceCodePoints(this.text, start, end) };
    const first = draftKey(this.articleKey, what, 0);
    const before = this.#given.get(first) ?? 0;
    this.#given.set(first, before + 1);
    return before === 0 ? first : draftKey(this.articleKey, what, before);
  }
}

function invalid(message: string): DatelineError {
  return new DatelineError("INVALID_DRAFT", message);
}

function reasonOf(error: unknown): string {
  if (error instanceof DatelineError) return error.message;
  if (error instanceof z.ZodError) return z.prettifyError(error);
  throw error;
}
