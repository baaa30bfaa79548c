import { expect, test } from "vitest";
import { slugOf } from "../../src/domain/slug.ts";

test.each([
  ["Sergey Ryabkov", "sergey-ryabkov"],
  ["Élan-Øst", "elan-ost"],
  ["O’Neill & Sons, Inc.", "o-neill-sons-inc"],
  ["U.S. Department of State", "us-department-of-state"],
  ["東京 Summit", "summit"],
  ["東京", null],
  ["…", null],
  [`${"word ".repeat(20)}`, `word${"-word".repeat(11)}`],
  ["a".repeat(61), null],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
