import fc from "fast-check";
import { expect, test } from "vitest";
import { ENTRY_KINDS } from "../../src/domain/model.ts";
import {
  EVENT_FILTER,
  isBackwards,
  only,
  QUOTE_FILTER,
  questionsOf,
  TIMELINE_FILTER,
  withRecord,
} from "../support/filter.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { CAST } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const agents = fc.oneof(
  fc.record({ type: fc.constant("person" as const), slug: fc.constantFrom(...CAST.people) }),
  fc.record({ type: fc.constant("organization" as const), slug: fc.constantFrom(...CAST.organizations) }),
);
const NAMES = [...new Set([...TIMELINE_FILTER, ...EVENT_FILTER, ...QUOTE_FILTER])];

test("someone's connection with a filter is that of Query with them in the filter", async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(storyArbitrary(), questionsOf(NAMES, 20), agents, (some, questions, { type, slug }) =>
      withRecord(some, async ({ nodes }) => {
        const of = `${type}(slug: "${slug}")`;
        // A person and an organization share the slug `union`; a speaker of that name is the person.
        const speaks = type === "person" || slug !== "union";
        for (const { filter, ...rest } of questions.filter((one) => !isBackwards(one.filter))) {
          const lists = [
            { field: "timeline", names: TIMELINE_FILTER, as: type },
            { field: "events", names: EVENT_FILTER, as: type },
            ...(speaks ? [{ field: "quotes", names: QUOTE_FILTER, as: "speaker" as const }] : []),
          ];
          for (const { field, names, as } of lists) {
            const own = only(
              filter,
              names.filter((name) => name !== as),
            );
            const all = await nodes({ field }, { ...rest, filter: { ...own, [as]: slug } });
            expect(await nodes({ of, field }, { ...rest, filter: own })).toEqual(all);
            shown += all.length;
          }
        }
      }),
    ),
    { numRuns: runs(8) },
  );
  expectCameUp(shown);
});

test("another person in the filter leaves what is both's", async () => {
  const kinds = [...ENTRY_KINDS];
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(storyArbitrary({ events: 8 }), questionsOf([], CAST.people.length), (some, questions) =>
      withRecord(some, async ({ nodes, expected }) => {
        for (const one of CAST.people) {
          const of = `person(slug: "${one}")`;
          for (const [index, other] of CAST.people.entries()) {
            const question = { ...(questions[index] ?? expect.fail()), filter: { kinds, person: other } };
            const both = expected(question, `person ${one}`);
            expect(await nodes({ of, field: "timeline" }, question)).toEqual(both);
            if (other !== one) shown += both.length;
          }
        }
      }),
    ),
    { numRuns: runs(10) },
  );
  expectCameUp(shown);
});
