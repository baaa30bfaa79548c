import type { EventDraft, QuoteDraft } from "../../../domain/draft.ts";
import type { EventStatus } from "../../../domain/model.ts";
import { overlaps } from "../../../domain/span.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import { type SentenceParser, sentenceParser } from "../clauses/orientation.ts";
import type { Entity } from "../entity.ts";
import type { TimeExpression } from "../time-expression.ts";
import { castOf, placeOf } from "./cast.ts";
import { claimOf } from "./claimant.ts";
import { featuresOf } from "./features.ts";
import type { Mention } from "./mention.ts";
import { findMentions } from "./mentions.ts";
import { mergeMentions, type Story } from "./merge.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import { relationsOf } from "./relations.ts";
import { salience } from "./salience.ts";
import { findScenes } from "./scenes.ts";
import { titleOf } from "./title.ts";

/** A text gives no more events than a timeline of it would have. */
const MOST = 10;

/** An event as likely as this to be one for a timeline is drafted; of the first few of a text, also less likely ones. */
const LIKELY = 0.33;
const FEW = 3;
const HARDLY_LIKELY = 0.18;

/** The events that a text tells of, held or planned or talked about. Spans count UTF-16 units. */
export function findEvents(
  text: AnnotatedText,
  entities: readonly Entity[],
  times: readonly TimeExpression[],
  _quotes: readonly QuoteDraft[],
  published: string | null,
  parse: SentenceParser = sentenceParser(),
): EventDraft[] {
  const names = createNameIndex(entities);
  const mentions = findMentions(findScenes(text, times, parse), published);
  const judged = apartFromEachOther(
    mergeMentions(mentions, names)
      .map((story) => ({ story, likely: salience(featuresOf(story)), anchor: anchorOf(story) }))
      .sort((one, other) => other.likely - one.likely)
      .filter(({ likely }, rank) => likely >= (rank < FEW ? HARDLY_LIKELY : LIKELY)),
  )
    .slice(0, MOST)
    .sort((one, other) => one.anchor.span.start - other.anchor.span.start);
  const stories = judged.map(({ story }) => story);
  const drafts = judged.map(
    ({ story, anchor, likely }, index): EventDraft => ({
      ...draftOf(story, anchor, text.text, names),
      relations: relationsOf(stories, index),
      rule: anchor.form === "NOUN" ? "event-noun" : anchor.concept === null ? "other-verb" : "event-verb",
      confidence: Math.round(100 * (0.2 + 0.5 * likely)) / 100,
    }),
  );
  return drafts.map((draft) => withCastOfEarlier(draft, drafts));
}

/** Of those that share words the first, which is the likeliest. */
function apartFromEachOther<Judged extends { readonly anchor: Mention }>(all: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const one of all) {
    if (!kept.some(({ anchor }) => overlaps(anchor.span, one.anchor.span))) kept.push(one);
  }
  return kept;
}

/** Those who met are expected at “a follow-up meeting” of which no one is named. */
function withCastOfEarlier(draft: EventDraft, drafts: readonly EventDraft[]): EventDraft {
  const earlier = draft.relations.find(({ kind }) => kind === "FOLLOW_UP_TO");
  const cast = earlier === undefined ? undefined : drafts[earlier.event]?.participants;
  if (cast === undefined || draft.participants.length > 0) return draft;
  const role = draft.status === "OCCURRED" || draft.status === "IN_PROGRESS" ? "ATTENDEE" : "EXPECTED";
  return { ...draft, participants: cast.map(({ agent }) => ({ agent, role })) };
}

/** The mention that names an event best: dated, in the body, early. */
export function anchorOf({ mentions }: Story): Mention {
  const rank = ({ scene, time, at, last }: Mention) =>
    (scene.headline ? 0 : 4) + (time === null ? 0 : 2) + (last > at ? 1 : 0) - Math.min(scene.depth, 20) / 20;
  return mentions.reduce((best, mention) => (rank(mention) > rank(best) ? mention : best));
}

function draftOf(story: Story, anchor: Mention, text: string, names: NameIndex) {
  const status = statusOf(story, anchor);
  const { date, formerDate } = datesOf(story, anchor, status);
  const participants = castOf(story, status, names);
  const place = placeOf(story, text, names);
  const claim = claimOf(anchor, text, names);
  const { start, end } = anchor.scene.sentence;
  return {
    title: titleOf(anchor, text, participants, place, names),
    passage: anchor.span,
    sentence: { start, end },
    status,
    date,
    formerDate,
    place: place?.name ?? null,
    participants,
    claimedBy: claim.by,
    claimantAsWritten: claim.asWritten,
  };
}

/** The date of an event, and the one that no longer holds where it was put off, called off or given another. */
function datesOf(
  story: Story,
  anchor: Mention,
  status: EventStatus,
): { readonly date: string | null; readonly formerDate: string | null } {
  if (status === "RESCHEDULED") {
    const moved = story.mentions.findLast((mention) => mention.status === "RESCHEDULED");
    const date = moved?.time?.date ?? null;
    const others = story.mentions
      .filter((mention) => mention !== moved)
      .map(({ time }) => time?.date ?? null);
    const former = [moved?.former?.date ?? null, ...others].find((other) => other !== null && other !== date);
    return { date, formerDate: former ?? null };
  }
  const date = dateOf(story, anchor);
  const over = status === "POSTPONED" || status === "CANCELLED";
  return over ? { date: null, formerDate: date } : { date, formerDate: null };
}

/** The date of the mention that names it best, or the exact one of another that it holds: 2009-05-31 for 2009. */
function dateOf({ mentions }: Story, anchor: Mention): string | null {
  const dates = mentions.map(({ time }) => time?.date ?? null).filter((date) => date !== null);
  const date = anchor.time?.date ?? dates[0];
  if (date === undefined) return null;
  return dates.find((other) => other.startsWith(`${date}-`)) ?? date;
}

/** What became of an event in the end: that it was put off, moved or called off outweighs that it was planned. */
function statusOf({ mentions }: Story, anchor: Mention): EventStatus {
  const told = (status: EventStatus) => mentions.some((mention) => mention.status === status);
  if (told("CANCELLED")) return "CANCELLED";
  const changed = mentions.findLast(({ status }) => status === "POSTPONED" || status === "RESCHEDULED");
  if (changed !== undefined) return changed.status;
  if (told("SCHEDULED") && anchor.status === "POSSIBLE") return "SCHEDULED";
  return anchor.status;
}
