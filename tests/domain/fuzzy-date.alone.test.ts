import { expect, test, vi } from "vitest";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";

const parsed = vi.hoisted((): string[] => []);
vi.mock("edtf", async (original) => {
  const edtf = await original<typeof import("edtf")>();
  const parse: typeof edtf.parse = (text, constraints) => {
    parsed.push(text);
    return edtf.parse(text, constraints);
  };
  return { ...edtf, parse };
});

test("plain dates do not reach the package; others reach it once", () => {
  for (const plain of [
    "2031",
    "2031-05",
    "2031-05-06",
    "2031-05~",
    "2031-05/2031-06",
    "[2031-05..2031-06]",
    "2031-05-06T12:30",
    "2031-05-06T12:30:15+05:30",
  ]) {
    parseFuzzyDate(plain);
  }
  expect(parsed).toEqual([]);
  parseFuzzyDate("2031-05-1X");
  parseFuzzyDate("2031-05-1X");
  expect(parsed).toEqual(["2031-05-1X"]);
});
