import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Readers } from "../../src/store/readers.ts";
import { runs } from "../support/runs.ts";
import { withStore } from "../support/store.ts";

const KINDS = ["agent", "place", "source"] as const;
type Kind = (typeof KINDS)[number];

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Which of two stores on one database writes, as two processes have. */
  by: fc.nat({ max: 1 }),
  isKept: fc.boolean(),
});

async function namesOf(readers: Readers): Promise<Record<Kind, string | undefined>> {
  const [[agent], [place], [source]] = await Promise.all([
    readers.agents.byId([1]),
    readers.places.byId([1]),
    readers.articles.sourcesById([1]),
  ]);
  return { agent: agent?.name, place: place?.name, source: source?.name };
}

test("a row that was read before is read as it was last written, by whomever, and as it was where that was given up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) =>
      withStore(async ({ store, url }) => {
        await store.write(async (tx) => {
          const named = { key: "named", slug: "named", name: "first" };
          await tx.insert(tx.tables.agent, [{ ...named, type: "PERSON" }]);
          await tx.insert(tx.tables.place, [named]);
          await tx.insert(tx.tables.source, [named]);
        });
        const other = await openStore(url);
        try {
          const written = { agent: "first", place: "first", source: "first" };
          for (const [index, { kind, by, isKept }] of steps.entries()) {
            const name = `name ${index}`;
            const writing = [store, other][by]?.write(async (tx, readers) => {
              const table = tx.tables[kind];
              await tx.db.update(table).set({ name }).where(eq(table.id, 1));
              expect(await namesOf(readers)).toEqual({ ...written, [kind]: name });
              for (const one of [store, other]) expect(await namesOf(one.forRequest())).toEqual(written);
              if (!isKept) throw new Error("given up");
            });
            if (isKept) await writing;
            else await expect(writing).rejects.toThrow("given up");
            if (isKept) written[kind] = name;
            for (const one of [store, other]) expect(await namesOf(one.forRequest())).toEqual(written);
          }
        } finally {
          await other.close();
        }
      }),
    ),
    { numRuns: runs(40) },
  );
});
