/** Text that is written from front to back, with places that are filled in later. */
export class JsonChunk {
  text = "";
  #before: (string | JsonChunk)[] | null = null;

  /** Leaves a place open here, to be written to when its value is there. */
  hole(): JsonChunk {
    const hole = new JsonChunk();
    this.#before ??= [];
    this.#before.push(this.text, hole);
    this.text = "";
    return hole;
  }

  /** All of it, once every hole is filled. */
  toString(): string {
    if (this.#before === null) return this.text;
    let whole = "";
    for (const part of this.#before) whole += typeof part === "string" ? part : part.toString();
    return whole + this.text;
  }
}

/** What JSON writes otherwise than as it is: quotation marks, backslashes, control characters, and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON may not hold as they are.
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A string as JSON, as `JSON.stringify` writes it, which takes longer about those that need no escape. */
export function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
