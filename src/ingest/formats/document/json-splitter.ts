/** A value of a JSON object that is read bit by bit: a whole one, or an item of one that is a list. */
export interface JsonPiece {
  readonly name: string;
  /** Its place in the list; null where the value is not a list. */
  readonly index: number | null;
  /** As it is written: JSON, or nearly so. */
  readonly text: string;
  /** The line that it begins on, counted from 1. */
  readonly line: number;
}

/** What does not belong where it stands. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

type State =
  | "START"
  | "NAME_OR_END"
  | "NAME"
  | "COLON"
  | "VALUE"
  | "COMMA_OR_END"
  | "ITEM_OR_CLOSE"
  | "ITEM"
  | "COMMA_OR_CLOSE"
  | "END";

/** What a value is, while it is taken apart. */
interface Open {
  readonly of: "NAME" | "VALUE" | "ITEM";
  /** Whether it is text or a group or list, whose end is a sign of its own; a number or word ends before the next sign. */
  readonly bracketed: boolean;
  readonly line: number;
}

/**
 * Takes a JSON object apart while it arrives, so that a large document is never held whole: each value of the object, and
 * each item of values that are lists, is handed on by itself. How it is laid out does not matter. What is inside of a
 * piece is not looked at.
 *
 * @throws JsonSyntaxError
 */
export class JsonSplitter {
  #state: State = "START";
  #open: Open | null = null;
  /** What has arrived of the open value. */
  #kept = "";
  #depth = 0;
  #inText = false;
  #escaped = false;
  #name = "";
  #index = 0;
  #line = 1;

  /** The pieces that end in a stretch of the document. */
  *push(text: string): Iterable<JsonPiece> {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] ?? "";
      if (sign === "\n") this.#line++;
      if (this.#open?.bracketed) {
        if (!this.#closes(sign)) continue;
        yield* this.#end(text.slice(start, at + 1));
        continue;
      }
      if (this.#open !== null) {
        if (!/[\s,\]}]/.test(sign)) continue;
        yield* this.#end(text.slice(start, at));
      }
      if (!/\s/.test(sign) && this.#begins(sign)) start = at;
    }
    if (this.#open !== null) this.#kept += text.slice(start);
  }

  /** To be called at the end of the document. */
  finish(): void {
    if (this.#state === "END") return;
    throw new JsonSyntaxError(this.#line, "the document ends in the middle; it has to be whole");
  }

  /** Whether a sign begins a value; others are what stands between values. */
  #begins(sign: string): boolean {
    switch (this.#state) {
      case "START":
        return this.#expect(sign, "{", "NAME_OR_END");
      case "NAME_OR_END":
        if (sign === "}") return this.#turn("END");
        return this.#openName(sign);
      case "NAME":
        return this.#openName(sign);
      case "COLON":
        return this.#expect(sign, ":", "VALUE");
      case "VALUE":
        if (sign !== "[") return this.#openValue(sign, "VALUE");
        this.#index = 0;
        return this.#turn("ITEM_OR_CLOSE");
      case "ITEM_OR_CLOSE":
        if (sign === "]") return this.#turn("COMMA_OR_END");
        return this.#openValue(sign, "ITEM");
      case "ITEM":
        return this.#openValue(sign, "ITEM");
      case "COMMA_OR_END":
        return sign === "}" ? this.#turn("END") : this.#expect(sign, ",", "NAME");
      case "COMMA_OR_CLOSE":
        return sign === "]" ? this.#turn("COMMA_OR_END") : this.#expect(sign, ",", "ITEM");
      case "END":
        throw this.#unexpected(sign, "nothing");
    }
  }

  #turn(state: State): false {
    this.#state = state;
    return false;
  }

  #expect(sign: string, wanted: string, next: State): false {
    if (sign !== wanted) throw this.#unexpected(sign, `"${wanted}"`);
    return this.#turn(next);
  }

  #openName(sign: string): true {
    if (sign !== '"') throw this.#unexpected(sign, "a name in quotation marks");
    return this.#openValue(sign, "NAME");
  }

  #openValue(sign: string, of: Open["of"]): true {
    if (/[,:\]}]/.test(sign)) throw this.#unexpected(sign, "a value");
    this.#inText = sign === '"';
    this.#depth = sign === "{" || sign === "[" ? 1 : 0;
    this.#kept = "";
    this.#open = { of, bracketed: this.#inText || this.#depth > 0, line: this.#line };
    return true;
  }

  /** Takes note of a sign within a bracketed value; true where that ends with it. */
  #closes(sign: string): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (sign === "\\") this.#escaped = true;
      else if (sign === '"') this.#inText = false;
      return !this.#inText && this.#depth === 0;
    }
    if (sign === '"') this.#inText = true;
    else if (sign === "{" || sign === "[") this.#depth++;
    else if (sign === "}" || sign === "]") this.#depth--;
    return this.#depth === 0;
  }

  *#end(rest: string): Iterable<JsonPiece> {
    const open = this.#open;
    if (open === null) return;
    const text = this.#kept + rest;
    this.#open = null;
    this.#kept = "";
    if (open.of === "NAME") {
      this.#name = text.slice(1, -1);
      this.#state = "COLON";
    } else if (open.of === "VALUE") {
      this.#state = "COMMA_OR_END";
      yield { name: this.#name, index: null, text, line: open.line };
    } else {
      this.#state = "COMMA_OR_CLOSE";
      yield { name: this.#name, index: this.#index++, text, line: open.line };
    }
  }

  #unexpected(sign: string, wanted: string): JsonSyntaxError {
    return new JsonSyntaxError(this.#line, `there is ${JSON.stringify(sign)} where ${wanted} is expected`);
  }
}
