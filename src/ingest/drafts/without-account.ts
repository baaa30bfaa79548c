import { LONGEST_SHOWN } from "../../domain/passage.ts";
import { EMPTY_STORY, type StoryEvent } from "../../domain/story.ts";
import type { Author } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";
import type { EventRecord } from "../../store/events.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import type { Application } from "../apply/application.ts";
import { applyStoryIn } from "../apply/apply-story.ts";
import { removeEvidence, withdrawEvidence } from "../apply/withdraw.ts";
import { inArticleOrder } from "../reconcile/reconcile.ts";
import { addedWith } from "./added-with.ts";
import { readTexts, tellingOf, textOf } from "./drafted-text.ts";
import { formerDates, placeOf, titleOf, toldBy } from "./event-parts.ts";
import { eventsOnRecord } from "./events-on-record.ts";
import { inStatusOrder } from "./history-in-progress.ts";
import { reviseHistory } from "./revise-history.ts";
import { untie } from "./tie.ts";

/**
 * Takes from an event what an account of it added, which waits for a decision again: its evidence, and the title, place and
 * topics that it alone gave. The history is made again from the accounts that stay. What an editor put there stands; where an
 * editor gave the same words of the article as evidence, they go too, since the two are one piece.
 *
 * @param gone the draft as it was when it was accepted
 */
export async function withoutAccount(
  within: Pick<Application, "tx" | "readers">,
  gone: Draft,
  author: Author,
): Promise<void> {
  const { readers } = within;
  const { payload, factKey } = gone;
  if (payload.kind !== "EVENT" || factKey === null) return;
  const find = await eventsOnRecord(readers, [{ known: factKey }]);
  const known = find({ known: factKey });
  if (known === undefined) return;
  const { record } = known;
  const others = (await readers.drafts.ofFact("EVENT", factKey)).filter(({ key }) => key !== gone.key);
  const staying = others
    .filter(({ revision, article }) => revision === article.revision)
    .toSorted(inArticleOrder)
    .flatMap((draft) =>
      draft.payload.kind === "EVENT" ? { draft, payload: draft.payload, isNew: false } : [],
    );
  const texts = await readTexts(
    readers,
    staying.map(({ draft }) => draft),
  );
  const told = staying.toSorted(inStatusOrder).map((account) => {
    const { draft, payload: own } = account;
    const telling = tellingOf(draft, textOf(texts, draft), own.sentence);
    return toldBy(account, { ...telling, ...known.claimOf(draft) });
  });
  const givenUp = (day: string) => formerDates(staying, day);
  const revised = reviseHistory(record.key, record.changes, told, givenUp, [gone]);
  const isGone = (evidence: FullEvidence) => isOf(evidence, gone, others);
  const before = [...staying, { draft: gone, payload, isNew: false }];
  const event: StoryEvent = {
    key: record.key,
    slug: record.slug,
    title: titleOf(known, before, staying),
    place: await placeOf(readers, known, before, staying, (name) => name),
    topics: [],
    evidence: [],
    history: revised.changes,
    participants: [],
    related: [],
  };
  const story = { ...EMPTY_STORY, events: [event] };
  await applyStoryIn(within, story, author, {
    keepEvidence: true,
    async withIt(application) {
      for (const change of record.changes) {
        const moved = revised.withdrawn.find((one) => one.change === change)?.evidence ?? [];
        const pieces = change.evidence.filter((one) => moved.includes(one) || isGone(one));
        if (pieces.length > 0) await withdrawEvidence(application, change, pieces);
      }
      await removeRest(application, record, gone, isGone);
      await removeTopics(application, record, gone, others);
      application.changed.events.add(record.id);
    },
  });
}

/** What it added beside the history: evidence of the event and of who takes part, and what ties other drafts of its article to it. */
async function removeRest(
  application: Application,
  { id, key, evidence, participations, relations }: EventRecord<FullEvidence>,
  gone: Draft,
  isGone: (evidence: FullEvidence) => boolean,
): Promise<void> {
  const { rows } = application;
  const facts = [{ evidence }, ...participations, ...relations];
  const pieces = facts.flatMap((fact) => fact.evidence.filter(isGone));
  await removeEvidence(rows, pieces, { type: "Event", key });
  await untie(application, gone, id);
}

/** The topics that came with it, and that no other account is in. */
async function removeTopics(
  { tx, readers, rows }: Application,
  { id, key }: EventRecord<FullEvidence>,
  gone: Draft,
  others: readonly Draft[],
): Promise<void> {
  const node = { type: "Event" as const, key };
  const added = (await addedWith(readers, node, gone)).flatMap(({ table, row }) =>
    table === "event_topic" && typeof row["topicId"] === "number" ? row["topicId"] : [],
  );
  const told = await readers.articles.topics(others.map(({ articleId }) => articleId));
  for (const topicId of added) {
    if (told.some((one) => one.topicId === topicId)) continue;
    await rows.remove(tx.tables.eventTopic, { eventId: id, topicId }, node);
  }
}

/** Whether evidence is what a draft became, and not another draft of the same article. */
function isOf(evidence: FullEvidence, gone: Draft, others: readonly Draft[]): boolean {
  const at = placeIn(evidence, gone);
  return (
    evidence.articleId === gone.articleId &&
    evidence.method === gone.method &&
    evidence.stance === "SUPPORTS" &&
    at !== null &&
    placesOf(gone).includes(at) &&
    !others.some((draft) => draft.articleId === gone.articleId && placesOf(draft).includes(at))
  );
}

/** Where evidence begins in the text that a draft was taken from; null where it does not stand there. */
function placeIn({ passage, revision }: FullEvidence, draft: Draft): number | null {
  if (passage === null || passage.part !== draft.part) return null;
  return revision === draft.revision ? passage.start : passage.currentStart;
}

/** Where the passages begin that a draft of an event is evidence by. */
function placesOf({ payload, start }: Draft): number[] {
  if (payload.kind !== "EVENT") return [];
  const { sentence } = payload;
  return sentence.end - sentence.start <= LONGEST_SHOWN ? [start, sentence.start] : [start];
}
