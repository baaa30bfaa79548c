import type { AgentRef, StoryEvidence } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { EventRecord } from "../../store/events.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import type { Readers } from "../../store/readers.ts";
import type { Identity } from "../reconcile/identify.ts";

/** An event on record of which drafts tell. */
export interface KnownEvent {
  readonly record: EventRecord<FullEvidence>;
  readonly place: { readonly key: string; readonly slug: string; readonly name: string } | undefined;
  /** Who says, by the record, what a draft became that was accepted before. */
  claimOf(draft: Draft): Pick<StoryEvidence, "claimedBy" | "claimantAsWritten">;
}

/** Reads the events on record that drafts tell of. */
export async function eventsOnRecord(
  { events, places, agents }: Readers,
  identities: readonly Pick<Identity, "known">[],
): Promise<(identity: Pick<Identity, "known">) => KnownEvent | undefined> {
  const rows = await events.byKey(identities.flatMap(({ known }) => known ?? []));
  const records = await events.recordsInFull(rows.map(({ id }) => id));
  const placeRows = await places.byId(records.flatMap(({ placeId }) => placeId ?? []));
  const placesById = new Map(placeRows.map((place) => [place.id, place]));
  const claimants = records.flatMap(({ evidence }) => evidence.flatMap(({ claimedBy }) => claimedBy));
  const refs = new Map(
    (await agents.byId([...new Set(claimants)])).map(({ id, type, slug }): [number, AgentRef] => [
      id,
      type === "PERSON" ? { person: slug } : { organization: slug },
    ]),
  );
  const byKey = new Map(
    records.map((record): [string, KnownEvent] => [
      record.key,
      {
        record,
        place: placesById.get(record.placeId ?? 0),
        claimOf({ articleId, method }) {
          const own = record.evidence.find((one) => one.articleId === articleId && one.method === method);
          return {
            claimedBy: (own?.claimedBy ?? []).flatMap((id) => refs.get(id) ?? []),
            claimantAsWritten: own?.claimantAsWritten ?? undefined,
          };
        },
      },
    ]),
  );
  return ({ known }) => byKey.get(known ?? "");
}
