import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { Mention } from "./mention.ts";
import { phraseEnd, phraseStart, withComplement } from "./phrases.ts";

const MAX_LENGTH = 90;

/** A short noun phrase for an event, from its words and who takes part: “Putin–Trump meeting in Alaska”. */
export function titleOf(
  mention: Mention,
  text: string,
  participants: readonly ParticipantDraft[],
  place: string | null,
): string {
  const phrase = mention.form === "NOUN" ? nounPhrase(mention, text) : verbPhrase(mention, text);
  const people = participants
    .filter(({ agent }) => agent.type === "PERSON")
    .map(({ agent }) => agent.name.split(" ").at(-1) ?? "");
  const pair =
    people.length === 2 &&
    mention.concept?.name === "meeting" &&
    !people.some((name) => phrase.includes(name));
  const named = pair ? `${people.join("–")} ${phrase}` : phrase;
  const placed =
    place !== null && !named.includes(place) && named.length < 50 ? `${named} in ${place}` : named;
  const short =
    placed.length > MAX_LENGTH ? `${placed.slice(0, MAX_LENGTH).replace(/\s+\S*$/, "")}…` : placed;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function words({ scene }: Mention, text: string, first: number, last: number): string {
  const { tokens } = scene.parsed;
  return text
    .slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0)
    .replace(/\s+/g, " ")
    .replace(/^(?:the|an?|this|that|another|his|her|its|their)\s+/i, "");
}

function nounPhrase(mention: Mention, text: string): string {
  const { tokens } = mention.scene.parsed;
  const start = phraseStart(tokens, mention.at);
  const owner = /^['’]s?$/.test(tokens[start - 1]?.lower ?? "") ? phraseStart(tokens, start - 2) : start;
  return words(mention, text, Math.max(0, owner), withComplement(tokens, mention.at));
}

/** “Release of a report”, “Killing of the driver”, “Khan’s retirement”. */
function verbPhrase(mention: Mention, text: string): string {
  const { at, first, last, group, scene } = mention;
  const { tokens } = scene.parsed;
  const noun = nounFor(mention);
  const particles = tokens
    .slice(at + 1, at + 2)
    .filter(({ pos, lower }) => pos === "ADP" && /^(?:down|up|off|out)$/.test(lower));
  const deed = [noun, ...particles.map(({ lower }) => lower)].join(" ");
  if (group?.passive && first < at) {
    const end = phraseEnd(tokens, first);
    if (end !== undefined && end < at) return `${deed} of ${object(mention, text, first, end)}`;
  }
  const start = at + 1 + particles.length;
  const end = group?.passive ? undefined : phraseEnd(tokens, start);
  if (end !== undefined) return `${deed} of ${object(mention, text, start, end)}`;
  if (first < at) return `${deed} of ${object(mention, text, first, phraseEnd(tokens, first) ?? first)}`;
  return last > at ? `${deed} ${words(mention, text, at + 1, last)}` : deed;
}

/** Pronouns name nobody outside of their sentence. */
function object(mention: Mention, text: string, first: number, last: number): string {
  return words(mention, text, first, last);
}

/** The noun of the same kind that looks most like a verb, else its form in -ing. */
function nounFor({ lemma, concept }: Mention): string {
  const stem = lemma.slice(0, Math.max(3, lemma.length - 2));
  const known = NOUNS[lemma] ?? concept?.nouns.find((noun) => noun.startsWith(stem));
  return known ?? gerund(lemma);
}

const NOUNS: Readonly<Record<string, string>> = {
  buy: "purchase",
  sell: "sale",
  die: "death",
  lose: "loss",
  win: "win",
  pass: "passage",
  open: "opening",
  close: "closure",
  found: "founding",
  choose: "choice",
  marry: "marriage",
  sue: "suing",
  free: "release",
  fly: "flight",
  discover: "discovery",
  find: "discovery",
  expel: "expulsion",
  seize: "seizure",
  accept: "acceptance",
};

function gerund(lemma: string): string {
  if (/[^aeiou]e$/.test(lemma) && !/(?:ee|ye|oe)$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return `${lemma}ing`;
}
