import { JsonChunk } from "./json-chunk.ts";
import { NotPlanned } from "./not-planned.ts";

/** Objects between two looks at the clock. */
const LOOK_EVERY = 64;

/** Writes a value, with all that is below it. */
export type Write = (value: unknown, chunk: JsonChunk, run: Run) => void;

/** One answer in the making. */
export class Run {
  readonly #root = new JsonChunk();
  readonly #args = new Map<object, Record<string, unknown>>();
  #open = 0;
  #objects = 0;
  #settle: { resolve(): void; reject(reason: unknown): void } | undefined;
  #failure: { readonly reason: unknown } | undefined;

  constructor(
    readonly context: unknown,
    /** Coerced. */
    readonly variables: Readonly<Record<string, unknown>>,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Arguments that depend on variables: the same for each object that a field is asked of. */
  argsOf(field: object, read: () => Record<string, unknown>): Record<string, unknown> {
    const known = this.#args.get(field);
    if (known !== undefined) return known;
    const args = read();
    this.#args.set(field, args);
    return args;
  }

  /** Notes that an object is about to be written. Throws where nobody waits for the answer any more. */
  begin(): void {
    if ((this.#objects++ & (LOOK_EVERY - 1)) === 0) this.signal?.throwIfAborted();
  }

  /** Writes a value where it belongs when it is there. */
  wait(value: PromiseLike<unknown>, chunk: JsonChunk, write: Write): void {
    const hole = chunk.hole();
    this.#open += 1;
    value.then(
      (there) => this.#fill(there, hole, write),
      (reason: unknown) => this.#fail(reason),
    );
  }

  /** Everything that `write` writes, with all that it waits for. */
  async finish(write: Write): Promise<string> {
    write(undefined, this.#root, this);
    if (this.#failure !== undefined) throw this.#failure.reason;
    if (this.#open > 0) {
      await new Promise<void>((resolve, reject) => {
        this.#settle = { resolve, reject };
      });
    }
    return this.#root.toString();
  }

  #fill(value: unknown, hole: JsonChunk, write: Write): void {
    if (this.#failure !== undefined) return;
    try {
      write(value, hole, this);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#open -= 1;
    if (this.#open === 0) this.#settle?.resolve();
  }

  #fail(reason: unknown): void {
    this.#failure ??= { reason: reason ?? new NotPlanned("It failed without saying why.") };
    this.#settle?.reject(this.#failure.reason);
  }
}

/** Whether a value is still to come. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
