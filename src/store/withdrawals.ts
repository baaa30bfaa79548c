import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** That an editor took a fact back. */
export type Withdrawal = Tables["withdrawal"]["$inferSelect"];

/** Reads what was withdrawn and not let hold again since. */
export function withdrawalReaders({ db, tables, among, parameter, prepare }: Engine) {
  const { withdrawal, eventTopic, quoteTopic } = tables;
  const holds = isNull(withdrawal.liftedAt);
  const byKey = prepare(db.select().from(withdrawal).where(among(withdrawal.key, "values")));
  const ofTopic = prepare(
    db
      .selectDistinct({ withdrawal })
      .from(withdrawal)
      .leftJoin(eventTopic, eq(eventTopic.eventId, withdrawal.eventId))
      .leftJoin(quoteTopic, eq(quoteTopic.quoteId, withdrawal.quoteId))
      .where(
        and(
          holds,
          or(eq(eventTopic.topicId, parameter("topicId")), eq(quoteTopic.topicId, parameter("topicId"))),
        ),
      )
      .orderBy(desc(withdrawal.at), desc(withdrawal.id))
      .limit(parameter("limit")),
  );
  const ofEvents = prepare(
    db
      .select()
      .from(withdrawal)
      .where(and(holds, among(withdrawal.eventId, "values")))
      .orderBy(desc(withdrawal.at), desc(withdrawal.id)),
  );
  const latest = prepare(
    db
      .select()
      .from(withdrawal)
      .where(holds)
      .orderBy(desc(withdrawal.at), desc(withdrawal.id))
      .limit(parameter("limit")),
  );
  const all = prepare(db.select().from(withdrawal).where(holds).orderBy(withdrawal.id));
  return {
    /** All of them. */
    holding: () => all(),
    /** Those that were withdrawn last, latest first. */
    latest: (limit: number) => latest({ limit }),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    /** The latest of a topic: of its events, their parts and its quotes. */
    async ofTopic(topicId: number, limit: number): Promise<Withdrawal[]> {
      return (await ofTopic({ topicId, limit })).map((row) => row.withdrawal);
    },
    /** Those of events and their parts, latest first. */
    ofEvents: (ids: readonly number[]) => ofEvents({ values: ids }),
  };
}
