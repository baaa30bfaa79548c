import { codePointLength } from "../../../src/domain/passage.ts";

/** Where a sentence stands in a text, in code points, end exclusive. Facts that rest on it share its passage. */
export interface Span {
  readonly passageId: number;
  readonly start: number;
  readonly end: number;
}

/** The body of an article while it is written, sentence by sentence. */
export class ArticleText {
  readonly spans: Span[] = [];
  #body: string;
  #length: number;

  constructor(opening: string) {
    this.#body = opening;
    this.#length = codePointLength(opening);
  }

  get body(): string {
    return this.#body;
  }

  /** Adds a sentence that something rests on. */
  add(sentence: string, passageId: number): Span {
    const start = this.#length + 1;
    const span = { passageId, start, end: start + codePointLength(sentence) };
    this.#body += `${this.spans.length % 3 === 2 ? "\n" : " "}${sentence}`;
    this.#length = span.end;
    this.spans.push(span);
    return span;
  }
}
