import { expect, test } from "vitest";
import { remembered } from "../../src/domain/bounded-cache.ts";

test("an answer is made once and the oldest is dropped past the limit", () => {
  const made: string[] = [];
  const upper = remembered(2, (key) => {
    made.push(key);
    return key.toUpperCase();
  });
  expect([upper("a"), upper("a"), upper("b"), upper("c"), upper("b"), upper("a")]).toEqual([
    "A",
    "A",
    "B",
    "C",
    "B",
    "A",
  ]);
  expect(made).toEqual(["a", "b", "c", "a"]);
});

test("what is thrown is thrown each time", () => {
  const refuse = remembered(2, (key): string => {
    throw new Error(key);
  });
  expect(() => refuse("a")).toThrow("a");
  expect(() => refuse("a")).toThrow("a");
});
