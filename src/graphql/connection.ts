import { DatelineError } from "../domain/errors.ts";
import type { Total } from "./builder.ts";
import type { Turns } from "./turns.ts";

/** Entries of a page where the client does not say. */
export const DEFAULT_PAGE = 20;
/** Entries of a page at most. */
export const LARGEST_PAGE = 100;

/** The arguments of a connection, as a client gave them. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** What page is asked for. */
export interface PageRequest<Position> {
  readonly size: number;
  readonly after: Position | null;
  readonly before: Position | null;
  /** Whether the last entries are asked for, not the first. */
  readonly backwards: boolean;
}

/**
 * Checks the arguments of a connection (Relay cursor connections, section 4).
 *
 * @throws DatelineError INVALID_PAGE, or what `decode` throws for a cursor that is not ours
 */
export function pageRequest<Position>(
  args: PageArgs,
  decode: (cursor: string) => Position,
): PageRequest<Position> {
  const { first, last, after, before } = args;
  if (isGiven(first) && isGiven(last)) {
    throw new DatelineError("INVALID_PAGE", "Give `first` or `last`, not both.");
  }
  for (const [name, size] of Object.entries({ first, last })) {
    if (isGiven(size) && (size < 1 || size > LARGEST_PAGE)) {
      throw new DatelineError("INVALID_PAGE", `\`${name}\` is ${size}; it may be 1 to ${LARGEST_PAGE}.`);
    }
  }
  return {
    size: first ?? last ?? DEFAULT_PAGE,
    after: isGiven(after) ? decode(after) : null,
    before: isGiven(before) ? decode(before) : null,
    backwards: isGiven(last),
  };
}

/** How a connection is read. */
export interface PageSource<Item, Position> {
  /** At most `limit` items between the two positions: the first ones in order, or the last ones in reverse. */
  read(request: PageRequest<Position>, limit: number): Promise<readonly Item[]>;
  cursor(item: Item): string;
  position(item: Item): Position;
  total(): Promise<Total>;
}

/** A page of a connection. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly total: () => Promise<Total>;
}

/**
 * Reads a page: one item more than it holds tells whether there is more in the direction of reading; whether there is
 * something on the other side is looked up only where a cursor says where that side begins.
 */
export async function readPage<Item, Position, Node>(
  { take }: Turns,
  request: PageRequest<Position>,
  source: PageSource<Item, Position>,
  toNodes: (items: readonly Item[]) => Promise<readonly (Node | null)[]>,
): Promise<Connection<Node>> {
  const { size, backwards } = request;
  const found = await take(() => source.read(request, size + 1));
  const items = found.slice(0, size);
  if (backwards) items.reverse();
  const more = found.length > size;
  const behind = await hasItemsBehind(request, source, items);
  const nodes = await toNodes(items);
  const edges = items.flatMap((item, index) => {
    const node = nodes[index];
    return node === null || node === undefined ? [] : [{ cursor: source.cursor(item), node }];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? behind : more,
      hasPreviousPage: backwards ? more : behind,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    total: () => take(() => source.total()),
  };
}

/** Whether anything stands on the side that the page was not read towards. */
async function hasItemsBehind<Item, Position>(
  request: PageRequest<Position>,
  source: PageSource<Item, Position>,
  items: readonly Item[],
): Promise<boolean> {
  const { backwards, after, before } = request;
  if ((backwards ? before : after) === null) return false;
  const edge = backwards ? items.at(-1) : items.at(0);
  // Behind an empty page lies all that is not ahead of it: nothing stands between the two cursors.
  const ahead = backwards ? after : before;
  const position = edge === undefined ? ahead : source.position(edge);
  const beyond = backwards
    ? { size: 1, after: position, before: null, backwards: false }
    : { size: 1, after: null, before: position, backwards: true };
  return (await source.read(beyond, 1)).length > 0;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
