import type { AnnotatedText } from "../annotated-text.ts";
import type { ReadSentence } from "./attribution.ts";
import { chunksOf } from "./chunks.ts";
import { type Frame, framesOf } from "./frame.ts";
import type { Mentions } from "./mentions.ts";
import { type Report, reportsIn } from "./reports.ts";

/** A text whose sentences are parted into chunks, with what reports in each. */
export interface ReadText {
  readonly sentences: readonly ReadFrame[];
}

export interface ReadFrame extends ReadSentence {
  readonly frame: Frame;
  /** What reports in a sentence that tells nothing else: “Smith said.” */
  readonly attributionAlone: Report | undefined;
}

export function readText(text: AnnotatedText, spoken: ReadonlySet<number>, mentions: Mentions): ReadText {
  const sentences = framesOf(text, spoken, mentions).map((frame): ReadFrame => {
    const chunks = chunksOf(frame.tokens);
    const reports = reportsIn(chunks);
    const only = reports.length === 1 ? reports[0] : undefined;
    const alone =
      only?.verb.speech === true &&
      only.form === "VERB" &&
      only.subject?.first === 0 &&
      chunks.length <= 8 &&
      chunks.filter(({ kind }) => kind === "VERBS").length === 1 &&
      chunks[only.after]?.kind !== "NOUNS" &&
      !chunks.some(({ kind }) => kind === "QUOTE" || kind === "SUBORDINATE");
    return { frame, chunks, reports, attributionAlone: alone ? only : undefined };
  });
  return { sentences };
}
