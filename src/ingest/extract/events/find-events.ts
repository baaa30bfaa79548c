import type { EventDraft, QuoteDraft } from "../../../domain/draft.ts";
import type { EventStatus } from "../../../domain/model.ts";
import { overlaps } from "../../../domain/span.ts";
import type { AnnotatedText } from "../annotated-text.ts";
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
): EventDraft[] {
  const names = createNameIndex(entities);
  const mentions = findMentions(findScenes(text, times), published);
  const judged = mergeMentions(mentions, names)
    .map((story) => ({ story, likely: salience(featuresOf(story)) }))
    .sort((one, other) => other.likely - one.likely)
    .filter(({ likely }, rank) => likely >= (rank < FEW ? HARDLY_LIKELY : LIKELY))
    .map((event) => ({ ...event, anchor: anchorOf(event.story) }))
    .filter(
      ({ anchor }, rank, all) =>
        !all.slice(0, rank).some((other) => overlaps(other.anchor.span, anchor.span)),
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
  const given = dateOf(story, anchor);
  const movedTo = story.mentions.find((mention) => mention.status === "RESCHEDULED")?.time?.date ?? null;
  const over = status === "POSTPONED" || status === "CANCELLED";
  const participants = castOf(story, status, names);
  const place = placeOf(story, text, names);
  const claim = claimOf(anchor, text, names);
  const { start, end } = anchor.scene.sentence;
  return {
    title: titleOf(anchor, text, participants, place),
    passage: anchor.span,
    sentence: { start, end },
    status,
    date: over ? null : (movedTo ?? given),
    formerDate: over ? given : null,
    place,
    participants,
    claimedBy: claim.by,
    claimantAsWritten: claim.asWritten,
  };
}

/** The date of the mention that names it best, or the exact one of another that it holds: 2009-05-31 for 2009. */
function dateOf({ mentions }: Story, anchor: Mention): string | null {
  const dates = mentions.map(({ time }) => time?.date ?? null).filter((date) => date !== null);
  const date = anchor.time?.date ?? dates[0];
  if (date === undefined) return null;
  return dates.find((other) => other.startsWith(`${date}-`)) ?? date;
}

/** What became of an event in the end: that it was put off or called off outweighs that it was planned. */
function statusOf({ mentions }: Story, anchor: Mention): EventStatus {
  const told = (status: EventStatus) => mentions.some((mention) => mention.status === status);
  if (told("CANCELLED")) return "CANCELLED";
  if (told("RESCHEDULED")) return "RESCHEDULED";
  if (told("POSTPONED")) return "POSTPONED";
  if (told("SCHEDULED") && anchor.status === "POSSIBLE") return "SCHEDULED";
  return anchor.status;
}
