import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { standing } from "../../store/standing.ts";

/**
 * Drafts with the keys of what they are by now: what a draft of a person or an event became, an editor may have merged into
 * another since.
 */
export async function withStandingFacts(
  { agents, events }: Readers,
  drafts: readonly Draft[],
): Promise<Draft[]> {
  const keysOf = (kind: Draft["kind"]) => [
    ...new Set(drafts.flatMap((draft) => (draft.kind === kind ? (draft.factKey ?? []) : []))),
  ];
  const people = mergedOf(await standing(agents.byKey("PERSON", keysOf("PERSON")), agents.byId));
  const told = mergedOf(await standing(events.byKey(keysOf("EVENT")), events.byId));
  if (people.size + told.size === 0) return [...drafts];
  return drafts.map((draft) => {
    const { kind, factKey } = draft;
    if (factKey === null || kind === "QUOTE") return draft;
    return { ...draft, factKey: (kind === "PERSON" ? people : told).get(factKey) ?? factKey };
  });
}

interface Keyed {
  readonly key: string;
}

/** The keys of what stands now, by those of what was merged into it. */
function mergedOf(
  rows: readonly { readonly asked: Keyed; readonly row: Keyed }[],
): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ asked, row }) => (asked.key === row.key ? [] : [[asked.key, row.key] as const])),
  );
}
