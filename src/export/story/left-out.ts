import type { Readers } from "../../store/readers.ts";
import type { Scope } from "./names.ts";

/** Facts that were withdrawn, by row number: they are in no document. */
export interface LeftOut {
  readonly events: ReadonlySet<number>;
  readonly changes: ReadonlySet<number>;
  readonly participations: ReadonlySet<number>;
  readonly relations: ReadonlySet<number>;
  readonly quotes: ReadonlySet<number>;
  readonly roles: ReadonlySet<number>;
}

/** Reads what was withdrawn and not let hold again. */
export async function leftOut({ withdrawals }: Readers): Promise<LeftOut> {
  const rows = await withdrawals.holding();
  const of = (name: "changeId" | "participationId" | "relationId" | "quoteId" | "roleId") =>
    new Set(rows.flatMap((row) => row[name] ?? []));
  const isWhole = (row: (typeof rows)[number]) =>
    row.changeId === null && row.participationId === null && row.relationId === null;
  return {
    events: new Set(rows.flatMap((row) => (isWhole(row) ? (row.eventId ?? []) : []))),
    changes: of("changeId"),
    participations: of("participationId"),
    relations: of("relationId"),
    quotes: of("quoteId"),
    roles: of("roleId"),
  };
}

/** A scope without what was withdrawn. */
export function without(scope: Scope, { events, quotes }: LeftOut): Scope {
  return {
    ...scope,
    event: scope.event.filter(({ id }) => !events.has(id)),
    quote: scope.quote.filter(({ id }) => !quotes.has(id)),
  };
}
