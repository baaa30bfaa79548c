import type { AnnotatedText, Token } from "../annotated-text.ts";
import type { ReadSentence } from "./attribution.ts";
import type { Chunk } from "./chunk.ts";
import { chunksOf } from "./chunks.ts";
import { type Frame, framesOf } from "./frame.ts";
import type { Mentions } from "./mentions.ts";
import { mayReport, type Report, reportsIn } from "./reports.ts";

/** A text whose sentences are parted into chunks, with what reports in each. */
export interface ReadText {
  readonly sentences: readonly ReadFrame[];
}

/** A sentence read as far as it is asked for: most that hold no reporting word are not parted at all. */
export class ReadFrame implements ReadSentence {
  readonly #tokens: readonly Token[];
  #chunks: readonly Chunk[] | undefined;
  #reports: readonly Report[] | undefined;

  constructor(readonly frame: Frame) {
    this.#tokens = frame.tokens;
  }

  get chunks(): readonly Chunk[] {
    this.#chunks ??= chunksOf(this.#tokens);
    return this.#chunks;
  }

  get reports(): readonly Report[] {
    this.#reports ??= this.#tokens.some(mayReport) ? reportsIn(this.chunks) : [];
    return this.#reports;
  }

  get hasQuotation(): boolean {
    return this.#tokens.some(({ pos }) => pos === "QUOTE");
  }

  /** What reports in a sentence that tells nothing else: “Smith said.” */
  get attributionAlone(): Report | undefined {
    const { chunks, reports } = this;
    const only = reports.length === 1 ? reports[0] : undefined;
    const alone =
      only?.verb.speech === true &&
      only.form === "VERB" &&
      only.subject?.first === 0 &&
      chunks.length <= 8 &&
      chunks.filter(({ kind }) => kind === "VERBS").length === 1 &&
      chunks[only.after]?.kind !== "NOUNS" &&
      !chunks.some(({ kind }) => kind === "QUOTE" || kind === "SUBORDINATE");
    return alone ? only : undefined;
  }
}

export function readText(text: AnnotatedText, spoken: ReadonlySet<number>, mentions: Mentions): ReadText {
  return { sentences: framesOf(text, spoken, mentions).map((frame) => new ReadFrame(frame)) };
}
