import { DatelineError } from "../domain/errors.ts";
import { COUNT_LIMIT } from "../store/timeline.ts";
import { type Connection, type PageArgs, pageRequest, readPage } from "./connection.ts";
import type { Turns } from "./turns.ts";

/** Where an item stands in a list that is ordered by a number, largest first, and then by slug. */
export interface ListPosition {
  /** How much of something the item has; the same for all where only the slug orders them. */
  readonly weight: number;
  readonly slug: string;
}

/** A list that is read forwards only. */
export interface OrderedList<Item> {
  readonly position: (item: Item) => ListPosition;
  /** Items after a position, in order. */
  readonly read: (after: ListPosition, limit: number) => PromiseLike<readonly Item[]> | readonly Item[];
}

const START: ListPosition = { weight: Number.MAX_SAFE_INTEGER, slug: "" };

/** A page of such a list. */
export function listPage<Item, Node>(
  turns: Turns,
  args: Pick<PageArgs, "first" | "after">,
  list: OrderedList<Item>,
  toNode: (item: Item) => Node,
): Promise<Connection<Node>> {
  return readPage(
    turns,
    pageRequest(args, decode),
    {
      async read({ after, before }, limit) {
        // `before` is asked only to learn whether anything precedes a page: the first item does, unless it is there.
        if (before === null) return list.read(after ?? START, limit);
        const first = await list.read(START, 1);
        return first.filter((item) => encode(list.position(item)) !== encode(before));
      },
      cursor: (item) => encode(list.position(item)),
      position: list.position,
      async total() {
        const found = (await list.read(START, COUNT_LIMIT + 1)).length;
        return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
      },
    },
    async (items) => items.map(toNode),
  );
}

function encode({ weight, slug }: ListPosition): string {
  return Buffer.from(JSON.stringify([weight, slug])).toString("base64url");
}

function decode(cursor: string): ListPosition {
  const position = parse(Buffer.from(cursor, "base64url").toString());
  if (position !== null && encode(position) === cursor) return position;
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of this connection; use endCursor of a page as it was given.`,
  );
}

function parse(text: string): ListPosition | null {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [weight, slug] = parts;
    return Number.isSafeInteger(weight) && weight >= 0 && typeof slug === "string" ? { weight, slug } : null;
  } catch {
    return null;
  }
}
