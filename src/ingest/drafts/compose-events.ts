import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { groupBy } from "../../domain/group-by.ts";
import { slugOf } from "../../domain/slug.ts";
import type { StoryEvent, StoryEvidence, StoryParticipation } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Identity } from "../reconcile/identify.ts";
import { inArticleOrder } from "../reconcile/reconcile.ts";
import { type Account, accountsBefore, newAccounts } from "./accounts.ts";
import { freeContentKey } from "./content-key.ts";
import { evidenceAt, tellingOf, textOf } from "./drafted-text.ts";
import { formerDates, placeOf, titleOf, toldBy } from "./event-parts.ts";
import { eventsOnRecord, type KnownEvent } from "./events-on-record.ts";
import { freeSlug } from "./free-slug.ts";
import { inStatusOrder, type ToldChange } from "./history-in-progress.ts";
import type { Material } from "./material.ts";
import { reviseHistory, type Withdrawn } from "./revise-history.ts";

/** Composes events from their drafts: each from all that tell of it, added to what is on record. */
export async function composeEvents(material: Material, drafts: readonly Draft[]) {
  const facts = new Map<string, string>();
  const events: StoryEvent[] = [];
  const withdrawn: Withdrawn[] = [];
  const told = groupBy(newAccounts(material.identities, drafts), ({ identity }) => identity);
  const known = await eventsOnRecord(material.readers, [...told.keys()]);
  const taken = { slugs: new Set<string>(), keys: new Set<string>() };
  for (const [identity, accounts] of told) {
    const composed = await composeEvent(material, known(identity), identity, accounts, taken);
    events.push(composed.event);
    withdrawn.push(...composed.withdrawn);
    for (const { draft } of accounts) facts.set(draft.key, composed.event.key);
  }
  return { events, facts, withdrawn };
}

async function composeEvent(
  material: Material,
  known: KnownEvent | undefined,
  identity: Identity,
  accounts: readonly Account[],
  taken: { readonly slugs: Set<string>; readonly keys: Set<string> },
) {
  const { texts, cast, scope } = material;
  const { key, slug } = known?.record ?? (await newEvent(material, identity, accounts, taken));
  const before = known === undefined ? [] : accountsBefore(scope, identity);
  const all = [...before, ...accounts].toSorted((a, b) => inArticleOrder(a.draft, b.draft));
  const participants = new Map<string, StoryParticipation>();
  const evidence: StoryEvidence[] = [];
  const changes: ToldChange[] = [];
  // Those of one day tell of one another's past in the order in which statuses follow.
  for (const { draft, payload, isNew } of all.toSorted(inStatusOrder)) {
    const text = textOf(texts, draft);
    const claimedBy = isNew ? payload.claimedBy.map((agent) => cast.agent(draft.article.key, agent)) : [];
    const asClaimed = { claimedBy, claimantAsWritten: payload.claimantAsWritten ?? undefined };
    const claim = isNew || known === undefined ? asClaimed : known.claimOf(draft);
    const telling = { ...tellingOf(draft, text, payload.sentence), ...claim };
    changes.push(toldBy({ draft, payload, isNew }, telling));
    if (!isNew) continue;
    evidence.push({ ...evidenceAt(draft, text, draft), ...claim });
    for (const { agent, role } of payload.participants) {
      const ref = cast.agent(draft.article.key, agent);
      const name = JSON.stringify([ref, role]);
      const told = participants.get(name)?.evidence ?? [];
      participants.set(name, { ...ref, role, evidence: [...told, telling] });
    }
  }
  const history = reviseHistory(key, known?.record.changes ?? [], changes, (day) => formerDates(all, day));
  const event = {
    key,
    slug,
    title: titleOf(known, before, all),
    place: await placeOf(material.readers, known, before, all, (name) => cast.place(name)),
    topics: [...new Set(accounts.flatMap(({ draft }) => textOf(texts, draft).topics))],
    evidence,
    history: history.changes,
    participants: [...participants.values()],
    related: [],
  };
  return { event, withdrawn: history.withdrawn };
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
