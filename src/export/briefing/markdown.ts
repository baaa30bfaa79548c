/** Text as Markdown that reads as it stands, in one line: nothing in it is a sign (CommonMark 0.31, and GFM's tables and footnotes). */
export function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+=]/, "\\$&");
}

/** A link; the text alone where there is no address. */
export function link(text: string, address: string | null): string {
  if (address === null) return plain(text);
  // Between angle brackets, only these would end the address.
  return `[${plain(text)}](<${address.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>)`;
}

/** Numbered notes, each once; they stand at the end of the document. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();

  /** The mark of a note, whose text is Markdown. */
  mark(note: string): string {
    const number = this.#numbers.get(note) ?? this.#numbers.size + 1;
    this.#numbers.set(note, number);
    return `[^${number}]`;
  }

  /** All notes. */
  toString(): string {
    return [...this.#numbers].map(([note, number]) => `[^${number}]: ${note}\n`).join("");
  }
}
