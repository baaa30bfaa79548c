import { expect, test } from "vitest";
import { AnswerCache } from "../../src/server/fast/answer-cache.ts";

test("a short answer keeps no memory but its own", () => {
  const cache = new AnswerCache(1_000_000);
  const answer = Buffer.from('{"data":{}}');
  // Node cuts short buffers from a block of 8 KiB.
  expect(answer.buffer.byteLength).toBeGreaterThan(answer.byteLength);
  cache.get("question", "state");
  cache.set("question", "state", answer);
  const kept = cache.get("question", "state");
  expect(kept?.toString()).toBe('{"data":{}}');
  expect(kept?.buffer.byteLength).toBe(answer.byteLength);
});

test("what was used longest ago goes first, and all of it once the state is another", () => {
  const cache = new AnswerCache(20_000);
  const answer = Buffer.alloc(1_500);
  cache.get("", "one");
  const questions = Array.from({ length: 12 }, (_, number) => `question ${number}`);
  for (const question of questions) {
    cache.get("question 0", "one");
    cache.set(question, "one", answer);
  }
  const kept = questions.filter((question) => cache.get(question, "one") !== undefined);
  expect(kept[0]).toBe("question 0");
  expect(kept.at(-1)).toBe("question 11");
  expect(kept.length * answer.byteLength).toBeLessThan(20_000);
  expect(kept.length).toBeGreaterThan(8);
  expect(questions.filter((question) => cache.get(question, "two") !== undefined)).toEqual([]);
});
