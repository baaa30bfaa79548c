import { expect, test } from "vitest";
import { runs } from "./runs.ts";

test("a property has half of its runs, or a few where these are fewer, or so many times that", () => {
  expect(runs(6, undefined)).toBe(6);
  expect(runs(6, "")).toBe(6);
  expect(runs(90, "")).toBe(45);
  expect(runs(6, "20")).toBe(120);
});

test.each(["0", "-1", "1.5", "2e1", "twenty", " 2", "10000"])("%j times is refused", (times) => {
  expect(() => runs(6, times)).toThrow("TEST_RUNS");
});
