import type { LoggedNode } from "../../store/change-log.ts";
import type { Application } from "./application.ts";

/** A fact that has evidence in an article, as the change log names it. */
export interface FactNode {
  readonly node: LoggedNode;
  /** Null where the article is cited as a whole. */
  readonly passageId: number | null;
}

/** What has evidence in an article, one entry a piece of evidence; parts of an event as the event, roles as their person. */
export async function factNodes(
  { tx, readers }: Pick<Application, "tx" | "readers">,
  articleId: number,
): Promise<FactNode[]> {
  const { statusChange, event, quote, agent } = tx.tables;
  const evidence = await readers.evidence.ofArticles([articleId]);
  const keysOf = async (table: typeof statusChange | typeof event | typeof quote, ids: (number | null)[]) => {
    const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
    const found = await tx.db
      .select({ id: table.id, key: table.key })
      .from(table)
      .where(tx.oneOf(table.id, wanted));
    return new Map(found.map((row) => [row.id, row.key]));
  };
  const changes = await keysOf(
    statusChange,
    evidence.map((one) => one.changeId),
  );
  const events = await keysOf(
    event,
    evidence.map((one) => one.eventId),
  );
  const quotes = await keysOf(
    quote,
    evidence.map((one) => one.quoteId),
  );
  const roles = await readers.agents.rolesById(evidence.flatMap((one) => one.roleId ?? []));
  const holders = await tx.db
    .select({ id: agent.id, key: agent.key })
    .from(agent)
    .where(
      tx.oneOf(
        agent.id,
        roles.map((one) => one.agentId),
      ),
    );
  const keys = new Map(holders.map((row) => [row.id, row.key]));
  const people = new Map(roles.map((one) => [one.id, keys.get(one.agentId)]));
  return evidence.flatMap(({ passageId, changeId, eventId, quoteId, roleId }) => {
    const named = [
      { type: "StatusChange" as const, key: changes.get(changeId ?? 0) },
      { type: "Event" as const, key: changeId === null ? events.get(eventId ?? 0) : undefined },
      { type: "Quote" as const, key: quotes.get(quoteId ?? 0) },
      { type: "Person" as const, key: people.get(roleId ?? 0) },
    ];
    return named.flatMap(({ type, key }) => (key === undefined ? [] : { node: { type, key }, passageId }));
  });
}
