import type { Referent } from "./referent.ts";

/** Where and how something was last meant. */
export interface Trace {
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly subject: boolean;
  readonly quoted: boolean;
  /** Only as an owner: “Smith’s lawyer”. */
  readonly owner: boolean;
}

/** Remembers where each thing was last meant, and how often. */
export class Salience {
  readonly #last = new Map<Referent, Trace[]>();
  /** In the order of their last mention, the latest first. */
  readonly #recent: Referent[] = [];

  note(referent: Referent, trace: Trace): void {
    const traces = this.#last.get(referent) ?? [];
    traces.push(trace);
    if (traces.length > KEPT) traces.shift();
    this.#last.set(referent, traces);
    if (this.#recent[0] === referent) return;
    const at = this.#recent.indexOf(referent);
    if (at > 0) this.#recent.splice(at, 1);
    this.#recent.unshift(referent);
    if (this.#recent.length > REMEMBERED) this.#recent.pop();
  }

  /** Those meant lately, the latest first. */
  get recent(): readonly Referent[] {
    return this.#recent;
  }

  /** How much it is in the reader's mind, where a word stands; an object is less drawn to subjects. */
  of(
    referent: Referent,
    at: { readonly sentence: number; readonly paragraph: number; readonly quoted: boolean },
    object = false,
  ): number {
    let best = Number.NEGATIVE_INFINITY;
    for (const trace of this.#last.get(referent) ?? []) {
      const distance = at.sentence - trace.sentence;
      let points = distance === 0 ? 10 : Math.max(0, 9.5 - 2.2 * distance);
      if (trace.subject) points += object ? 1 : 4;
      if (trace.owner) points -= 2;
      if (trace.quoted && !at.quoted) points -= 5;
      if (trace.paragraph !== at.paragraph) points -= 1.5;
      best = Math.max(best, points);
    }
    return best;
  }
}

const KEPT = 6;
const REMEMBERED = 24;
