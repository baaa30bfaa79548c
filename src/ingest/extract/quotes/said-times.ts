import { overlaps, type Span } from "../../../domain/span.ts";
import type { TimeExpression } from "../time-expression.ts";
import type { Chunk } from "./chunk.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import { contentAfter } from "./reported-clause.ts";
import type { Report } from "./reports.ts";

/** Tells when something was said, from the words that tell when beside the reporting ones. */
export class SaidTimes {
  readonly #times: readonly TimeExpression[];

  constructor(times: readonly TimeExpression[]) {
    this.#times = times.filter(({ date }) => date !== null).toSorted((one, other) => one.start - other.start);
  }

  /**
   * @param content position of the chunk at which what is said begins, before or after the reporting words
   */
  of(
    { chunks }: { readonly chunks: readonly Chunk[] },
    content: number,
    report: Report | undefined,
  ): string | null {
    if (report?.subject === undefined) return null;
    const { subject, cue } = report;
    const start = chunks[content]?.tokens[0]?.start;
    if (this.#times.length === 0 || start === undefined) return null;
    const last = chunks.at(-1)?.tokens.at(-1)?.end ?? cue.end;
    if (cue.start < start) {
      const told = chunks[Math.min(content, contentAfter(chunks, report))]?.tokens[0]?.start ?? start;
      const between = this.#in({ start: subject.tokens.at(-1)?.end ?? cue.start, end: told }, chunks);
      return between ?? this.#opening(chunks, subject);
    }
    const nextQuote = chunks.find(({ kind, head }) => kind === "QUOTE" && head.start > cue.end)?.head.start;
    return this.#in({ start: cue.start, end: nextQuote ?? last }, chunks);
  }

  /** “Last month, Smith said”; “On Tuesday Smith said”: nothing but that stands before the subject. */
  #opening(chunks: readonly Chunk[], { first }: NounPhrase): string | null {
    const head = chunks.slice(0, first);
    if (head.length > 6 || head.some(({ kind }) => kind === "VERBS" || kind === "QUOTE")) return null;
    const start = head[0]?.tokens[0]?.start;
    const end = head.at(-1)?.tokens.at(-1)?.end;
    return start === undefined || end === undefined ? null : this.#in({ start, end }, chunks);
  }

  /** The first that lies in a stretch and not in a relative clause. */
  #in(span: Span, chunks: readonly Chunk[]): string | null {
    const relative = chunks.find(({ kind, head }) => kind === "RELATIVE" && overlaps(head, span))?.head.start;
    const end = Math.min(span.end, relative ?? span.end);
    for (let index = this.#from(span.start); index < this.#times.length; index++) {
      const time = this.#times[index];
      if (time === undefined || time.start >= end) break;
      if (time.end <= end) return time.date;
    }
    return null;
  }

  #from(start: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
