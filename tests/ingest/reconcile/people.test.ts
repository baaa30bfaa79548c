import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PersonTold, reconcilePeople } from "../../../src/ingest/reconcile/people.ts";

function person(key: string, name: string, more: Partial<PersonTold> = {}): PersonTold {
  return { key, name, aliases: [], roles: [], topics: ["story"], onRecord: false, ...more };
}

const together = (...people: PersonTold[]) =>
  reconcilePeople(people).clusters.map(({ members }) => members.join("+"));

describe("people of several articles", () => {
  test.each([
    ["letter case, accents and hyphens", "Kim Jong-un", "KIM JONG UN"],
    ["an initial for a given name", "Ada Lovelace", "A. Lovelace"],
    ["a middle name left out", "Ann Mary Example", "Ann Example"],
    ["a short form of the given name", "William Sample", "Bill Sample"],
    ["another spelling of the surname", "Viktor Ivanovich", "Viktor Ivanovych"],
    ["a title of descent", "Martin Example Jr.", "Martin Example"],
    ["a surname alone in the same topic", "Maria Testova", "Testova"],
  ])("are one by %s", (_why, one, other) => {
    expect(together(person("a", one), person("b", other))).toEqual(["a+b"]);
    expect(together(person("a", other), person("b", one))).toEqual(["a+b"]);
  });

  test.each([
    ["another given name", "Ada Lovelace", "Ann Lovelace"],
    ["another surname", "Ada Lovelace", "Ada Byron"],
    ["a surname that only sounds alike", "Maria Tester", "Testova"],
  ])("are two by %s", (_why, one, other) => {
    expect(together(person("a", one), person("b", other))).toEqual(["a", "b"]);
  });

  test("stay apart, and doubtful, where two bear a surname", () => {
    const { clusters, doubtful } = reconcilePeople([
      person("a", "Ada Example"),
      person("b", "Bob Example"),
      person("c", "Example"),
    ]);
    expect(clusters.map(({ members }) => members)).toEqual([["a"], ["b"], ["c"]]);
    expect(doubtful.map(({ one, other }) => `${one}-${other}`)).toEqual(["a-c", "b-c"]);
    const role = { title: "Mayor", organization: null };
    const withRole = reconcilePeople([
      person("a", "Ada Example", { roles: [role] }),
      person("b", "Bob Example"),
      person("c", "Example", { roles: [role] }),
    ]);
    expect(withRole.clusters.map(({ members }) => members)).toEqual([["a", "c"], ["b"]]);
  });

  test("with a surname alone are whoever bears it in their topic", () => {
    const people = [
      person("a", "Ada Example", { topics: ["one"] }),
      person("b", "Bob Example", { topics: ["two"] }),
      person("c", "Example", { topics: ["two"] }),
    ];
    expect(together(...people)).toEqual(["a", "b+c"]);
  });

  test("that an editor keeps apart are never one, whatever their names", () => {
    const known = { onRecord: true };
    expect(together(person("a", "Ada Example", known), person("b", "Ada Example", known))).toEqual([
      "a",
      "b",
    ]);
    const { clusters, doubtful } = reconcilePeople([
      person("a", "Ada Example", known),
      person("b", "Ada Example", known),
      person("c", "Ada Example"),
    ]);
    expect(clusters).toHaveLength(3);
    expect(doubtful.map(({ one, other }) => `${one}-${other}`)).toEqual(["a-c", "b-c"]);
  });

  test("say why they were brought together", () => {
    const [cluster] = reconcilePeople([person("a", "Ada Example"), person("b", "Example")]).clusters;
    expect(cluster?.joins).toEqual([
      { one: "a", other: "b", score: 0.92, reason: "the only one of that surname in the topic" },
    ]);
  });

  test("come out the same in whatever order they come in", () => {
    const names = [
      "Ada Example",
      "A. Example",
      "Example",
      "Bob Example",
      "Robert Example",
      "Ada Byron",
      "Byron",
    ];
    const one = fc.record({
      name: fc.constantFrom(...names),
      topics: fc.subarray(["one", "two"], { minLength: 1 }),
      onRecord: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (drafted, order) => {
        const people = drafted.map((draft, index) => person(`k${index}`, draft.name, draft));
        const shuffled = people
          .map((draft) => ({ draft, at: order.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ draft }) => draft);
        expect(reconcilePeople(shuffled)).toEqual(reconcilePeople(people));
      }),
    );
  });
});
