import { expect, test } from "vitest";
import type { EventStatus } from "../../src/domain/model.ts";
import { type State, whereThingsStand } from "../../src/web/standing.ts";

const NOTHING: State = { counts: [], last: null, overdue: [], disputed: [] };

function told(state: Partial<State>): string {
  return whereThingsStand({ ...NOTHING, ...state })
    .map((sentence) => sentence.map((part) => (typeof part === "string" ? part : `[${part.title}]`)).join(""))
    .join(" ");
}

const counts = (some: Partial<Record<EventStatus, number>>): State["counts"] =>
  (
    [
      "POSSIBLE",
      "SCHEDULED",
      "RESCHEDULED",
      "POSTPONED",
      "CANCELLED",
      "IN_PROGRESS",
      "OCCURRED",
      "UNKNOWN",
    ] as const
  ).flatMap((status) => (some[status] === undefined ? [] : [{ status, count: some[status] }]));

const report = (fields: {
  stance?: "SUPPORTS" | "DISPUTES";
  source?: string;
  by?: string;
  asWritten?: string;
  instead?: EventStatus;
}) => ({
  stance: fields.stance ?? ("SUPPORTS" as const),
  claimedBy: fields.by === undefined ? [] : [{ name: fields.by }],
  claimantAsWritten: fields.asWritten ?? null,
  article: {
    state: "CURRENT" as const,
    source: fields.source === undefined ? null : { name: fields.source },
  },
  insteadStatus: fields.instead ?? null,
  insteadDate: null,
});

test("nothing is said where no event is on record", () => {
  expect(whereThingsStand(NOTHING)).toEqual([]);
});

test.each([
  [{ OCCURRED: 1 }, "One event is on record; it took place."],
  [{ POSSIBLE: 1 }, "One event is on record; it is only talked about."],
  [{ OCCURRED: 2 }, "Two events are on record; both took place."],
  [{ CANCELLED: 3 }, "Three events are on record; all of them are cancelled."],
  [
    { SCHEDULED: 1, RESCHEDULED: 1, OCCURRED: 1 },
    "Three events are on record: one took place and two are scheduled.",
  ],
  [
    { OCCURRED: 1_200, UNKNOWN: 1, IN_PROGRESS: 1 },
    "1,202 events are on record: 1,200 took place, one is under way and one is of unclear status.",
  ],
] as const)("counts events by what is known of them: %o", (some, words) => {
  expect(told({ counts: counts(some) })).toBe(words);
});

test("what took place last, and what is overdue", () => {
  const when = { display: "about 30 October 2025", latest: "2025-10-30" };
  const text = told({
    counts: counts({ OCCURRED: 1, SCHEDULED: 1 }),
    last: { slug: "a", title: "A meeting", when },
    overdue: [{ slug: "b", title: "A summit", when }],
  });
  expect(text).toContain("Latest: [A meeting], about 30 October 2025.");
  expect(text).toContain("[A summit] was due by 30 October 2025; no report that it took place.");
});

test("a dispute is told by both sides, each by who says so", () => {
  const evidence = [
    report({ asWritten: "a US official", source: "Daily" }),
    report({ by: "Ann", source: "Daily" }),
    report({ source: "Evening" }),
    report({ stance: "DISPUTES", by: "Bob", source: "Weekly", instead: "CANCELLED" }),
    report({ stance: "DISPUTES", source: "Agency" }),
  ];
  const disputed = { slug: "e", title: "A summit", status: "POSTPONED" as const, evidence: [] };
  expect(
    told({
      counts: counts({ POSTPONED: 1 }),
      disputed: [{ ...disputed, statusHistory: [{ disputed: true, evidence }] }],
    }),
  ).toContain(
    "[A summit]: accounts differ. Postponed, according to a US official, Ann and Evening; cancelled, according to Bob; not so, according to Agency.",
  );
});

test("of many who say so, the first are named", () => {
  const names = ["Ann", "Bob", "Cleo", "Dan", "Eve", "Finn"];
  const evidence = [...names.map((by) => report({ by })), report({ stance: "DISPUTES", by: "Gus" })];
  const disputed = { slug: "e", title: "E", status: "OCCURRED" as const, evidence, statusHistory: [] };
  expect(told({ counts: counts({ OCCURRED: 1 }), disputed: [disputed] })).toContain(
    "Took place, according to Ann, Bob, Cleo and three others; not so, according to Gus",
  );
});
