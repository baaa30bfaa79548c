import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { ProgressBar } from "../../src/commands/progress-bar.ts";

const [HIDE, SHOW, NO_WRAP, WRAP, CLEAR] = ["\x1b[?25l", "\x1b[?25h", "\x1b[?7l", "\x1b[?7h", "\x1b[2K"];
afterEach(() => void vi.restoreAllMocks());

function onScreen(isTTY = true) {
  const screen = Object.assign(new PassThrough(), { isTTY });
  const bar = new ProgressBar("{value}/{total} {note}", screen);
  return { bar, screen, shown: () => String(screen.read() ?? "") };
}

test("what is said meanwhile stands on a line of its own", () => {
  const { bar, screen, shown } = onScreen();
  bar.add(2);
  expect(shown()).toContain("0/2");
  bar.aside(() => void screen.write("a.txt: is empty\n"));
  expect(shown().endsWith(`${CLEAR}a.txt: is empty\n`)).toBe(true);
  bar.add(3);
  bar.step();
  bar.stop();
  expect(shown()).toContain("1/5");
});

test("an interruption leaves the terminal as it was, and ends the program", () => {
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const before = process.listenerCount("SIGINT");
  const { bar, shown } = onScreen();
  bar.add(2);
  const begun = shown();
  expect([begun.includes(HIDE), begun.includes(NO_WRAP)]).toEqual([true, true]);
  process.listeners("SIGINT").at(-1)?.("SIGINT");
  const ended = shown();
  expect([ended.includes(SHOW), ended.includes(WRAP)]).toEqual([true, true]);
  expect(kill).toHaveBeenCalledWith(process.pid, "SIGINT");
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("where there is no screen, nothing is shown", () => {
  const { bar, shown } = onScreen(false);
  bar.add(2);
  bar.step();
  bar.note("waits");
  bar.aside(() => undefined);
  bar.stop();
  expect(shown()).toBe("");
});
