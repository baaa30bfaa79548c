import type { StoryTexts } from "../../domain/story-document.ts";
import type { Readers } from "../../store/readers.ts";
import type { Names } from "./names.ts";

/** What parts are read from, and what they may hold. */
export interface Reading {
  readonly readers: Readers;
  readonly names: Names;
  readonly texts: StoryTexts;
}
