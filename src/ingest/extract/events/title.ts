import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { FoundPlace } from "./cast.ts";
import { clauseTitle, subjectName } from "./clause-title.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseEnd, phraseStart, wholeStart, withComplement } from "./phrases.ts";
import { gerund, present } from "./present.ts";
import { isTimeAt, shortNames, wordsBetween } from "./title-words.ts";
import { knownNoun, nounFor } from "./verb-noun.ts";

const MAX_LENGTH = 90;

/** A longer title tells enough without the place. */
const LONG = 60;

/**
 * A short title for an event, from its words and who takes part: a noun phrase, “Putin–Trump meeting in Alaska”, or a clause
 * as headlines have it, “Regulators ban drug”.
 */
export function titleOf(
  mention: Mention,
  text: string,
  participants: readonly ParticipantDraft[],
  place: FoundPlace | null,
  names: NameIndex,
): string {
  const title =
    mention.form === "NOUN"
      ? nounTitle(mention, text, participants, names)
      : verbTitle(mention, text, participants, names);
  const placed =
    place !== null && !title.includes(place.name) && title.length < LONG
      ? `${title} ${place.preposition} ${place.name}`
      : title;
  const short =
    placed.length > MAX_LENGTH ? `${placed.slice(0, MAX_LENGTH).replace(/\s+\S*$/, "")}…` : placed;
  // Not “iPhone”.
  return /^\p{Ll}\p{Lu}/u.test(short) ? short : short.charAt(0).toUpperCase() + short.slice(1);
}

/** Kinds of event that two hold with each other. */
const MUTUAL = new Set("meeting dialogue agreement match battle conversation marriage".split(" "));

/** “Putin–Trump meeting”, “Ida Holm’s resignation”: whose it is, where the phrase itself does not say. */
function nounTitle(
  mention: Mention,
  text: string,
  participants: readonly ParticipantDraft[],
  names: NameIndex,
): string {
  const clause = isDeed(mention) ? clauseTitle(mention, text, names, participants) : null;
  if (clause !== null) return clause;
  const phrase = nounPhrase(mention, text);
  const called = shortNames(participants);
  if (called.some((name) => phrase.includes(name))) return phrase;
  const [one, other] = participants;
  if (isMutual(mention, participants)) return `${called.join("–")} ${phrase}`;
  if (one === undefined || other !== undefined || !isOwn(mention)) return phrase;
  const { name } = one.agent;
  return `${name}${name.endsWith("s") ? "’" : "’s"} ${phrase}`;
}

const isMutual = ({ concept }: Mention, { length }: readonly ParticipantDraft[]) =>
  length === 2 && MUTUAL.has(concept?.name ?? "");

/** “staged a strike”, “imposed sanctions”: the verb tells more than that the event took place. */
function isDeed(mention: Mention): boolean {
  const { group, status } = mention;
  const isOff = /^(?:POSTPONED|RESCHEDULED|CANCELLED)$/.test(status);
  return !isOff && isDoneBySubject(mention) && group !== null && !BARE.has(group.lemma);
}

/** Verbs that only have an event as their object. */
const BARE = new Set("hold have take make give conduct see undergo attend face pay".split(" "));

const isDoneBySubject = ({ part, first, at, group }: Mention) =>
  part === "OBJECT" && first < at && group?.passive === false;

/** Whether an event is that of who acts in its clause: “tendered her resignation”, “carried out air strikes”. */
function isOwn(mention: Mention): boolean {
  return isDoneBySubject(mention) || mention.concept?.name === "speech";
}

function nounPhrase(mention: Mention, text: string): string {
  const { scene, at } = mention;
  const { tokens } = scene.parsed;
  const start = wholeStart(tokens, at);
  const owner = /^['’]s?$/.test(tokens[start - 1]?.lower ?? "") ? phraseStart(tokens, start - 2) : start;
  const end = withComplement(tokens, at);
  return wordsBetween(mention, text, Math.max(0, owner), isTimeAt(scene, end) ? at : end);
}

/** A clause where the text names who acts and the verb has no noun for what lies ahead or was done to somebody. */
function verbTitle(
  mention: Mention,
  text: string,
  participants: readonly ParticipantDraft[],
  names: NameIndex,
): string {
  const ahead = mention.status !== "OCCURRED" && mention.status !== "IN_PROGRESS";
  const asNoun =
    (ahead || mention.group?.passive === true) && knownNoun(mention) !== undefined && !hasObject(mention);
  const clause = asNoun ? null : clauseTitle(mention, text, names, participants);
  if (clause === null && isMutual(mention, participants) && knownNoun(mention) !== undefined)
    return `${shortNames(participants).join("–")} ${nounFor(mention)}`;
  return clause ?? verbPhrase(mention, text, names);
}

/** “was awarded the Nobel Prize”, “was sworn in as president”: passive, with more than who was affected. */
function hasObject({ group, scene, last }: Mention): boolean {
  if (group === null || !group.passive) return false;
  const { tokens } = scene.parsed;
  const next = tokens[Math.max(last, group.head) + 1];
  if (next === undefined || isTimeAt(scene, Math.max(last, group.head) + 1)) return false;
  return next.lower === "as" || /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(next.pos);
}

/** “Release of report”, “Closure of plant by Nokia”, “Retirement of Khan”. */
function verbPhrase(mention: Mention, text: string, names: NameIndex): string {
  const { at, last, group, scene } = mention;
  const { tokens } = scene.parsed;
  const particle = /^(?:down|up|off|out)$/.test(tokens[at + 1]?.lower ?? "") ? at + 1 : at;
  const known = knownNoun(mention);
  const noun = nounFor(mention);
  const deed = particle > at && noun.endsWith("ing") ? `${noun} ${tokens[particle]?.lower}` : noun;
  const who = group === null ? null : subjectName(mention, group, text, names);
  const end = who?.passive || isTimeAt(scene, particle + 1) ? undefined : phraseEnd(tokens, particle + 1);
  const object = end === undefined || last <= particle ? end : Math.min(end, last);
  if (object !== undefined && tokens[object]?.pos !== "PRON") {
    const words = wordsBetween(mention, text, particle + 1, object);
    if (known === undefined) return `${gerund(mention.lemma)} ${words}`;
    const whole = `${deed} ${prepositionOf(noun)} ${words}`;
    return who === null || who.passive ? whole : `${whole} by ${who.words}`;
  }
  if (who !== null && (who.passive || (known !== undefined && SELF.has(mention.concept?.name ?? ""))))
    return `${deed} ${prepositionOf(noun)} ${who.words}`;
  if (who !== null && group !== null) return `${who.words} ${verbWords(mention, group)}`;
  const more = last > particle && object === undefined ? wordsBetween(mention, text, particle + 1, last) : "";
  return deed.endsWith(`-${more}`) ? deed : `${deed} ${more}`.trim();
}

/** Kinds of event that happen to who does them: “resignation of Khan”, but not “announcement of Khan”. */
const SELF = new Set(
  `resignation retirement death disappearance escape withdrawal collapse explosion crash meeting visit illness journey marriage
  closure expiry beginning fire disaster victory defeat surrender apology spaceflight founding launch transfer`.split(
    /\s+/,
  ),
);

/** “to eliminate”, “announces” */
function verbWords(mention: Mention, { lemma }: VerbGroup): string {
  const verb = mention.form === "VERB" ? mention.lemma : lemma;
  return /^(?:SCHEDULED|POSSIBLE)$/.test(mention.status) ? `to ${verb}` : present(verb, false);
}

const prepositionOf = (noun: string) => (noun === "visit" ? "to" : AGAINST.has(noun) ? "on" : "of");

/** Nouns that have what is affected after “on”. */
const AGAINST = new Set([
  "attack",
  "assault",
  "raid",
  "strike",
  "ban",
  "sanction",
  "embargo",
  "restriction",
  "fine",
]);
