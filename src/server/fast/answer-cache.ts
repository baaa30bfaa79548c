/** What an entry takes besides its texts, in bytes, about. */
const OVERHEAD = 300;

/**
 * Answers that still hold, by what was asked. All were given in the same state of what is on record, on the same day: once
 * either is another, none is left. Bounded by what they take in memory, the one asked for longest ago dropped first.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Buffer>();
  #state = "";
  #bytes = 0;

  /** @param most what all answers take, in bytes; 0 for none */
  constructor(private readonly most: number) {}

  get isOff(): boolean {
    return this.most === 0;
  }

  /** The answer to a question in a state, which is the latest that is known of. */
  get(key: string, state: string): Buffer | undefined {
    if (state !== this.#state) {
      this.#answers.clear();
      this.#bytes = 0;
      this.#state = state;
    }
    const answer = this.#answers.get(key);
    if (answer === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /** @param state that in which the answer was begun: what was written since may be in it, or may not */
  set(key: string, state: string, answer: Buffer): void {
    const size = sizeOf(key, answer);
    if (state !== this.#state || size > this.most / 10) return;
    const before = this.#answers.get(key);
    if (before !== undefined) this.#drop(key, before);
    for (const [oldest, dropped] of this.#answers) {
      if (this.#bytes + size <= this.most) break;
      this.#drop(oldest, dropped);
    }
    this.#answers.set(key, apart(answer));
    this.#bytes += size;
  }

  #drop(key: string, answer: Buffer): void {
    this.#answers.delete(key);
    this.#bytes -= sizeOf(key, answer);
  }
}

/** A short buffer is cut from a block that others are cut from too, and which would be kept whole: those get memory of their own. */
function apart(answer: Buffer): Buffer {
  if (answer.buffer.byteLength === answer.byteLength) return answer;
  const own = Buffer.allocUnsafeSlow(answer.byteLength);
  answer.copy(own);
  return own;
}

function sizeOf(key: string, answer: Buffer): number {
  return key.length * 2 + answer.length + OVERHEAD;
}
