import type { BodyAccess, EventStatus } from "../domain/model.ts";
import type { Problem } from "./problems.ts";

/** The formats that are read, apart from story folders. */
export const FORMATS = ["text", "markdown", "html", "feed", "ninjs", "timelinejs"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** What is read: bytes, and what is known of them from where they were found. */
export interface InputDocument {
  /** What messages call it: a path as it was given, an address, or `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from. */
  readonly url?: string | undefined;
  /** What the server said that it is, as in the header Content-Type. */
  readonly contentType?: string | undefined;
  /** What the server said of its language. */
  readonly language?: string | undefined;
}

/** What was found in a document, before anything is looked up on record. */
export interface Reading {
  readonly format: Format;
  readonly items: readonly ReadItem[];
  /** Parts of the document that cannot be taken; the others can. */
  readonly problems: readonly Problem[];
}

/** An article, and the events that it tells of in a form that needs no extraction: one goes on record with the other. */
export interface ReadItem {
  readonly article: ReadArticle;
  readonly events: readonly ReadEvent[];
  /** The topic that the document is about, where it names one. */
  readonly topic?: ReadTopic | undefined;
}

/** An article as its document has it. Texts are in the form in which they are stored; dates are EDTF. */
export interface ReadArticle {
  /** Where it was read: `file:line`, or a file and the path of a part in it. */
  readonly at: string;
  readonly headline: string;
  /** Whether the document has no headline, and this one was made from the text. */
  readonly headlineIsOurs: boolean;
  /** Paragraphs with a blank line between; absent for what is only cited. */
  readonly body?: string | undefined;
  /** Of a feed: whether `body` is the content that it gives, or what may be a summary only. Absent of all else. */
  readonly ofFeed?: "CONTENT" | "SUMMARY" | undefined;
  /** Without what only leads back to a campaign: see `normalizeUrl`. */
  readonly url?: string | undefined;
  /**
   * What tells it from every other article, where that is neither its address nor its words: the identifier that a
   * feed or agency gave it.
   */
  readonly identity?: readonly string[] | undefined;
  /** Names of people. */
  readonly authors: readonly string[];
  readonly source?: ReadSource | undefined;
  /** Name of the agency it was taken over from. */
  readonly syndicatedFrom?: string | undefined;
  /** BCP 47 tag. */
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  /** RFC 3339 in UTC. */
  readonly retrieved?: string | undefined;
  readonly access?: BodyAccess | undefined;
  readonly rights?: string | undefined;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** A publisher, by one or both. */
export interface ReadSource {
  readonly name?: string | undefined;
  /** A host name without `www.`. */
  readonly domain?: string | undefined;
}

export interface ReadTopic {
  readonly title: string;
  readonly summary?: string | undefined;
}

export interface ReadEvent {
  readonly at: string;
  /** What tells it from every other event. */
  readonly identity: readonly string[];
  readonly title: string;
  readonly when?: string | undefined;
  /** Absent where the document does not say: it then follows from the date and the day of the article. */
  readonly status?: EventStatus | undefined;
  readonly description?: string | undefined;
  readonly place?: ReadPlace | undefined;
  readonly participants: readonly ReadParticipant[];
}

export interface ReadPlace {
  readonly name: string;
  /** The town that it is in. */
  readonly locality?: string | undefined;
  /** ISO 3166-1 alpha-2 code. */
  readonly country?: string | undefined;
}

export interface ReadParticipant {
  readonly type: "PERSON" | "ORGANIZATION";
  readonly name: string;
  readonly role: "SUBJECT" | "ORGANIZER";
}
