import type { FactColumns } from "../ingest/apply/evidence.ts";
import type { LoggedNode } from "../store/change-log.ts";
import type { Readers } from "../store/readers.ts";
import { standing } from "../store/standing.ts";
import type { NodeInput } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";

/** A fact on record: the columns by which evidence names it, its row, and where the log has it. */
export interface Fact {
  readonly columns: FactColumns;
  readonly id: number;
  readonly node: LoggedNode;
}

/** Kinds of facts, by the types of their ids. */
const FACT_TYPES = ["Event", "StatusChange", "Quote", "Role", "Participation", "EventRelation"] as const;

/**
 * Finds a fact by its id, whatever supports it.
 *
 * @param path where in the input the id stands
 * @throws InvalidInput where there is none such
 */
export async function factNamed(
  readers: Readers,
  { type, key }: NodeInput,
  ...path: string[]
): Promise<Fact> {
  const fact = await findFact(readers, type, key);
  if (fact !== null) return fact;
  const known = FACT_TYPES.some((one) => one === type);
  return refuseInput(
    known
      ? "There is no such fact on record."
      : `A ${type} is no fact: give the id of an event, a change of its status, a quote, a role, a participation or a relation.`,
    ...path,
  );
}

async function findFact(readers: Readers, type: string, key: string): Promise<Fact | null> {
  switch (type) {
    case "Event": {
      const [one] = await standing(readers.events.byKey([key]), readers.events.byId);
      const { id, key: own } = one?.row ?? { id: 0, key: "" };
      return one ? { columns: { eventId: id }, id, node: { type, key: own } } : null;
    }
    case "StatusChange": {
      const [row] = await readers.events.changesByKey([key]);
      return row
        ? { columns: { eventId: row.eventId, changeId: row.id }, id: row.id, node: { type, key } }
        : null;
    }
    case "Quote": {
      const [row] = await readers.quotes.byKey([key]);
      return row ? { columns: { quoteId: row.id }, id: row.id, node: { type, key } } : null;
    }
    case "Role":
      return findRole(readers, key);
    case "Participation":
    case "EventRelation":
      return findPart(readers, type, key);
    default:
      return null;
  }
}

async function findRole(readers: Readers, key: string): Promise<Fact | null> {
  const [role] = await readers.agents.rolesByKey([key]);
  const [holder] = role ? await readers.agents.byId([role.agentId]) : [];
  if (!role || !holder) return null;
  return { columns: { roleId: role.id }, id: role.id, node: { type: "Person", key: holder.key } };
}

/** Ids of an event's parts are the event's key and what tells the part from its others, with slashes between. */
async function findPart(
  readers: Readers,
  type: "Participation" | "EventRelation",
  key: string,
): Promise<Fact | null> {
  for (let slash = key.indexOf("/"); slash >= 0; slash = key.indexOf("/", slash + 1)) {
    const eventKey = key.slice(0, slash);
    const [row] = await readers.events.byKey([eventKey]);
    const [record] = row ? await readers.events.records([row.id]) : [];
    if (!record) continue;
    const rest = key.slice(slash + 1);
    const node = { type: "Event" as const, key: eventKey };
    if (type === "EventRelation") {
      const others = await readers.events.byId(record.relations.map((one) => one.otherId));
      const keys = new Map(others.map((one) => [one.id, one.key]));
      const part = record.relations.find((one) => [one.kind, keys.get(one.otherId)].join("/") === rest);
      if (part) return { columns: { eventId: record.id, relationId: part.id }, id: part.id, node };
      continue;
    }
    const agents = new Map(
      (await readers.agents.byId(record.participations.map((one) => one.agentId))).map((one) => [
        one.id,
        one,
      ]),
    );
    const part = record.participations.find(({ agentId, role }) => {
      const agent = agents.get(agentId);
      return [agent?.type, agent?.key, role].join("/") === rest;
    });
    if (part) return { columns: { eventId: record.id, participationId: part.id }, id: part.id, node };
  }
  return null;
}
