import { eq } from "drizzle-orm";
import { DatelineError } from "../../src/domain/errors.ts";
import { Journal } from "../../src/store/change-log.ts";
import type { Engine } from "../../src/store/engine.ts";
import { openStore } from "../../src/store/open.ts";

// Writes so many new topics (topic-0, topic-1, …), each with its entry in the change log, a few in each transaction, and waits a little in between.

/** Writes, and tries again while the database does not answer. */
async function again(work: (tx: Engine) => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await store.write(work);
    } catch (error) {
      if (!(error instanceof DatelineError && error.code === "UNAVAILABLE")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const [, , url = "", first = "0", count = "0"] = process.argv;
const store = await openStore(url);
const end = Number(first) + Number(count);
for (let next = Number(first); next < end; ) {
  const size = Math.min(1 + (next % 7), end - next);
  await again(async (tx) => {
    // The commit before may have been done though nobody could say so.
    if (
      (
        await tx.db
          .select()
          .from(tx.tables.topic)
          .where(eq(tx.tables.topic.key, `topic-${next}`))
      ).length > 0
    )
      return;
    const journal = new Journal({ at: new Date(), actor: "secret@example.org" });
    for (let index = next; index < next + size; index++) {
      const after = { key: `topic-${index}`, slug: `topic-${index}`, title: `Topic ${index}` };
      await tx.db.insert(tx.tables.topic).values(after);
      journal.note({ type: "Topic", key: after.key }, { table: "topic", before: null, after, isNode: true });
    }
    await journal.append(tx);
  });
  next += size;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await store.close();
