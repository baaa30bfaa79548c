import { parseFuzzyDate } from "../../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../../domain/model.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseBefore, phraseEnd } from "./phrases.ts";

/** Mentions that tell of one event, in order of the text. */
export interface Story {
  readonly mentions: Mention[];
}

/** So many events back a mention is compared with. */
const WINDOW = 40;

/** What is told so often needs no further mention: comparing with all of them would take long. */
const TOLD_OFTEN = 25;

/** Brings together the mentions that tell of the same event: of one kind, and with nothing that tells them apart. */
export function mergeMentions(mentions: readonly Mention[], names: NameIndex): Story[] {
  const stories: Story[] = [];
  for (const mention of mentions) {
    if (isAnaphor(mention) && stories.length > 0) continue;
    const same = stories.slice(-WINDOW).findLast((story) => tellsOf(story, mention, names));
    if (same === undefined) stories.push({ mentions: [mention] });
    else if (same.mentions.length < TOLD_OFTEN) same.mentions.push(mention);
  }
  return stories;
}

/** “the incident” names no event that another word has not named. */
const isAnaphor = ({ concept, definite }: Mention) => concept?.name === "event-itself" && definite;

/** The first mention of the body may be what the headline tells of; later ones have to agree with those of the body. */
function tellsOf({ mentions }: Story, mention: Mention, names: NameIndex): boolean {
  if (!mentions.some((other) => akin(other, mention))) return false;
  const body = mentions.filter(({ scene }) => !scene.headline);
  const compared = body.length > 0 ? body : mentions;
  return (
    compared.every((other) => !apart(other, mention, names)) && compared.some((other) => akin(other, mention))
  );
}

/** Whether two mentions are of a kind. */
function akin(one: Mention, other: Mention): boolean {
  if (one.concept === null || other.concept === null)
    return one.lemma === other.lemma && one.form === other.form;
  return one.concept === other.concept;
}

/** Whether something tells two mentions of a kind apart: dates, what became of them, an article, names, objects. */
function apart(one: Mention, other: Mention, names: NameIndex): boolean {
  if (!datesAgree(one, other)) return true;
  if (one.scene.headline)
    return other.form === "NOUN" && AHEAD.has(other.status) && !AHEAD.has(one.status) && one.form === "VERB";
  if (AHEAD.has(one.status) !== AHEAD.has(other.status)) return true;
  const sameDate = one.time !== null && one.time.date === other.time?.date;
  if (one.form === "NOUN" && other.form === "NOUN") {
    if (isIndefinite(other) && !sameDate) return true;
    if (one.lemma !== other.lemma && !sameDate && !(other.definite && isGeneral(other))) return true;
    return namesDiffer(one, other, names);
  }
  if (one.form === "VERB" && other.form === "VERB") {
    if (one.lemma !== other.lemma && !sameDate) return true;
    return affected(one) !== affected(other) || namesDiffer(one, other, names);
  }
  return (isIndefinite(other) && !sameDate) || namesDiffer(one, other, names);
}

/** A verb with a date of its own tells of something else than one with another; “the 2009 crash” may be that of a day in 2009. */
function datesAgree(one: Mention, other: Mention): boolean {
  if (one.time?.date == null || other.time?.date == null || one.time.date === other.time.date) return true;
  if (one.status === "RESCHEDULED" || other.status === "RESCHEDULED") return true;
  if (!one.definite && !other.definite) return false;
  const [a, b] = [parseFuzzyDate(one.time.date), parseFuzzyDate(other.time.date)];
  return (
    (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
    (b.earliest === null || a.latest === null || b.earliest <= a.latest)
  );
}

const AHEAD: ReadonlySet<EventStatus> = new Set([
  "SCHEDULED",
  "POSSIBLE",
  "POSTPONED",
  "RESCHEDULED",
  "CANCELLED",
]);

/** Nouns of kinds so different that one does not stand for another: a tsunami is no eruption, but either is a disaster. */
const isGeneral = ({ concept, lemma }: Mention) =>
  concept?.name !== "disaster" || /^(?:disaster|catastrophe|storm|quake|flood)/.test(lemma);

function isIndefinite({ scene, first, at, form }: Mention): boolean {
  if (form === "VERB") return false;
  const words = scene.parsed.tokens.slice(Math.max(0, first - 1), at);
  return words.some(({ lower }) => INDEFINITE.test(lower));
}

const INDEFINITE =
  /^(?:an?|another|other|second|third|new|separate|subsequent|further|previous|earlier|last|next|future|one|two|several|follow|similar|related)$/;

/** The last word of the object of a verb; of its subject where it is passive or has no object. */
function affected({ scene, at, group }: Mention): string {
  const { tokens } = scene.parsed;
  const object = group?.passive ? undefined : phraseEnd(tokens, at + 1);
  const head = object ?? (group === null ? undefined : phraseBefore(tokens, group.first));
  return head === undefined ? "" : (tokens[head]?.lemma ?? "");
}

/** Whether both phrases have names and share none. */
function namesDiffer(one: Mention, other: Mention, names: NameIndex): boolean {
  const [mine = [], theirs = []] = [one, other].map(({ span, scene, first, last }) => {
    const entities = names(span).map(({ entity }) => entity.name);
    if (entities.length > 0) return entities;
    return scene.parsed.tokens
      .slice(first, last + 1)
      .filter(({ pos }) => pos === "PROPN")
      .map(({ lower }) => lower);
  });
  return mine.length > 0 && theirs.length > 0 && !mine.some((name) => theirs.includes(name));
}
