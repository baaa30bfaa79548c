import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EVENT_FILTER,
  isBackwards,
  QUOTE_FILTER,
  questionsOf,
  TIMELINE_FILTER,
  withRecord,
  written,
} from "../support/filter.ts";
import { execute } from "../support/graphql.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const COUNT = 15;
const sizes = fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 1, maxLength: 4 });

describe("any number of conditions at once, at present and as of a day, page by page", () => {
  test.each([
    ["timeline", TIMELINE_FILTER, {}],
    ["events", EVENT_FILTER, { kinds: ["EVENT"] }],
    ["quotes", QUOTE_FILTER, { kinds: ["QUOTE"] }],
  ])("keep exactly what their rules say, in order: %s", async (field, names, own) => {
    let kept = 0;
    const asked = questionsOf(names, COUNT, names.length);
    await fc.assert(
      fc.asyncProperty(storyArbitrary({ events: 8, quotes: 16 }), asked, sizes, (of, questions, pages) =>
        withRecord(of, async ({ store, walk, nodes, expected }) => {
          for (const question of questions) {
            const text = `${field} ${written(question.filter)}`;
            if (isBackwards(question.filter)) {
              const { errors } = await execute(
                store,
                `{ ${field}(${written(question.filter)}) { totalCount } }`,
              );
              expect(errors?.[0]?.originalError, text).toMatchObject({ code: "INVALID_DATE_RANGE" });
              continue;
            }
            const found = expected({ ...question, filter: { ...own, ...question.filter } });
            expect(await walk({ field }, question, pages, false), text).toEqual(found);
            expect(await walk({ field }, question, pages, true), text).toEqual(found);
            // On one page, with the count.
            expect(await nodes({ field }, question), text).toEqual(found);
            if (found.length > 0) kept++;
          }
        }),
      ),
      { numRuns: runs(20) },
    );
    // Many conditions leave little: what is left must not be nothing.
    expectCameUp(kept);
  });
});
