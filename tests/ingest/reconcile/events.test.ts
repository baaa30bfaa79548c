import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFuzzyDateIfKnown } from "../../../src/domain/fuzzy-date.ts";
import { type EventTold, reconcileEvents } from "../../../src/ingest/reconcile/events.ts";

interface Short {
  readonly title?: string;
  readonly date?: string | null;
  readonly formerDate?: string;
  readonly place?: string | null;
  readonly who?: readonly string[];
  readonly article?: string;
  readonly onRecord?: boolean;
  readonly topics?: readonly string[];
  readonly told?: string;
  readonly planned?: boolean;
  readonly putOff?: boolean;
}

function event(
  key: string,
  { title = "Meeting of ministers", date = "2025-03-04", ...more }: Short,
): EventTold {
  const { formerDate, place = null, who = ["ada", "bob"], told = "2025-03-05" } = more;
  const former = parseFuzzyDateIfKnown(formerDate);
  return {
    key,
    articles: new Set(more.onRecord ? [] : [more.article ?? key]),
    title,
    date: parseFuzzyDateIfKnown(date),
    formerDates: former === null ? [] : [former],
    planned: more.planned ?? false,
    putOff: more.putOff ?? false,
    place,
    participants: new Set(who),
    names: who,
    told: [told, told],
    topics: more.topics ?? ["story"],
    onRecord: more.onRecord ?? false,
  };
}

const members = (...events: EventTold[]) =>
  reconcileEvents(events).clusters.map((one) => one.members.join("+"));

describe("events of several articles", () => {
  test.each<[string, Short, Short]>([
    ["the same day and people", {}, { title: "Ministers' talks" }],
    ["a month that the day lies in", {}, { date: "2025-03" }],
    [
      "the year that the day lies in, about the same thing, nobody named",
      { who: [], title: "Launch of the river shuttle service", date: "2025" },
      { who: [], title: "River shuttle service launched" },
    ],
    [
      "place and kind, nobody named",
      { who: [], place: "oslo" },
      { who: [], place: "oslo", title: "Summit in Oslo" },
    ],
    [
      "a date that no longer holds",
      { date: null, formerDate: "2025-03-04", place: "oslo" },
      { title: "Meeting in Oslo", place: "oslo" },
    ],
  ])("are one by %s", (_why, one, other) => {
    expect(members(event("a", one), event("b", other))).toEqual(["a+b"]);
  });

  test.each<[string, Short, Short]>([
    ["another day", {}, { date: "2025-03-09" }],
    ["another kind of event", {}, { title: "Resignation of the minister" }],
    ["other people, though the day is the same", {}, { who: ["eve"] }],
    [
      "another place",
      { place: "oslo", who: ["ada"] },
      { place: "rome", who: ["ada", "bob"], title: "Talks" },
    ],
    ["another topic", {}, { topics: ["other"] }],
    ["one article that tells of both", { article: "x" }, { article: "x" }],
    ["no date, told a year later", { date: null }, { date: null, told: "2026-03-05" }],
    ["an editor who put both on record", { onRecord: true }, { onRecord: true }],
  ])("are two by %s", (_why, one, other) => {
    expect(members(event("a", one), event("b", other))).toEqual(["a", "b"]);
  });

  test("of which two agree with a third and not with each other are not all one", () => {
    const groups = members(
      event("a", { date: "2025-03-04" }),
      event("b", { date: "2025-03" }),
      event("c", { date: "2025-03-09" }),
    );
    expect(groups.toSorted()).toEqual(["a+b", "c"]);
  });

  test("without a date are only suggested where place and people do not settle it", () => {
    const { clusters, doubtful } = reconcileEvents([event("a", { date: null }), event("b", { date: null })]);
    expect(clusters).toHaveLength(2);
    expect(doubtful).toMatchObject([
      { one: "a", other: "b", reason: "the same kind of event, told within weeks, with the same people" },
    ]);
  });

  test("are one on the day to which what was planned was put off", () => {
    const planned = event("a", { planned: true, place: "oslo", told: "2025-03-01" });
    const putOff = event("b", { date: null, putOff: true, place: "oslo", told: "2025-03-02" });
    const later = event("c", { date: "2025-03-14", place: "oslo", told: "2025-03-15" });
    expect(members(planned, putOff, later)).toEqual(["a+b+c"]);
    expect(members(planned, { ...putOff, putOff: false }, later)).toHaveLength(2);
  });

  test("on another day than was planned are only suggested, and are two where the first took place", () => {
    const planned = event("a", { planned: true, told: "2025-03-01" });
    const later = event("b", { date: "2025-03-14", told: "2025-03-15" });
    const { clusters, doubtful } = reconcileEvents([planned, later]);
    expect(clusters).toHaveLength(2);
    expect(doubtful).toMatchObject([{ one: "a", other: "b" }]);
    const others = [
      [{ ...planned, planned: false }, later],
      [planned, event("b", { date: "2025-06-14", told: "2025-06-15" })],
      [planned, { ...later, participants: new Set(["ada", "eve"]) }],
      [{ ...planned, told: ["2025-04-01", "2025-04-01"] }, later],
    ] satisfies EventTold[][];
    for (const two of others) expect(reconcileEvents(two).doubtful).toEqual([]);
  });

  test("come out the same in whatever order they come in, and never join what must stay apart", () => {
    const some = fc.record({
      title: fc.constantFrom("Meeting in Oslo", "Talks", "Summit of ministers", "Resignation"),
      date: fc.constantFrom(null, "2025-03-04", "2025-03", "2025-03-09", "2025-03-01/2025-03-05"),
      place: fc.constantFrom(null, "oslo", "rome"),
      who: fc.subarray(["ada", "bob", "eve"]),
      article: fc.constantFrom("x", "y", "z", "w"),
      told: fc.constantFrom("2025-03-05", "2025-06-05"),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (drafted, order) => {
        const events = drafted.map((draft, index) => event(`k${index}`, draft));
        const shuffled = events
          .map((one) => ({ one, at: order.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const reconciled = reconcileEvents(events);
        expect(reconcileEvents(shuffled)).toEqual(reconciled);
        for (const { members: keys } of reconciled.clusters) {
          const told = keys.map((key) => drafted[Number(key.slice(1))]?.article);
          expect(new Set(told).size).toBe(keys.length);
        }
      }),
    );
  });
});
