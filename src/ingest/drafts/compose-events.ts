import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { groupBy } from "../../domain/group-by.ts";
import { slugOf } from "../../domain/slug.ts";
import type { StoryEvent, StoryEvidence, StoryParticipation } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { EventRecord } from "../../store/events.ts";
import type { Identity } from "../reconcile/identify.ts";
import { freeContentKey } from "./content-key.ts";
import { evidenceAt, tellingOf, textOf } from "./drafted-text.ts";
import { freeSlug } from "./free-slug.ts";
import { HistoryInProgress, inStatusOrder, type ToldChange } from "./history-in-progress.ts";
import type { Material } from "./material.ts";

/** Composes events from their drafts: each from all that tell of it, added to what is on record. */
export async function composeEvents(material: Material, drafts: readonly Draft[]) {
  const facts = new Map<string, string>();
  const events: StoryEvent[] = [];
  const told = groupBy(
    drafts.flatMap((draft) => tellings(material, draft)),
    ({ identity }) => identity,
  );
  const known = await eventsOnRecord(material, [...told.keys()]);
  const taken = { slugs: new Set<string>(), keys: new Set<string>() };
  for (const [identity, accounts] of told) {
    const event = await composeEvent(material, known(identity), identity, accounts, taken);
    events.push(event);
    for (const { draft } of accounts) facts.set(draft.key, event.key);
  }
  return { events, facts };
}

type EventPayload = Extract<Draft["payload"], { kind: "EVENT" }>;

/** A draft of an event with what it is. */
interface Account {
  readonly draft: Draft;
  readonly payload: EventPayload;
  readonly identity: Identity;
}

function tellings({ identities }: Material, draft: Draft): Account[] {
  const { payload } = draft;
  if (payload.kind !== "EVENT") return [];
  const identity = identities.of(draft.key);
  if (identity === undefined) throw new Error(`It was not decided what the draft ${draft.key} is.`);
  return [{ draft, payload, identity }];
}

interface Known {
  readonly record: EventRecord;
  readonly place: string | undefined;
}

async function eventsOnRecord(
  { readers }: Material,
  identities: readonly Identity[],
): Promise<(identity: Identity) => Known | undefined> {
  const rows = await readers.events.byKey(identities.flatMap(({ known }) => known ?? []));
  const records = await readers.events.records(rows.map(({ id }) => id));
  const places = await readers.places.byId(records.flatMap(({ placeId }) => placeId ?? []));
  const slugs = new Map(places.map(({ id, slug }) => [id, slug]));
  const byKey = new Map(
    records.map((record) => [record.key, { record, place: slugs.get(record.placeId ?? 0) }]),
  );
  return ({ known }) => byKey.get(known ?? "");
}

async function composeEvent(
  material: Material,
  known: Known | undefined,
  identity: Identity,
  accounts: readonly Account[],
  taken: { readonly slugs: Set<string>; readonly keys: Set<string> },
): Promise<StoryEvent & { readonly key: string }> {
  const { texts, cast, scope } = material;
  const { key, slug, title } = known?.record ?? (await newEvent(material, identity, accounts, taken));
  const history = new HistoryInProgress(key, known?.record.changes ?? []);
  const participants = new Map<string, StoryParticipation>();
  const evidence: StoryEvidence[] = [];
  const earlier = identity.drafts.flatMap((draftKey) => scope.drafts.get(draftKey) ?? []);
  const before = earlier
    .filter(({ state }) => state === "ACCEPTED")
    .concat(accounts.map(({ draft }) => draft));
  // Those of one day tell of one another's past in the order in which statuses follow.
  for (const { draft, payload } of accounts.toSorted((a, b) => inStatusOrder(a, b))) {
    const { article } = draft;
    const text = textOf(texts, draft);
    const claimedBy = payload.claimedBy.map((agent) => cast.agent(article.key, agent));
    const claim = { claimedBy, claimantAsWritten: payload.claimantAsWritten ?? undefined };
    const telling = { ...tellingOf(draft, text, payload.sentence), ...claim };
    const change: ToldChange = {
      status: payload.status,
      date: draft.date,
      formerDate: parseFuzzyDateIfKnown(payload.formerDate),
      out: article.out,
      evidence: telling,
      origin: article.origin,
      articleState: article.state,
    };
    history.tell(change, formerDates(before, article.out));
    evidence.push({ ...evidenceAt(draft, text, draft), ...claim });
    for (const { agent, role } of payload.participants) {
      const ref = cast.agent(article.key, agent);
      const name = JSON.stringify([ref, role]);
      const told = participants.get(name)?.evidence ?? [];
      participants.set(name, { ...ref, role, evidence: [...told, telling] });
    }
  }
  const [place] = accounts.flatMap(({ payload }) => payload.place ?? []);
  return {
    key,
    slug,
    title,
    place: known?.place ?? (place === undefined ? undefined : cast.place(place)),
    topics: [...new Set(accounts.flatMap(({ draft }) => textOf(texts, draft).topics))],
    evidence,
    history: history.changed(),
    participants: [...participants.values()],
    related: [],
  };
}

/** Named by the first account of it. */
async function newEvent(
  { readers: { events } }: Material,
  identity: Identity,
  accounts: readonly Account[],
  taken: { readonly slugs: Set<string>; readonly keys: Set<string> },
) {
  const title = accounts[0]?.payload.title ?? "";
  const dates = accounts.map(({ draft, payload }) => draft.date ?? parseFuzzyDateIfKnown(payload.formerDate));
  const [first] = dates.flatMap((date) => date?.earliest ?? []);
  const year = first?.slice(0, 4);
  const named = slugOf(title) ?? "event";
  const slug = await freeSlug(
    year === undefined || named.split("-").includes(year) ? named : `${named}-${year}`,
    async (one) => taken.slugs.has(one) || (await events.bySlug([one])).length > 0,
  );
  // Made from the first that is drafted of it, so that it is the same whichever draft is accepted first.
  const content = identity.drafts[0] ?? identity.id;
  const more = accounts[0]?.draft.key ?? "";
  const key = await freeContentKey(
    "event",
    content,
    more,
    async (one) => taken.keys.has(one) || (await events.byKey([one])).length > 0,
  );
  taken.slugs.add(slug);
  taken.keys.add(key);
  return { key, slug, title };
}

/** Dates that drafts which were out by a day tell to have been given up. */
function formerDates(drafts: readonly Draft[], day: string) {
  return drafts.flatMap(({ payload, article }) => {
    const former = payload.kind === "EVENT" && article.out <= day ? payload.formerDate : null;
    return parseFuzzyDateIfKnown(former) ?? [];
  });
}
