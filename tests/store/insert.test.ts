import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewRow } from "../../src/store/engine.ts";
import type { changeLog, webhook } from "../../src/store/schema/sqlite.ts";
import { runs } from "../support/runs.ts";
import { withStore } from "../support/store.ts";

type Entry = NewRow<typeof changeLog>;
type Webhook = NewRow<typeof webhook>;

const instant = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
const json = fc.dictionary(
  fc.constantFrom("a", "b"),
  fc.oneof(fc.boolean(), fc.string({ unit: "grapheme" }), fc.constant(null)),
  { noNullPrototype: true },
);
/** Null or given; what is not required may be left out as well. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    at: instant,
    action: fc.constantFrom("CREATED" as const, "UPDATED" as const),
    nodeType: fc.constant("EVENT"),
    nodeKey: fc.constantFrom("one", "o'ther", "–"),
    actor: maybe(fc.constantFrom("", "somebody")),
    before: maybe(json),
    after: maybe(json),
  },
  { requiredKeys: ["at", "action", "nodeType", "nodeKey"] },
);
const AT = new Date("2026-01-02T03:04:05.678Z");

/** So many rows that they are written in several statements, and rows are left for single ones. */
const entries = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.nat({ max: 130 }))
  .map(([some, count]) => Array.from({ length: count }, (_, index) => some[index % some.length] ?? some[0]))
  .map((rows) => rows.flatMap((row) => row ?? []));

test("rows are read as they were written, in their order, and what they leave out is null", async () => {
  await withStore(async ({ store }) => {
    let last = 0;
    await fc.assert(
      fc.asyncProperty(entries, async (rows) => {
        const found = await store.write(async (tx) => {
          await tx.insert(tx.tables.changeLog, rows);
          return tx.db.select().from(tx.tables.changeLog).orderBy(tx.tables.changeLog.position);
        });
        const read = found.filter(({ position }) => position > last);
        last = read.at(-1)?.position ?? last;
        const nothing = { actor: null, before: null, after: null };
        expect(read.map(({ position, ...row }) => row)).toEqual(rows.map((row) => ({ ...nothing, ...row })));
      }),
      { numRuns: runs(40) },
    );
  });
});

test("where one row cannot be written, none of the transaction is", async () => {
  const named = (key: string): Webhook => ({
    key,
    url: "https://example.org",
    secret: "",
    createdAt: AT,
    position: 0,
    failures: 0,
  });
  await withStore(async ({ store }) => {
    const keys = Array.from({ length: 40 }, (_, index) => `key ${index % 39}`);
    await expect(store.write(async (tx) => tx.insert(tx.tables.webhook, keys.map(named)))).rejects.toThrow();
    await store.write(async (tx) => tx.insert(tx.tables.webhook, keys.slice(1).map(named)));
    const read = await store.write(async (tx) => tx.db.select().from(tx.tables.webhook));
    expect(read.map(({ key }) => key).toSorted()).toEqual(keys.slice(1).toSorted());
    expect(read[0]).toMatchObject({ name: null, topicId: null, createdAt: AT, leasedUntil: null });
  });
});
