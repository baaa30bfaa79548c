import { parseFuzzyDate } from "../../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../../domain/model.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseEnd } from "./phrases.ts";

/** Mentions that tell of one event, in order of the text. */
export interface Story {
  readonly mentions: Mention[];
}

/** So many events back a mention is compared with. */
const WINDOW = 40;

/** Brings together the mentions that tell of the same event: of one kind, and with nothing that tells them apart. */
export function mergeMentions(mentions: readonly Mention[], names: NameIndex): Story[] {
  const stories: Story[] = [];
  for (const mention of mentions) {
    if (isAnaphor(mention) && stories.length > 0) continue;
    const same = stories.slice(-WINDOW).findLast((story) => tellsOf(story, mention, names));
    if (same === undefined) stories.push({ mentions: [mention] });
    else same.mentions.push(mention);
  }
  return stories;
}

/** “the incident” names no event that another word has not named. */
const isAnaphor = ({ concept, definite }: Mention) => concept?.name === "event-itself" && definite;

function tellsOf(story: Story, mention: Mention, names: NameIndex): boolean {
  return (
    story.mentions.every((other) => !apart(other, mention, names)) &&
    story.mentions.some((other) => akin(other, mention))
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
  if (!statusesAgree(one, other)) return true;
  if (one.scene.headline) return false;
  const sameDate = one.time !== null && one.time.date === other.time?.date;
  if (other.form === "NOUN" && isIndefinite(other) && !sameDate) return true;
  if (
    one.form === "NOUN" &&
    other.form === "NOUN" &&
    !other.definite &&
    one.lemma !== other.lemma &&
    !sameDate
  )
    return true;
  if (one.form === "NOUN" && other.form === "NOUN" && other.definite)
    return namesDiffer(one, other, names, true);
  if (one.form === "VERB" && other.form === "VERB" && one.lemma !== other.lemma && !sameDate) return true;
  if (one.form === "VERB" && other.form === "VERB" && objectOf(one) !== objectOf(other)) return true;
  return namesDiffer(one, other, names, false);
}

function datesAgree(one: Mention, other: Mention): boolean {
  if (one.time?.date == null || other.time?.date == null || one.time.date === other.time.date) return true;
  const [a, b] = [parseFuzzyDate(one.time.date), parseFuzzyDate(other.time.date)];
  return (
    (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
    (b.earliest === null || a.latest === null || b.earliest <= a.latest)
  );
}

const AHEAD: ReadonlySet<EventStatus> = new Set(["SCHEDULED", "POSSIBLE", "POSTPONED", "CANCELLED"]);

function statusesAgree(one: Mention, other: Mention): boolean {
  if (one.status === other.status || one.scene.headline)
    return AHEAD.has(one.status) === AHEAD.has(other.status) || one.form === "NOUN";
  return AHEAD.has(one.status) === AHEAD.has(other.status);
}

function isIndefinite({ scene, first, at, form }: Mention): boolean {
  if (form === "VERB") return false;
  const { tokens } = scene.parsed;
  return tokens
    .slice(Math.max(0, first - 1), at)
    .some(({ lower }) =>
      /^(?:an?|another|other|second|third|new|separate|subsequent|further|previous|earlier|last|next|one|two|several|follow-up|follow)$/.test(
        lower,
      ),
    );
}

/** The last word of the object of a verb, or of the subject of a passive one. */
function objectOf({ scene, at, group, first }: Mention): string {
  const { tokens } = scene.parsed;
  if (group?.passive) return tokens[first]?.lemma ?? "";
  const end = phraseEnd(tokens, at + 1);
  return end === undefined ? "" : (tokens[end]?.lemma ?? "");
}

/** Whether both phrases have names and share none. */
function namesDiffer(one: Mention, other: Mention, names: NameIndex, lenient: boolean): boolean {
  const [mine, theirs] = [one, other].map(({ span, scene, first, last }) => {
    const entities = names(span).map(({ entity }) => entity.name);
    if (entities.length > 0) return entities;
    return scene.parsed.tokens
      .slice(first, last + 1)
      .filter(({ pos }) => pos === "PROPN")
      .map(({ lower }) => lower);
  });
  if (mine === undefined || theirs === undefined || mine.length === 0 || theirs.length === 0) return false;
  return !mine.some((name) => theirs.includes(name)) && !(lenient && mine.length === 0);
}
