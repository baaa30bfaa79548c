import { ENTRY_KINDS, type EntryKind } from "./model.ts";
import { tokensOf } from "./search-text.ts";

/** What search finds, in the order in which equally good results stand. Positions are stored in the search index. */
export const SEARCH_TYPES = [
  "PERSON",
  "ORGANIZATION",
  "PLACE",
  "TOPIC",
  "EVENT",
  "QUOTE",
  "ARTICLE",
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** The texts by which something is found. */
export interface SearchTexts {
  /** A name, title or headline; of a quote, who speaks. */
  readonly name: string;
  /** Other names. */
  readonly aliases: readonly string[];
  /** What is said about it, or it says itself: phrases do not run from one of these texts into the next. */
  readonly texts: readonly string[];
}

/** Texts as the index keeps them. */
export interface IndexedTexts {
  /** The folded words of the name and of each alias: words part by a space, names by a line end, the name first. */
  readonly names: string;
  /** The folded words of the texts, written in the same way. */
  readonly text: string;
  /** How many words the texts have. */
  readonly length: number;
}

/** Folds texts into what the index keeps. */
export function indexedTexts({ name, aliases, texts }: SearchTexts): IndexedTexts {
  const words = texts.map(tokensOf);
  return {
    names: [name, ...aliases].map((one) => tokensOf(one).join(" ")).join("\n"),
    text: words.map((tokens) => tokens.join(" ")).join("\n"),
    length: words.reduce((total, tokens) => total + tokens.length, 0),
  };
}

/** The type of what an entry of a timeline is found by: a change by its event. */
export function searchTypeOfEntry(kind: EntryKind): SearchType {
  return kind === "STATUS_CHANGE" ? "EVENT" : kind;
}

/** The position in SEARCH_TYPES for each kind of entry, in the order of ENTRY_KINDS. */
export const ENTRY_SEARCH_TYPES: readonly number[] = ENTRY_KINDS.map((kind) =>
  SEARCH_TYPES.indexOf(searchTypeOfEntry(kind)),
);
