import { eq } from "drizzle-orm";
import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { namedAgents } from "../../domain/proposal.ts";
import { type Author, Journal } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Engine } from "../../store/engine.ts";
import type { Store } from "../../store/open.ts";
import type { Readers } from "../../store/readers.ts";
import { updateDraftEntries } from "../../store/timeline-index.ts";
import { type Applied, applyStoryIn } from "../apply/apply-story.ts";
import { applyUtterances } from "../apply/quotes.ts";
import { withdrawAliases, withdrawEvidence } from "../apply/withdraw.ts";
import { identify } from "../reconcile/identify.ts";
import { inArticleOrder } from "../reconcile/reconcile.ts";
import { readScope } from "../reconcile/scope.ts";
import { accountsBefore } from "./accounts.ts";
import { chosenDrafts, type DraftChoice } from "./choice.ts";
import { compose } from "./compose.ts";
import { readTexts } from "./drafted-text.ts";
import { type HeldBack, heldBack } from "./held-back.ts";
import { noteDraft } from "./note-draft.ts";
import { type AcceptAs, type SameAs, sameAsOnRecord } from "./same-as.ts";
import { tieFacts } from "./tie.ts";

/** What accepting drafts did. */
export interface Accepted extends Applied {
  /** Drafts that were accepted, those of people whom the others name included. */
  readonly accepted: number;
  /** How many of them are such people. */
  readonly alongside: number;
  /** Those that were left, since it is doubtful what they are. */
  readonly held: readonly HeldBack[];
}

/** Whether drafts of which it is doubtful what they are stay as they are; so it is where they are chosen by a filter. */
export type Leaving = { readonly leaveDoubtful?: boolean };

/**
 * Puts drafts on record, in one transaction: people, quotes and events with their passages as evidence, and with those
 * the people that they name. What was told of before, by whichever article, is added to. The same drafts give the same
 * record, whatever the order in which their articles came in. A rejected draft may be accepted after all; one that is
 * accepted stays as it is.
 *
 * @param choice what is chosen by a filter is left where it is doubtful what it is; chosen by its key it is accepted, unless
 *   that is to be left, too: as what it is surely the same as, or else as something new
 * @param as what all that is chosen is: something new, whatever it is like; or what is on record under the slug of a person or
 *   event, for quotes that of their speaker or the key of the accepted draft of the same words; or what each is
 * @throws DatelineError INVALID_DRAFT for a key that no draft has, or several, for what was drafted from an earlier
 *   text of its article, and where `sameAs` is nothing on record that a draft can be; nothing is then written
 */
export async function acceptDrafts(
  store: Pick<Store, "write">,
  choice: DraftChoice,
  author: Author,
  as?: AcceptAs,
  { leaveDoubtful = "filter" in choice }: Leaving = {},
): Promise<Accepted> {
  return store.write(async (tx, readers) => {
    const chosen = (await chosenDrafts(readers, choice)).filter((draft) => draft.state !== "ACCEPTED");
    const decided = await sameAsOnRecord(readers, chosen, as);
    return acceptChosen({ tx, readers }, chosen, decided, author, leaveDoubtful);
  });
}

interface Transaction {
  readonly tx: Engine;
  readonly readers: Readers;
}

async function acceptChosen(
  { tx, readers }: Transaction,
  chosen: readonly Draft[],
  { facts, utterances: sameUtterance, isNew }: SameAs,
  author: Author,
  onlySure: boolean,
): Promise<Accepted> {
  const ofArticles = [...new Set(chosen.map(({ articleId }) => articleId))];
  const wantedKeys = new Set(chosen.map(({ key }) => key));
  const scope = await readScope(readers, ofArticles, { wanted: wantedKeys, sameAs: facts, isNew });
  const identities = identify(scope);
  const held = onlySure ? chosen.flatMap((draft) => heldBack(identities, draft) ?? []) : [];
  const left = new Set(held.map(({ draft }) => draft));
  const taken = chosen.filter((draft) => !left.has(draft));
  if (taken.length === 0) return { accepted: 0, alongside: 0, created: 0, updated: 0, held };
  const all = await readers.drafts.ofArticles(ofArticles);
  const wanted = withPeople(all, taken).toSorted(inArticleOrder);
  const told = new Set(wanted.flatMap(({ key }) => identities.of(key) ?? []));
  const before = [...told].flatMap((identity) => accountsBefore(scope, identity));
  const texts = await readTexts(readers, [...wanted, ...before.map(({ draft }) => draft)]);
  const composed = await compose({ readers, scope, identities, texts, sameUtterance, isNew }, wanted);
  const accepted = all.flatMap((draft) => {
    const factKey = composed.facts.get(draft.key) ?? draft.factKey;
    return factKey === null ? [] : { draft, factKey };
  });
  const applied = await applyStoryIn({ tx, readers }, composed.story, author, {
    keepEvidence: true,
    async withIt(application) {
      for (const [key, aliases] of composed.needless) await withdrawAliases(application, key, aliases);
      for (const { change, evidence } of composed.withdrawn) {
        await withdrawEvidence(application, change, evidence);
      }
      await tieFacts(
        application,
        accepted.toSorted((a, b) => inArticleOrder(a.draft, b.draft)),
        (key) => composed.facts.has(key),
      );
      await applyUtterances(application, composed.utterances);
    },
  });
  await markAccepted({ tx, readers }, wanted, composed.facts, author);
  return { ...applied, accepted: wanted.length, alongside: wanted.length - taken.length, held };
}

/** Drafts with those of the people that they name in the same article, as far as these wait for a decision. */
function withPeople(all: readonly Draft[], drafts: readonly Draft[]): Draft[] {
  const keys = new Set(drafts.map((draft) => draft.key));
  const named = groupBy(
    drafts.flatMap(({ articleId, payload }) =>
      namedAgents(payload).flatMap(({ type, name }) =>
        type === "PERSON" ? { articleId, name: foldedName(name) } : [],
      ),
    ),
    ({ articleId }) => articleId,
  );
  const namesOf = new Map([...named].map(([id, found]) => [id, new Set(found.map(({ name }) => name))]));
  return all.filter(
    ({ key, kind, state, payload, articleId }) =>
      keys.has(key) ||
      (kind === "PERSON" &&
        state === "OPEN" &&
        namedAgents(payload).some((person) => namesOf.get(articleId)?.has(foldedName(person.name)))),
  );
}

async function markAccepted(
  { tx, readers }: Transaction,
  drafts: readonly Draft[],
  facts: ReadonlyMap<string, string>,
  author: Author,
): Promise<void> {
  const { draft } = tx.tables;
  const journal = new Journal(author);
  for (const { id, key, title, state, factKey } of drafts) {
    const decided = { state: "ACCEPTED" as const, factKey: facts.get(key) ?? null };
    await tx.db
      .update(draft)
      .set({ ...decided, decidedAt: author.at, decidedBy: author.actor })
      .where(eq(draft.id, id));
    noteDraft(journal, key, { title, state, factKey }, { title, ...decided });
  }
  await journal.append(tx);
  await updateDraftEntries(
    tx,
    readers,
    drafts.map((one) => one.id),
  );
}
