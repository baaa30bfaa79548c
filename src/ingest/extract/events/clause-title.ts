import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { Token } from "../annotated-text.ts";
import type { VerbGroup } from "../clauses/verb-groups.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { announced } from "./announced.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseEnd, withComplement } from "./phrases.ts";
import { isPlural, present } from "./present.ts";
import { isTimeAt, shortNames, wordsBetween } from "./title-words.ts";
import { subjectOf, type VerbSubject } from "./verb-subject.ts";

/** No subject of a title is longer, in UTF-16 units. */
const LONGEST_SUBJECT = 48;

/**
 * A title as headlines have it, in the present: “Merkel meets Macron”, “Trains halted”, “Board to close plant” of what lies
 * ahead. Null where the text names no subject for it.
 */
export function clauseTitle(
  mention: Mention,
  text: string,
  names: NameIndex,
  participants: readonly ParticipantDraft[],
): string | null {
  const { group, scene, form } = mention;
  const { tokens } = scene.parsed;
  const subject = group === null ? null : subjectOf(mention, group);
  if (group === null || subject === null) return null;
  const who = pairMeant(mention, subject, participants) ?? nameOf(mention, subject, text, names);
  const own = restOf(mention, group, subject.passive, text, names);
  const rest = own === "" ? announced(mention, group, text) : own;
  if (who === null || who.length > LONGEST_SUBJECT || rest === null) return null;
  const lemma = form === "VERB" ? mention.lemma : group.lemma;
  const participle = tokens[group.head]?.lower ?? lemma;
  const ahead = /^(?:SCHEDULED|POSSIBLE)$/.test(mention.status);
  const verb = subject.passive
    ? `${ahead ? "to be " : ""}${participle}`
    : ahead
      ? `to ${lemma}`
      : present(lemma, !isOneName(who, tokens, subject, names) && isPlural(tokens, subject));
  return `${who} ${verb} ${rest}`.trim();
}

/** Whether words are the name of one person whom the subject names. */
function isOneName(
  who: string,
  tokens: readonly Token[],
  { first, head }: VerbSubject,
  names: NameIndex,
): boolean {
  const span = { start: tokens[first]?.start ?? 0, end: tokens[head]?.end ?? 0 };
  return names(span).some(({ entity }) => entity.kind === "PERSON" && entity.name === who);
}

/** “Lima and Rutte” for “the two leaders” or “they”, where it is known whom they mean. */
function pairMeant(
  { scene }: Mention,
  { first, head }: VerbSubject,
  participants: readonly ParticipantDraft[],
): string | null {
  const words = scene.parsed.tokens.slice(first, head + 1);
  const several = /^(?:two|both|pair|duo|they)$/.test(words[0]?.lower ?? "") && words.length <= 2;
  return several && participants.length === 2 ? shortNames(participants).join(" and ") : null;
}

/** Who is the subject of a verb, in words, and whether the verb is done to them; null where nobody is named or at length. */
export function subjectName(
  mention: Mention,
  group: VerbGroup,
  text: string,
  names: NameIndex,
): { readonly words: string; readonly passive: boolean } | null {
  const subject = subjectOf(mention, group);
  const words = subject === null ? null : nameOf(mention, subject, text, names);
  if (subject === null || words === null || words.length > LONGEST_SUBJECT) return null;
  return { words: withinTitle(mention, subject, words, names), passive: subject.passive };
}

/** Words that have their capital from the head of the sentence are written without: “closure of schools”. */
function withinTitle(
  { scene }: Mention,
  { first, head }: VerbSubject,
  words: string,
  names: NameIndex,
): string {
  const { tokens } = scene.parsed;
  const [from, to] = [tokens[first], tokens[head]];
  if (first !== 0 || from === undefined || to === undefined || !words.startsWith(from.text)) return words;
  const isName = names({ start: from.start, end: to.end }).some(({ start }) => start === from.start);
  const plural = from.lower.endsWith("s") && isEnglishWord(from.lower);
  const common = /^(?:NOUN|ADJ|NUM|DET)$/.test(from.pos) || plural;
  return isName || !common || !/^\p{Lu}\p{Ll}/u.test(words)
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
}

/** The words of a subject; a person's name without titles, and for a pronoun the name of whom it means. */
function nameOf(
  mention: Mention,
  { first, head }: VerbSubject,
  text: string,
  names: NameIndex,
): string | null {
  const { tokens } = mention.scene.parsed;
  const [from, to] = [tokens[first], tokens[head]];
  if (from === undefined || to === undefined) return null;
  const several = tokens.slice(first, head).some(({ lower }) => lower === "and");
  const named = names({ start: from.start, end: to.end }).find(({ end }) => end === to.end);
  if (to.pos === "PRON") return named?.entity.name ?? null;
  if (named?.entity.kind === "PERSON" && !several) return named.entity.name;
  // “the American carmaker Chrysler”
  const before = named === undefined ? -1 : tokens.findIndex(({ start }) => start === named.start) - 1;
  const called = before >= first && tokens[before]?.pos === "NOUN" && !several;
  if (named !== undefined && called) return text.slice(named.start, named.end);
  const words = withoutArticles(wordsBetween(mention, text, first, head));
  return named !== undefined && words.length > LONGEST_SUBJECT ? named.entity.name : words;
}

/** What follows the verb and belongs to it; null where it is a pronoun that means nothing named. */
function restOf(
  mention: Mention,
  group: VerbGroup,
  passive: boolean,
  text: string,
  names: NameIndex,
): string | null {
  const { scene, last } = mention;
  const { tokens } = scene.parsed;
  const from = group.head + 1;
  const next = tokens[from];
  if (next === undefined || isTimeAt(scene, from)) return "";
  const end = restEnd(mention, group, Math.max(last, group.head));
  if (end < from) return "";
  if (passive || next.pos !== "PRON" || isBound(next))
    return withoutArticles(wordsBetween(mention, text, from, end));
  const named = names({ start: next.start, end: next.end })[0];
  if (named === undefined) return null;
  return `${named.entity.name} ${withoutArticles(wordsBetween(mention, text, from + 1, end))}`.trim();
}

/** Where it ends: with “to buy the firm” after “agreed”, “of emergency” after a noun; before a time and its preposition. */
function restEnd({ scene }: Mention, { head, passive }: VerbGroup, last: number): number {
  const { tokens, groups } = scene.parsed;
  const infinitive = groups.find(({ first, infinitive }) => infinitive && first === last + 1);
  if (infinitive !== undefined) {
    const object = phraseEnd(tokens, infinitive.last + 1) ?? infinitive.last;
    return isTimeAt(scene, object) ? infinitive.last : object;
  }
  if (passive && last === head && OPENS_OBJECT.test(tokens[head + 1]?.pos ?? "")) {
    const object = phraseEnd(tokens, head + 1);
    if (object !== undefined && !isTimeAt(scene, head + 1)) return withComplement(tokens, object);
  }
  const goesOn = last === head || GOING_ON.test(tokens[last + 1]?.lower ?? "");
  const beside = tokens.slice(last + 1, last + 4).some(({ lower }) => /^(?:sidelines|margins)$/.test(lower));
  const told = SCORE.test(tokens[last + 1]?.text ?? "") ? last + 1 : last;
  let end = (goesOn || told > last) && !beside ? withComplement(tokens, told) : told;
  // “sworn in as president”
  const office = passive && tokens[told + 1]?.lower === "as" ? phraseEnd(tokens, told + 2) : undefined;
  if (office !== undefined) end = office;
  // “at the age of 56”
  if (tokens[end]?.lower === "age") end = told;
  const least = isTimeAt(scene, last) ? head : last;
  const untimed = end;
  while (end > head && isTimeAt(scene, end)) end--;
  while (end < untimed && end > least && /^(?:ADP|DET)$/.test(tokens[end]?.pos ?? "")) end--;
  return end;
}

const GOING_ON = /^(?:of|on|with|against|from|to|over|into|between|for)$/;

/** “was awarded the prize”: passive, with an object of its own. */
const OPENS_OBJECT = /^(?:DET|PROPN|NOUN|ADJ|NUM)$/;

/** “beat Dallas 3-1”, “lost 2–0 to Ajax” */
const SCORE = /^\d{1,3}[-–]\d{1,3}$/;

/** As headlines leave them out; not those of names, “The Hague”. */
function withoutArticles(words: string): string {
  return words.replace(/(^|\s)(?:the|an?)\s+/g, "$1");
}

/** “himself”, “their leader”. */
function isBound({ lower }: Token): boolean {
  return /^(?:his|her|its|their|our|my|your|\p{L}+sel(?:f|ves))$/u.test(lower);
}
