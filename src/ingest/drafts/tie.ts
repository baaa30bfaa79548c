import type { Draft } from "../../store/drafts.ts";
import type { RowPut } from "../../store/row-writer.ts";
import { standing } from "../../store/standing.ts";
import type { Application } from "../apply/application.ts";
import { applyRelation } from "../apply/events.ts";
import { applyAbout } from "../apply/quotes.ts";
import type { Named } from "../apply/slugs.ts";
import { removeEvidence } from "../apply/withdraw.ts";

/**
 * Ties what drafts became: events to events, quotes to the events that they are about. What was accepted
 * before is tied to what is accepted now, whichever of the two names the other.
 *
 * @param accepted all of the articles that are accepted by now, with the keys of their facts
 * @param isNew whether a draft is accepted just now
 */
export async function tieFacts(
  application: Application,
  accepted: readonly { readonly draft: Draft; readonly factKey: string }[],
  isNew: (draftKey: string) => boolean,
): Promise<void> {
  const { readers } = application;
  const keys = new Map(accepted.map(({ draft, factKey }) => [draft.key, factKey]));
  const events = new Map<string, Named & { readonly slug: string }>();
  for (const { draft, factKey } of accepted) {
    const [event] =
      draft.kind === "EVENT" ? await standing(readers.events.byKey([factKey]), readers.events.byId) : [];
    if (event) events.set(draft.key, event.row);
  }
  for (const { draft } of accepted) {
    const { key, payload, part, exact, start, method, confidence, article } = draft;
    const matters = (other: string) => isNew(key) || isNew(other);
    // A relation rests on the words of its draft, which an earlier text had.
    if (payload.kind === "EVENT" && draft.revision === article.revision) {
      for (const { kind, event: other } of payload.relations) {
        const [from, to] = [events.get(key), events.get(other)];
        if (!from || !to || from.id === to.id || !matters(other)) continue;
        const found = { article: article.slug, part, exact, start, method, confidence };
        const evidence = [{ ...found, stance: "SUPPORTS" as const, claimedBy: [] }];
        await applyRelation(application, from, onRecord(from), { kind, event: to.slug, evidence });
      }
    }
    if (payload.kind === "QUOTE") {
      const [quote] = await readers.quotes.byKey([keys.get(key) ?? ""]);
      for (const other of payload.about) {
        const event = events.get(other);
        if (quote && event && matters(other))
          await applyAbout(application, { ...onRecord(quote), key: quote.key }, event.slug);
      }
    }
  }
}

/**
 * Unties an event from what other drafts of an article became, where one draft of the article was what tied them.
 *
 * @param gone the draft, which waits for a decision again
 * @param eventId the row of the event that it had become, and that stays
 */
export async function untie(
  { tx, readers, rows, changed }: Application,
  gone: Draft,
  eventId: number,
): Promise<void> {
  const { quoteAbout } = tx.tables;
  const drafts = (await readers.drafts.ofArticles([gone.articleId])).filter(
    ({ factKey }) => factKey !== null,
  );
  // Another draft of the article that is the same event may tie them, too.
  const same = drafts.filter(
    ({ kind, factKey, key }) => kind === "EVENT" && factKey === gone.factKey && key !== gone.key,
  );
  const tied = (others: readonly string[]) =>
    others.includes(gone.key) && !same.some(({ key }) => others.includes(key));
  for (const { payload, factKey, start, articleId } of drafts) {
    if (factKey === null) continue;
    if (payload.kind === "QUOTE" && tied(payload.about)) {
      const [quote] = await readers.quotes.byKey([factKey]);
      if (quote === undefined) continue;
      await rows.remove(quoteAbout, { quoteId: quote.id, eventId }, { type: "Quote", key: factKey });
      changed.quotes.add(quote.id);
    }
    if (payload.kind === "EVENT" && tied(payload.relations.map(({ event }) => event))) {
      const [row] = await readers.events.byKey([factKey]);
      const [record] = row === undefined ? [] : await readers.events.recordsInFull([row.id]);
      const pieces = (record?.relations ?? [])
        .filter(({ otherId }) => otherId === eventId)
        .flatMap(({ evidence }) => evidence)
        .filter((one) => one.articleId === articleId && one.passage?.start === start);
      if (record === undefined || pieces.length === 0) continue;
      await removeEvidence(rows, pieces, { type: "Event", key: factKey });
      changed.events.add(record.id);
    }
  }
}

/** What is on record by now, as a row of it was put there. */
function onRecord({ id }: { readonly id: number }): RowPut {
  return { id, changed: false, created: false };
}
