/** Writes values as the items of a JSON list, without the brackets around it, each on a line of its own. */
export class JsonList {
  #empty = true;

  /** The items as they follow those before them. */
  add(items: readonly unknown[]): string {
    let text = "";
    for (const item of items) {
      text += `${this.#empty ? "" : ","}\n${JSON.stringify(item)}`;
      this.#empty = false;
    }
    return text;
  }
}
