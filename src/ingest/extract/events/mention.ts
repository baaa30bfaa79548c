import type { EventStatus } from "../../../domain/model.ts";
import type { Span } from "../../../domain/span.ts";
import type { Sentence } from "../annotated-text.ts";
import type { Parsed } from "../clauses/orientation.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { Concept } from "../lexicon/events/concept.ts";
import type { TimeExpression } from "../time-expression.ts";

/** A sentence that may tell of events, with its verbs, clauses and times. */
export interface Scene {
  readonly sentence: Sentence;
  readonly parsed: Parsed;
  readonly times: readonly TimeExpression[];
  readonly headline: boolean;
  /** How many sentences of the body lie before it; 0 for a headline too. */
  readonly depth: number;
  /** In its paragraph: the first of several sentences, the only one, or a later one. */
  readonly standing: "FIRST" | "ALONE" | "LATER";
  /** The sentence before. */
  readonly before: Scene | null;
}

/** Words that tell of an event, before it is known which events are the same. */
export interface Trigger {
  readonly scene: Scene;
  /** Position of the word among the tokens of the sentence. */
  readonly at: number;
  readonly lemma: string;
  readonly form: "NOUN" | "VERB";
  /** Null for a verb of no list that still looks like an act. */
  readonly concept: Concept | null;
  /** Of a verb its own group; of a noun the group whose subject or object it is. */
  readonly group: VerbGroup | null;
  /** Of a noun, what it is to its verb. */
  readonly part: "SUBJECT" | "OBJECT" | "OTHER" | "VERB";
  /** Positions of the first and last word of the shortest phrase that names the event. */
  readonly first: number;
  readonly last: number;
}

/** The same with what the text tells of it. */
export interface Mention extends Trigger {
  readonly span: Span;
  readonly status: EventStatus;
  readonly time: TimeExpression | null;
  /** Of what was given another date, the one that no longer holds. */
  readonly former: TimeExpression | null;
  readonly definite: boolean;
}
