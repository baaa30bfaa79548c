import { and, eq } from "drizzle-orm";
import { nameOfRow } from "../../store/reference-homes.ts";
import { Homes } from "./homes.ts";
import type { Settling } from "./settling.ts";

/**
 * Gives events that others were merged into the topics of these, and takes away what they had by merges that no longer hold. A
 * topic that an event has of its own it keeps; that it has one by a merge alone is noted where homes are.
 */
export async function settleTopics({ tx, roots, members, journal, node }: Settling): Promise<void> {
  const { eventTopic } = tx.tables;
  const rows = await tx.db
    .select()
    .from(eventTopic)
    .where(tx.oneOf(eventTopic.eventId, [...members]));
  const homes = await Homes.of(tx, "eventTopic");
  const nameOf = (eventId: number, topicId: number) => nameOfRow("eventTopic", { eventId, topicId });
  const isOwn = (eventId: number, topicId: number) => !homes.has(nameOf(eventId, topicId), "eventId");
  const wanted = new Map<string, { eventId: number; topicId: number }>();
  for (const { eventId, topicId } of rows) {
    if (!isOwn(eventId, topicId)) continue;
    const root = roots.event.get(eventId) ?? eventId;
    wanted.set(nameOf(root, topicId), { eventId: root, topicId });
  }
  const there = new Set(rows.map((row) => nameOf(row.eventId, row.topicId)));
  for (const row of rows) {
    const name = nameOf(row.eventId, row.topicId);
    if (isOwn(row.eventId, row.topicId) || wanted.has(name)) continue;
    const same = and(eq(eventTopic.eventId, row.eventId), eq(eventTopic.topicId, row.topicId));
    await tx.db.delete(eventTopic).where(same);
    await homes.set(name, "eventId", row.eventId, row.eventId);
    journal.note(node, { table: "event_topic", before: row, after: null, isNode: false });
  }
  for (const [name, row] of wanted) {
    if (there.has(name)) continue;
    await tx.db.insert(eventTopic).values(row);
    await homes.set(name, "eventId", null, row.eventId);
    journal.note(node, { table: "event_topic", before: null, after: row, isNode: false });
  }
}
