import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentMap, remembered } from "../../src/domain/bounded-cache.ts";
import { runs } from "../support/runs.ts";

test("an answer is made once, and again when others have taken its place", () => {
  const made: string[] = [];
  const upper = remembered(2, (key) => {
    made.push(key);
    return key.toUpperCase();
  });
  const asked = [..."aababcdefa"];
  expect(asked.map(upper)).toEqual([..."AABABCDEFA"]);
  expect(made.join("")).toBe("abcdefa");
});

test("what is thrown is thrown each time", () => {
  const refuse = remembered(2, (key): string => {
    throw new Error(key);
  });
  expect(() => refuse("a")).toThrow("a");
  expect(() => refuse("a")).toThrow("a");
});

test("the last ones used are there, and not many more", () => {
  const keys = fc.constantFrom(..."abcdefghij");
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 60 }), (used) => {
      const recent = new RecentMap<string, string>(3);
      for (const [index, key] of used.entries()) {
        const last = new Set([...new Set(used.slice(0, index).reverse())].slice(0, 3));
        const found = recent.get(key);
        if (last.has(key)) expect(found).toBe(key);
        if (found === undefined) recent.set(key, key);
      }
      expect([..."abcdefghij"].filter((key) => recent.get(key) !== undefined).length).toBeLessThanOrEqual(6);
    }),
    { numRuns: runs(200) },
  );
});
