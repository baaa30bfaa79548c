import type { StoryTexts } from "../../domain/story-document.ts";
import type { Readers } from "../../store/readers.ts";
import type { LeftOut } from "./left-out.ts";
import type { Names } from "./names.ts";

/** What parts are read from, and what they may hold. */
export interface Reading {
  readonly readers: Readers;
  readonly names: Names;
  readonly left: LeftOut;
  readonly texts: StoryTexts;
}
