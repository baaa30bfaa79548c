import { eq } from "drizzle-orm";
import { DatelineError } from "../../domain/errors.ts";
import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Author } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Engine } from "../../store/engine.ts";
import type { Store } from "../../store/open.ts";
import type { Readers } from "../../store/readers.ts";
import { updateDraftEntries } from "../../store/timeline-index.ts";
import { type Applied, applyStoryIn } from "../apply/apply-story.ts";
import { chosenDrafts, type DraftChoice } from "./choice.ts";
import { compose, type DraftedText } from "./compose.ts";
import { tieFacts } from "./tie.ts";

/** What accepting drafts did. */
export interface Accepted extends Applied {
  /** Drafts that were accepted, those of people whom the others name included. */
  readonly accepted: number;
  /** How many of them are such people. */
  readonly alongside: number;
}

/**
 * Puts drafts on record, in one transaction: people, quotes and events with their passages as evidence, and with those
 * the people that they name. A rejected draft may be accepted after all; one that is accepted stays as it is.
 *
 * @throws DatelineError INVALID_DRAFT for a key that no draft has, or several, and for what was drafted from an earlier
 *   text of its article; nothing is then written
 */
export async function acceptDrafts(
  store: Pick<Store, "write">,
  choice: DraftChoice,
  author: Author,
): Promise<Accepted> {
  return store.write(async (tx, readers) => {
    const chosen = (await chosenDrafts(readers, choice)).filter((draft) => draft.state !== "ACCEPTED");
    const total = { accepted: 0, alongside: 0, created: 0, updated: 0 };
    for (const [articleId, drafts] of groupBy(chosen, (draft) => draft.articleId)) {
      const all = await readers.drafts.ofArticles([articleId]);
      const wanted = withPeople(all, drafts);
      const applied = await acceptOf({ tx, readers }, all, wanted, author);
      total.accepted += wanted.length;
      total.alongside += wanted.length - drafts.length;
      total.created += applied.created;
      total.updated += applied.updated;
    }
    return total;
  });
}

/** Drafts with those of the people that they name, as far as these wait for a decision; in text order. */
function withPeople(all: readonly Draft[], drafts: readonly Draft[]): Draft[] {
  const keys = new Set(drafts.map((draft) => draft.key));
  const people = drafts
    .flatMap(({ payload }) => namedAgents(payload))
    .filter(({ type }) => type === "PERSON");
  const named = new Set(people.map((person) => foldedName(person.name)));
  return all.filter(
    ({ key, kind, state, payload }) =>
      keys.has(key) ||
      (kind === "PERSON" &&
        state === "OPEN" &&
        namedAgents(payload).some((person) => named.has(foldedName(person.name)))),
  );
}

/** Accepts drafts of one article, given all of them. */
async function acceptOf(
  { tx, readers }: { readonly tx: Engine; readonly readers: Readers },
  all: readonly Draft[],
  wanted: readonly Draft[],
  author: Author,
): Promise<Applied> {
  const composed = await compose(readers, await draftedText(readers, wanted), wanted);
  const accepted = all.flatMap((draft) => {
    const factKey = composed.facts.get(draft.key) ?? draft.factKey;
    return factKey === null ? [] : { draft, factKey };
  });
  const applied = await applyStoryIn({ tx, readers }, composed.story, author, {
    keepEvidence: true,
    withIt: (application) => tieFacts(application, accepted, (key) => composed.facts.has(key)),
  });
  const { draft } = tx.tables;
  for (const { id, key } of wanted) {
    const decided = { state: "ACCEPTED" as const, decidedAt: author.at, decidedBy: author.actor };
    await tx.db
      .update(draft)
      .set({ ...decided, factKey: composed.facts.get(key) })
      .where(eq(draft.id, id));
  }
  await updateDraftEntries(
    tx,
    readers,
    wanted.map((one) => one.id),
  );
  return applied;
}

async function draftedText(readers: Readers, [first, ...others]: readonly Draft[]): Promise<DraftedText> {
  if (first === undefined) throw new Error("There are no drafts to accept.");
  const { article } = first;
  const old = [first, ...others].find((draft) => draft.revision !== article.revision);
  if (old) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `The draft ${old.key} was taken from revision ${old.revision} of ${article.slug}, which now is at ${article.revision}. Draft it again: \`dateline draft --article ${article.slug}\`.`,
    );
  }
  const [text] = await readers.articles.texts([article.id]);
  const topics = await readers.topics.byId(
    (await readers.articles.topics([article.id])).map((row) => row.topicId),
  );
  return { article, body: text?.body ?? "", topics: topics.map((topic) => topic.slug).sort() };
}
