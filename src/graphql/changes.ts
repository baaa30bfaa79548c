import { decodeChangeCursor, encodeChangeCursor } from "../domain/change-cursor.ts";
import { encodeNodeId } from "../domain/node-id.ts";
import type { LoggedChange } from "../store/changes.ts";
import { type Connection, type PageArgs, pageRequest, readPage } from "./connection.ts";
import type { Context } from "./context.ts";
import type { Loaders } from "./loaders.ts";
import { findNamed } from "./nodes.ts";
import { type NodeView, reportedParts } from "./views.ts";

/** An entry of the change log with what it is about, as that is now: null where that was taken off the record. */
export interface ChangeView extends LoggedChange {
  readonly cursor: string;
  readonly nodeId: string;
  readonly node: NodeView | null;
}

/** Entries read at once, to find those that are public. */
const ENTRIES_AT_ONCE = 100;

/**
 * What entries of the log are about; null for those about what no reader can see: an event or a quote that no report
 * supports, or that is no longer on record. That it was taken off the record is told, so that nobody goes on showing it.
 */
export function changeViews(
  entries: readonly LoggedChange[],
  context: Context,
): Promise<(ChangeView | null)[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const name = { type: entry.nodeType, key: entry.nodeKey, asOf: null };
      const node = await findNamed(name, context);
      if (node === null && entry.action !== "REMOVED") return null;
      return { ...entry, cursor: encodeChangeCursor(entry.position), nodeId: encodeNodeId(name), node };
    }),
  );
}

/** A page of the changes after a cursor, or after none. */
export function changePage(
  { since, ...args }: Pick<PageArgs, "first" | "last"> & { readonly since?: string | null | undefined },
  context: Context,
): Promise<Connection<ChangeView>> {
  const { changes } = context.readers;
  const start = since === null || since === undefined ? 0 : decodeChangeCursor(since);
  return readPage<ChangeView, number, ChangeView>(
    context.turns,
    pageRequest(args, decodeChangeCursor),
    {
      async read({ after, before, backwards }, limit) {
        const found: ChangeView[] = [];
        for (let [from, to] = [after ?? start, before ?? Number.MAX_SAFE_INTEGER]; found.length < limit; ) {
          const entries = backwards
            ? await changes.before(to, from, ENTRIES_AT_ONCE)
            : await changes.after(from, ENTRIES_AT_ONCE);
          const views = await context.turns.take(() => changeViews(entries, context));
          found.push(...views.filter((view) => view !== null));
          const last = entries.at(-1);
          if (last === undefined || entries.length < ENTRIES_AT_ONCE) break;
          if (backwards) to = last.position;
          else from = last.position;
        }
        return found.slice(0, limit);
      },
      cursor: (change) => change.cursor,
      position: (change) => change.position,
      total: () => changes.count(start),
    },
    async (items) => items,
  );
}

/** The topics that a change concerns, by row number. */
export async function topicsOf(change: ChangeView, { load }: Context): Promise<number[]> {
  const { node } = change;
  if (node === null) {
    const { eventId, quoteId } = await rowOf(change, load);
    if (eventId !== null) return (await load.eventTopics.load(eventId)).map((row) => row.topicId);
    return quoteId === null ? [] : (await load.quoteTopics.load(quoteId)).map((row) => row.topicId);
  }
  switch (node.__typename) {
    case "Topic":
      return [node.record.id];
    case "Event":
      return (await load.eventTopics.load(node.record.id)).map((row) => row.topicId);
    case "StatusChange":
      return (await load.eventTopics.load(node.event.record.id)).map((row) => row.topicId);
    case "Quote":
      return (await load.quoteTopics.load(node.record.id)).map((row) => row.topicId);
    case "Article":
      return (await load.articleTopics.load(node.record.id)).map((row) => row.topicId);
    default:
      return [];
  }
}

/** The people and organizations that a change concerns: who takes part, speaks or writes, by row number. */
export async function agentsOf(change: ChangeView, { load }: Context): Promise<number[]> {
  const { node } = change;
  if (node === null) {
    const { eventId, quoteId } = await rowOf(change, load);
    const event = eventId === null ? null : await load.event.load(eventId);
    const quote = quoteId === null ? null : await load.quote.load(quoteId);
    return [...(event?.participations ?? []).map((part) => part.agentId), quote?.speakerId ?? []].flat();
  }
  switch (node.__typename) {
    case "Person":
    case "Organization":
      return [node.record.id];
    case "Event":
      return reportedParts(node.record.participations, null).map((part) => part.agentId);
    case "StatusChange":
      return reportedParts(node.event.record.participations, null).map((part) => part.agentId);
    case "Quote":
      return node.record.speakerId === null ? [] : [node.record.speakerId];
    case "Article":
      return (await load.authors.load(node.record.id)).map((row) => row.agentId);
    default:
      return [];
  }
}

/** The row of an event or a quote that was taken off the record, or of the event whose step was. */
async function rowOf({ nodeType, nodeKey }: LoggedChange, load: Loaders) {
  const event = nodeType === "Event" ? await load.eventByKey.load(nodeKey) : null;
  const step = nodeType === "StatusChange" ? await load.statusChangeByKey.load(nodeKey) : null;
  const quote = nodeType === "Quote" ? await load.quoteByKey.load(nodeKey) : null;
  return { eventId: event?.id ?? step?.eventId ?? null, quoteId: quote?.id ?? null };
}
