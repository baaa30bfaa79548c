import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChangeFact,
  type EventFact,
  eventAsOf,
  historyAsOf,
  isTimelineEntry,
} from "../../src/domain/event-history.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { eventOf, report, step, TODAY, told } from "../support/history.ts";
import { eventFact, stateOf } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { seedEvent } from "../support/seed.ts";
import { DATES, DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

describe("the Budapest summit of the seed story", () => {
  const summit = seedEvent("budapest-summit-2025");

  test("is not on the record before anyone had reported it", () => {
    expect(told(summit, "2025-09-01")).toBeNull();
    expect(told(summit, "2025-10-15")).toBeNull();
  });

  test("is scheduled as of 18 October", () => {
    expect(told(summit, "2025-10-18")).toEqual({
      status: "SCHEDULED",
      when: "2025-10-16/2025-10-30~",
      formerDates: [],
      disputed: false,
      overdue: false,
      independentSources: 2,
      firstReported: "2025-10-16",
      steps: ["null > SCHEDULED"],
    });
  });

  test("is postponed and not disputed as of 21 October", () => {
    expect(told(summit, "2025-10-21")).toMatchObject({
      status: "POSTPONED",
      when: null,
      formerDates: ["2025-10-16/2025-10-30~"],
      disputed: false,
      steps: ["null > SCHEDULED", "SCHEDULED > POSTPONED"],
    });
  });

  test("is disputed from the day on which the dispute was out", () => {
    expect(told(summit, "2025-10-22")).toMatchObject({ disputed: false });
    expect(told(summit, "2025-10-23")).toMatchObject({ status: "POSTPONED", disputed: true });
  });

  test("is postponed and disputed now, by six origins", () => {
    expect(told(summit, null)).toEqual({
      status: "POSTPONED",
      when: null,
      formerDates: ["2025-10-16/2025-10-30~"],
      disputed: true,
      overdue: false,
      independentSources: 6,
      firstReported: "2025-10-16",
      steps: ["null > SCHEDULED", "SCHEDULED > POSTPONED"],
    });
  });
});

test("events that rest on the article alone are first reported on its day", () => {
  for (const slug of ["next-putin-trump-meeting", "nuclear-stability-talks", "ryabkov-interview-2025"]) {
    expect(told(seedEvent(slug), null)?.firstReported, slug).toBe("2025-11-22");
    expect(told(seedEvent(slug), "2025-11-21"), slug).toBeNull();
  }
});

describe("the order of a history", () => {
  const statuses = (event: EventFact, asOf: string | null = null) =>
    historyAsOf(event.changes, asOf).map(({ change }) => change.to);

  test("is by the day that each change took effect", () => {
    const late = step("CANCELLED", "2025-10-02", { when: "2025-10-01" });
    const early = step("SCHEDULED", "2025-10-09", { when: "2025-09-01" });
    expect(statuses(eventOf(late, early))).toEqual(["SCHEDULED", "CANCELLED"]);
  });

  test("takes the day of the report where that is not known or open", () => {
    const open = step("POSTPONED", "2025-10-05", { when: "../2025-12-01" });
    const unknown = step("RESCHEDULED", "2025-10-06");
    const known = step("CANCELLED", "2025-11-01", { when: "2025-10-05" });
    expect(statuses(eventOf(unknown, known, open))).toEqual(["POSTPONED", "CANCELLED", "RESCHEDULED"]);
  });

  test("is by report, then by key in code points, among changes of one day", () => {
    const day = { when: "2025-10-01" };
    const a = step("SCHEDULED", "2025-10-02", { ...day, key: "z" });
    const b = step("POSTPONED", "2025-10-03", { ...day, key: "\uFFFD" });
    const c = step("CANCELLED", "2025-10-03", { ...day, key: "\u{1F600}" });
    expect(statuses(eventOf(c, b, a))).toEqual(["SCHEDULED", "POSTPONED", "CANCELLED"]);
  });

  test("a late report of an old change does not change today's status", () => {
    const now = step("POSTPONED", "2025-10-21", { when: "2025-10-21" });
    const old = step("SCHEDULED", "2025-11-22", { when: "2025-10-16", newDate: "2025-10-30" });
    expect(told(eventOf(old, now), "2025-10-22")).toMatchObject({ status: "POSTPONED", formerDates: [] });
    expect(told(eventOf(old, now), null)).toMatchObject({
      status: "POSTPONED",
      when: null,
      formerDates: ["2025-10-30"],
      steps: ["null > SCHEDULED", "SCHEDULED > POSTPONED"],
    });
  });

  test("counts the earliest report that supports a change", () => {
    const evidence = [report("2025-10-01", { stance: "DISPUTES" }), report("2025-10-03")];
    const [only] = historyAsOf([step("SCHEDULED", "2025-10-05", { evidence })], null);
    expect(only).toMatchObject({ reported: "2025-10-03", disputed: true });
    expect(historyAsOf([step("SCHEDULED", "2025-10-05", { evidence })], "2025-10-02")).toEqual([]);
  });
});

describe("the date of an event", () => {
  const scheduled = step("SCHEDULED", "2025-10-01", { newDate: "2025-10-30" });

  test.each([
    ["POSSIBLE", "2025-10-30", []],
    ["IN_PROGRESS", "2025-10-30", []],
    ["OCCURRED", "2025-10-30", []],
    ["UNKNOWN", "2025-10-30", []],
    ["RESCHEDULED", "2025-10-30", []],
    ["POSTPONED", null, ["2025-10-30"]],
    ["CANCELLED", null, ["2025-10-30"]],
  ] as const)("after a change to %s that gives no date is %s", (to, when, formerDates) => {
    expect(told(eventOf(scheduled, step(to, "2025-10-02")), null)).toMatchObject({ when, formerDates });
  });

  test("is the new one where a change gives one, and the old one is a former date", () => {
    const moved = step("RESCHEDULED", "2025-10-02", { newDate: "2025-11" });
    const again = step("POSTPONED", "2025-10-03", { newDate: "2026" });
    expect(told(eventOf(scheduled, moved, again), null)).toMatchObject({
      when: "2026",
      formerDates: ["2025-10-30", "2025-11"],
    });
  });

  test("that is given once more is no former date", () => {
    const same = step("OCCURRED", "2025-10-31", { newDate: "2025-10-30" });
    expect(told(eventOf(scheduled, same), null)).toMatchObject({ when: "2025-10-30", formerDates: [] });
  });
});

describe("disputes", () => {
  const denied = [report("2025-10-03", { stance: "DISPUTES" })];

  test("of the current change make the event disputed, of an earlier one they do not", () => {
    const first = step("SCHEDULED", "2025-10-01", { evidence: denied });
    expect(told(eventOf(first), null)?.disputed).toBe(true);
    expect(told(eventOf(first, step("OCCURRED", "2025-10-09")), null)?.disputed).toBe(false);
  });

  test("of the event itself make it disputed, of a participation they do not", () => {
    const changes = [step("SCHEDULED", "2025-10-01")];
    expect(told({ evidence: denied, changes, participations: [] }, null)?.disputed).toBe(true);
    expect(told({ evidence: [], changes, participations: [{ evidence: denied }] }, null)?.disputed).toBe(
      false,
    );
  });

  test("of a retracted article count no more than its support", () => {
    const retracted = { articleState: "RETRACTED" as const };
    const evidence = [report("2025-10-03", { stance: "DISPUTES", ...retracted })];
    expect(told(eventOf(step("SCHEDULED", "2025-10-01", { evidence })), null)?.disputed).toBe(false);
    expect(
      told({ evidence: [report("2025-10-01", retracted)], changes: [], participations: [] }, null),
    ).toBeNull();
  });
});

describe("an event is overdue", () => {
  test.each(["SCHEDULED", "RESCHEDULED"] as const)(
    "while it is %s and its latest day has passed",
    (status) => {
      const event = eventOf(step(status, "2025-10-01", { newDate: "2025-10" }));
      expect(told(event, null, "2025-10-31")?.overdue).toBe(false);
      expect(told(event, null, "2025-11-01")?.overdue).toBe(true);
      expect(told(event, "2025-10-31", "2025-11-01")?.overdue).toBe(false);
      expect(told(event, "2025-11-01", "2025-10-01")?.overdue).toBe(true);
    },
  );

  test("never where it is not announced, has no date or an open one", () => {
    const past = { newDate: "2025-10-02" };
    for (const status of [
      "POSSIBLE",
      "POSTPONED",
      "CANCELLED",
      "IN_PROGRESS",
      "OCCURRED",
      "UNKNOWN",
    ] as const) {
      expect(told(eventOf(step(status, "2025-10-01", past)), null)?.overdue, status).toBe(false);
    }
    expect(told(eventOf(step("SCHEDULED", "2025-10-01")), null)?.overdue).toBe(false);
    expect(told(eventOf(step("SCHEDULED", "2025-10-01", { newDate: "2024/.." })), null)?.overdue).toBe(false);
  });
});

test("a change stands on a timeline by itself unless the event's own entry tells it", () => {
  const entries = (...changes: ChangeFact[]) =>
    historyAsOf(changes, null)
      .filter(isTimelineEntry)
      .map(({ change }) => change.to);
  const possible = step("POSSIBLE", "2025-10-01");
  expect(entries(possible, step("SCHEDULED", "2025-10-02"), step("IN_PROGRESS", "2025-10-03"))).toEqual([
    "SCHEDULED",
  ]);
  expect(entries(step("SCHEDULED", "2025-09-01"), possible, step("OCCURRED", "2025-10-03"))).toEqual([
    "SCHEDULED",
    "POSSIBLE",
  ]);
});

test("an event of which a participation alone was reported has an unknown status", () => {
  const participations = [{ evidence: [report("2025-10-04")] }];
  expect(told({ evidence: [], changes: [], participations }, null)).toMatchObject({
    status: "UNKNOWN",
    when: null,
    firstReported: "2025-10-04",
  });
});

test("the state of any event on any day is what the rules say", () => {
  expect(DATES.every((edtf) => parseFuzzyDate(edtf).edtf === edtf)).toBe(true);
  fc.assert(
    fc.property(storyArbitrary(), fc.constantFrom(null, ...DAYS), (story, asOf) => {
      for (const event of story.events.map((one) => eventFact(story, one))) {
        const state = eventAsOf(event, asOf, TODAY);
        const expected = stateOf(event, asOf);
        if (state === null || expected === null) {
          expect(state).toBe(expected);
          continue;
        }
        const { overdue, history, ...rest } = state;
        const steps = history.map(({ change, date, ...fields }) => ({ key: change.key, ...fields }));
        expect({ ...rest, history: steps }).toEqual(expected);
        const announced = ["SCHEDULED", "RESCHEDULED"].includes(expected.status);
        expect(overdue).toBe(announced && (expected.when?.latest ?? "9999") < (asOf ?? TODAY));
      }
    }),
    { numRuns: runs(300) },
  );
});
