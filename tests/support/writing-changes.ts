import { Journal } from "../../src/store/change-log.ts";
import { openStore } from "../../src/store/open.ts";

// Writes so many new topics (topic-0, topic-1, …), each with its entry in the change log, a few in each transaction, and waits a little in between.

const [, , url = "", first = "0", count = "0"] = process.argv;
const store = await openStore(url);
const end = Number(first) + Number(count);
for (let next = Number(first); next < end; ) {
  const size = Math.min(1 + (next % 7), end - next);
  await store.write(async (tx) => {
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
