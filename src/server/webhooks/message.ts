import { encodeChangeCursor } from "../../domain/change-cursor.ts";
import { type ChangeView, changeViews, topicsOf } from "../../graphql/changes.ts";
import { type Context, createContext } from "../../graphql/context.ts";
import type { Store } from "../../store/open.ts";
import type { Webhook } from "../../store/webhooks.ts";

/** Entries of the change log that a message covers, at most. */
const ENTRIES_AT_ONCE = 100;

/** What a stretch of the change log has to tell somebody. */
export interface Stretch {
  /** The position of its last entry. */
  readonly end: number;
  /** Null where nothing in it concerns them. */
  readonly message: Message | null;
}

/** What is posted. */
export interface Message {
  /** The same each time it is tried, so that receivers know it again. */
  readonly id: string;
  readonly body: string;
  readonly changes: number;
}

/**
 * The next stretch of the change log after what a webhook has been told: that of the message it has not taken yet, else what
 * there is by now; null for nothing. What can be told is what `Query.changes` answers.
 */
export async function nextStretch(store: Store, webhook: Webhook, now: () => Date): Promise<Stretch | null> {
  const { position, messageEnd } = webhook;
  // A replica may not know yet what is to be told.
  const source = { forRequest: store.latest, latest: store.latest, watch: store.watch };
  const context = createContext(source, now);
  const found = await context.readers.changes.after(position, ENTRIES_AT_ONCE);
  const entries = messageEnd === null ? found : found.filter((entry) => entry.position <= messageEnd);
  const end = entries.at(-1)?.position;
  if (end === undefined) return null;
  const views = (await changeViews(entries, context)).filter((view) => view !== null);
  const concerned = await Promise.all(views.map((view) => concerns(view, webhook, context)));
  const told = views.filter((_, index) => concerned[index]);
  return { end, message: told.length === 0 ? null : message(webhook, told, end) };
}

async function concerns(change: ChangeView, { topicId }: Webhook, context: Context): Promise<boolean> {
  return topicId === null || (await topicsOf(change, context)).includes(topicId);
}

function message({ key, position }: Webhook, changes: readonly ChangeView[], end: number): Message {
  const body = {
    type: "changes",
    timestamp: changes.at(-1)?.at.toISOString(),
    data: {
      cursor: encodeChangeCursor(end),
      changes: changes.map((change) => ({
        cursor: change.cursor,
        at: change.at.toISOString(),
        action: change.action,
        type: change.node?.__typename ?? change.nodeType,
        nodeId: change.nodeId,
      })),
    },
  };
  return { id: `${key}.${position}-${end}`, body: JSON.stringify(body), changes: changes.length };
}
