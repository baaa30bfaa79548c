import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Story, StoryEvent, StoryEvidence } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { ask, execute, nameOf } from "../support/graphql.ts";
import { entriesOf, inOrder } from "../support/oracle.ts";
import { changeKey, eventFact, firstDay, reportOf, stateOf } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

const EVENT = `
  id slug status disputed overdue firstReported independentSources
  when { edtf earliest latest } formerDates { edtf } outcome description
  statusHistory { id from to reported disputed formerDate { edtf } evidence { article { slug } } }
  participants { role agent { slug __typename } evidence { article { slug } } }
  evidence { article { slug } }`;

const day = fc.constantFrom(...DAYS);

/** The articles of evidence that was out by a day. */
function articlesOut(of: Story, evidence: readonly StoryEvidence[], by: string): string[] {
  return evidence
    .filter((one) => reportOf(of, one).reported <= by)
    .map((one) => one.article)
    .sort();
}

const ArticleOf = z.object({ article: z.object({ slug: z.string() }) });
const slugsOf = (evidence: readonly z.output<typeof ArticleOf>[]) =>
  evidence.map((one) => one.article.slug).sort();

const EventAnswer = z.object({
  id: z.string(),
  status: z.string(),
  disputed: z.boolean(),
  overdue: z.boolean(),
  firstReported: z.string(),
  independentSources: z.number(),
  when: z.object({ edtf: z.string(), latest: z.string().nullable() }).nullable(),
  formerDates: z.array(z.object({ edtf: z.string() })),
  outcome: z.string().nullable(),
  description: z.string().nullable(),
  statusHistory: z.array(
    z.object({
      id: z.string(),
      from: z.string().nullable(),
      reported: z.string(),
      disputed: z.boolean(),
      formerDate: z.object({ edtf: z.string() }).nullable(),
      evidence: z.array(ArticleOf),
    }),
  ),
  participants: z.array(
    z.object({ role: z.string(), agent: z.object({ slug: z.string() }), evidence: z.array(ArticleOf) }),
  ),
  evidence: z.array(ArticleOf),
});

/** What an event must look like on a day, by the rules written once more. */
function expectView(of: Story, event: StoryEvent, by: string, answer: unknown): void {
  const state = stateOf(eventFact(of, event), by);
  if (state === null) {
    expect(answer).toBeNull();
    return;
  }
  const seen = EventAnswer.parse(answer);
  expect(nameOf(seen.id)).toBe(`Event@${by}:${event.key ?? event.slug}`);
  const { status, disputed, firstReported, independentSources } = state;
  expect(seen).toMatchObject({ status, disputed, firstReported, independentSources });
  expect(seen.when?.edtf ?? null).toBe(state.when?.edtf ?? null);
  expect(seen.formerDates.map((date) => date.edtf)).toEqual(state.formerDates.map((date) => date.edtf));
  const latest = state.when?.latest ?? null;
  expect(seen.overdue).toBe(/^(RE)?SCHEDULED$/.test(status) && latest !== null && latest < by);
  for (const [text, answered] of [
    [event.outcome, seen.outcome],
    [event.description, seen.description],
  ] as const) {
    expect(answered).toBe(text !== undefined && text.written <= by ? text.text : null);
  }
  expect(
    seen.statusHistory.map(({ id, from, reported, disputed: isDisputed }) => [
      nameOf(id),
      from,
      reported,
      isDisputed,
    ]),
  ).toEqual(
    state.history.map((step) => [`StatusChange@${by}:${step.key}`, step.from, step.reported, step.disputed]),
  );
  for (const step of seen.statusHistory) {
    const told = event.history.find((one) => nameOf(step.id).endsWith(`:${changeKey(event, one)}`));
    expect(slugsOf(step.evidence)).toEqual(articlesOut(of, told?.evidence ?? [], by));
  }
  const taking = event.participants.filter(
    (part) =>
      firstDay(
        part.evidence.map((one) => reportOf(of, one)),
        by,
      ) !== null,
  );
  expect(seen.participants.map((part) => `${part.role} ${part.agent.slug}`).sort()).toEqual(
    taking.map((part) => `${part.role} ${part.person ?? part.organization}`).sort(),
  );
  const facts = [event, ...event.history, ...event.participants];
  expect(slugsOf(seen.evidence)).toEqual(
    articlesOut(
      of,
      facts.flatMap((fact) => fact.evidence),
      by,
    ),
  );
}

async function viewOf(store: Store, slug: string, by: string): Promise<unknown> {
  const data = await ask(store, `{ event(slug: ${JSON.stringify(slug)}, asOf: "${by}") { ${EVENT} } }`);
  return z.object({ event: z.unknown() }).parse(data).event;
}

describe("as of a day", () => {
  test("an event and everything below it is what had been reported by then", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), fc.uniqueArray(day, { minLength: 3, maxLength: 5 }), (of, days) =>
        withStore(async ({ store }) => {
          await applyStory(store, of, AUTHOR);
          for (const by of days) {
            for (const event of of.events) expectView(of, event, by, await viewOf(store, event.slug, by));
          }
        }),
      ),
      { numRuns: runs(20) },
    );
  });

  test("a node's id carries the day and gives the same view back, with whatever hangs on it", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), day, (of, by) =>
        withStore(async ({ store }) => {
          await applyStory(store, of, AUTHOR);
          const fields = `__typename id ... on Event { ${EVENT} } ... on StatusChange { title event { ${EVENT} } }
            ... on Quote { text saidAt { ${EVENT} } about { id status } otherReports { id } speaker { id } }`;
          const Timeline = z.object({
            timeline: z.object({ edges: z.array(z.object({ node: z.looseObject({ id: z.string() }) })) }),
          });
          const data = await ask(
            store,
            `{ timeline(first: 100, asOf: "${by}") { edges { node { ${fields} } } } }`,
          );
          const nodes = Timeline.parse(data).timeline.edges.map(({ node }) => node);
          const entries = entriesOf(of, by).filter(({ kind }) => kind !== "ARTICLE");
          expect(nodes.map(({ id }) => nameOf(id))).toEqual(
            inOrder(entries, "OLDEST_FIRST").map(({ node }) => node.replace(":", `@${by}:`)),
          );
          const again = await ask(store, `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, {
            ids: nodes.map(({ id }) => id),
          });
          expect(again).toEqual({ nodes });
        }),
      ),
      { numRuns: runs(12) },
    );
  });

  test("two aliases may ask about two days", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SEED, AUTHOR);
      const of = (by: string) =>
        `event(slug: "budapest-summit-2025", asOf: "${by}") { status disputed when { edtf } }`;
      expect(
        await ask(
          store,
          `{ early: ${of("2025-09-01")} before: ${of("2025-10-18")} on: ${of("2025-10-21")} after: ${of("2025-10-23")} }`,
        ),
      ).toEqual({
        early: null,
        before: { status: "SCHEDULED", disputed: false, when: { edtf: "2025-10-16/2025-10-30~" } },
        on: { status: "POSTPONED", disputed: false, when: null },
        after: { status: "POSTPONED", disputed: true, when: null },
      });
    });
  });

  test("is refused for what is not a day", async () => {
    await withStore(async ({ store }) => {
      for (const wrong of ["2025-02-30", "yesterday", "2025-10"]) {
        const { errors } = await execute(store, `{ timeline(asOf: "${wrong}") { totalCount } }`);
        expect(errors?.[0]?.message).toContain("YYYY-MM-DD");
      }
    });
  });
});
