import { DatelineError } from "../domain/errors.ts";
import { COUNT_LIMIT } from "../store/timeline.ts";
import { type Connection, type PageArgs, pageRequest, readPage } from "./connection.ts";

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
  args: Pick<PageArgs, "first" | "after">,
  list: OrderedList<Item>,
  toNode: (item: Item) => Node,
): Promise<Connection<Node>> {
  const cursor = (position: ListPosition) =>
    Buffer.from(JSON.stringify([position.weight, position.slug])).toString("base64url");
  return readPage(
    pageRequest(args, decode),
    {
      async read({ after, before }, limit) {
        // `before` is asked only to learn whether anything precedes a page: the first item does, unless it is there.
        if (before === null) return list.read(after ?? START, limit);
        const first = await list.read(START, 1);
        return first.filter((item) => cursor(list.position(item)) !== cursor(before));
      },
      cursor: (item) => cursor(list.position(item)),
      position: list.position,
      async total() {
        const found = (await list.read(START, COUNT_LIMIT + 1)).length;
        return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
      },
    },
    async (items) => items.map(toNode),
  );
}

function decode(cursor: string): ListPosition {
  const match = /^\[(\d{1,16}),("(?:[^"\\]|\\.)*")\]$/su.exec(Buffer.from(cursor, "base64url").toString());
  const slug: unknown = match?.[2] === undefined ? null : JSON.parse(match[2]);
  if (typeof slug === "string") return { weight: Number(match?.[1]), slug };
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of this connection; use endCursor of a page as it was given.`,
  );
}
