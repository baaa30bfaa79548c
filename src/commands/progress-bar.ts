import { clearLine, cursorTo } from "node:readline";
import { SingleBar } from "cli-progress";

/** Where a bar is shown. */
type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * A progress bar on a line of its own, where there is a screen. Whatever ends the program, the terminal is left as it was: the bar
 * hides its cursor and lets lines run over the edge.
 */
export class ProgressBar {
  readonly #bar: SingleBar;
  #total = 0;

  /** @param format as of cli-progress; `{note}` is what {@link note} says */
  constructor(
    format: string,
    private readonly screen: Screen = process.stderr,
  ) {
    this.#bar = new SingleBar({
      format,
      stream: screen,
      clearOnComplete: true,
      hideCursor: true,
      // What was written in between took its place.
      forceRedraw: true,
    });
  }

  /** Begins, or makes it longer by so many. */
  add(steps: number): void {
    const isBegun = this.#total > 0;
    this.#total += steps;
    if (this.screen.isTTY !== true || steps === 0) return;
    if (isBegun) {
      this.#bar.setTotal(this.#total);
      return;
    }
    this.#bar.start(this.#total, 0, { note: "" });
    process.once("SIGINT", this.#end).once("SIGTERM", this.#end);
  }

  step(): void {
    this.#bar.increment({ note: "" });
  }

  /** Says how far it has come. */
  reach(steps: number): void {
    this.#bar.update(steps);
  }

  /** Says what it waits for. */
  note(text: string): void {
    this.#bar.update({ note: text });
  }

  /** Has something else written in place of the bar, which then goes on below. */
  aside(write: () => void): void {
    if (this.#bar.isActive) {
      cursorTo(this.screen, 0);
      clearLine(this.screen, 0);
    }
    write();
  }

  stop(): void {
    process.off("SIGINT", this.#end).off("SIGTERM", this.#end);
    this.#bar.stop();
  }

  readonly #end = (signal: NodeJS.Signals): void => {
    this.stop();
    process.kill(process.pid, signal);
  };
}
