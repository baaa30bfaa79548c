import { decodeNodeId, type NodeId } from "../domain/node-id.ts";
import type { Context } from "./context.ts";
import { draftView, type NodeView } from "./views.ts";

/**
 * Finds what a global id names, as of the day that the id carries; null where it is not on record.
 *
 * @throws DatelineError INVALID_ID
 */
export async function findNode(id: string, context: Context): Promise<NodeView | null> {
  return findNamed(decodeNodeId(id), context);
}

/** The same for what an id says. */
export async function findNamed(
  { type, key, asOf }: NodeId,
  { load, find }: Context,
): Promise<NodeView | null> {
  switch (type) {
    case "Topic": {
      const record = await load.topicByKey.load(key);
      return record && { __typename: "Topic", record, asOf };
    }
    case "Person": {
      const record = await load.personByKey.load(key);
      return record && { __typename: "Person", record, asOf };
    }
    case "Organization": {
      const record = await load.organizationByKey.load(key);
      return record && { __typename: "Organization", record, asOf };
    }
    case "Place": {
      const record = await load.placeByKey.load(key);
      return record && { __typename: "Place", record, asOf };
    }
    case "Source": {
      const record = await load.sourceByKey.load(key);
      return record && { __typename: "Source", record, asOf };
    }
    case "Event": {
      const row = await load.eventByKey.load(key);
      return row && find.event(row.id, asOf);
    }
    case "StatusChange": {
      const row = await load.statusChangeByKey.load(key);
      return row && find.statusChange(row.id, asOf);
    }
    case "Quote": {
      const row = await load.quoteByKey.load(key);
      return row && find.quote(row.id, asOf);
    }
    case "Article": {
      const row = await load.articleByKey.load(key);
      return row && find.article(row.id, asOf);
    }
    case "Draft": {
      const row = await load.draftByKey.load(key);
      return row && draftView(row, asOf);
    }
    default:
      return null;
  }
}
