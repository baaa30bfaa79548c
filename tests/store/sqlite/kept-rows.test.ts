import fc from "fast-check";
import { expect, test } from "vitest";
import { keepRows } from "../../../src/store/kept-rows.ts";
import { runs } from "../../support/runs.ts";

/** Rows whose words are the number of the state in which they were read. */
interface Row {
  readonly id: number;
  readonly state: number;
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
/** A write, or a read that takes so many steps, at each of which others may have their turn. */
const step = fc.oneof(
  fc.constant({ kind: "WRITE" as const }),
  fc.record({ kind: fc.constant("READ" as const), ids, steps: fc.integer({ min: 0, max: 3 }) }),
);

test("whatever is read and written in whatever order, no row is older than the reading of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let state = 0;
      let takes = 0;
      const read = keepRows(() => String(state))((asked): readonly Row[] | Promise<readonly Row[]> => {
        const rows = asked.map((id) => ({ id, state }));
        const wait = async (left: number): Promise<readonly Row[]> => (left === 0 ? rows : wait(left - 1));
        return takes === 0 ? rows : wait(takes);
      });
      const running: Promise<void>[] = [];
      for (const one of steps) {
        if (one.kind === "WRITE") state += 1;
        else {
          takes = one.steps;
          const began = state;
          const found = read(one.ids);
          const check = (rows: readonly Row[]) => {
            expect(rows.map((row) => row.id).sort()).toEqual([...one.ids].sort());
            for (const row of rows) expect(row.state).toBeGreaterThanOrEqual(began);
          };
          if (found instanceof Promise) running.push(found.then(check));
          else check(found);
        }
        await Promise.resolve();
      }
      await Promise.all(running);
    }),
    { numRuns: runs(300) },
  );
});

test("a row is read once while nothing is written", () => {
  let state = "first";
  const asked: number[][] = [];
  const read = keepRows(() => state)((wanted) => {
    asked.push([...wanted]);
    return wanted.map((id) => ({ id }));
  });
  for (const wanted of [[1, 2], [2], [2, 3], []]) expect(read(wanted)).toHaveLength(wanted.length);
  expect(asked).toEqual([[1, 2], [3]]);
  state = "second";
  read([1]);
  expect(asked).toEqual([[1, 2], [3], [1]]);
});
