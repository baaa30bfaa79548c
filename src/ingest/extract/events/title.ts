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
  const own = people.length === 1 && mention.concept?.name === "speech" && !/\s/.test(phrase);
  const named = own ? `${people[0]}’s ${phrase}` : pair ? `${people.join("–")} ${phrase}` : phrase;
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
    .replace(/^(?:(?:the|an?|this|that|another|his|her|its|their)\s+)?(?:last\s+|latest\s+)?/i, "");
}

function nounPhrase(mention: Mention, text: string): string {
  const { tokens } = mention.scene.parsed;
  const start = phraseStart(tokens, mention.at);
  const owner = /^['’]s?$/.test(tokens[start - 1]?.lower ?? "") ? phraseStart(tokens, start - 2) : start;
  return words(mention, text, Math.max(0, owner), withComplement(tokens, mention.at));
}

/** “Release of a report”, “Killing of the driver”, “Retirement of Khan”. */
function verbPhrase(mention: Mention, text: string): string {
  const { at, first, last, group, scene } = mention;
  const { tokens } = scene.parsed;
  const particle = /^(?:down|up|off|out)$/.test(tokens[at + 1]?.lower ?? "") ? at + 1 : at;
  const noun = nounFor(mention);
  const deed = particle > at && noun.endsWith("ing") ? `${noun} ${tokens[particle]?.lower}` : noun;
  const subject = first < at ? phraseEnd(tokens, first) : undefined;
  const isTime = scene.times.some(({ start }) => start === tokens[particle + 1]?.start);
  const end = group?.passive || isTime ? undefined : phraseEnd(tokens, particle + 1);
  const object = end === undefined || last <= particle ? end : Math.min(end, last);
  if (object !== undefined && tokens[object]?.pos !== "PRON")
    return `${deed} ${AGAINST.has(noun) ? "on" : "of"} ${words(mention, text, particle + 1, object)}`;
  if (subject !== undefined && subject < at) return `${deed} of ${words(mention, text, first, subject)}`;
  return last > particle && object === undefined
    ? `${deed} ${words(mention, text, particle + 1, last)}`
    : deed;
}

/** Nouns that have what is affected after “on”. */
const AGAINST = new Set(["attack", "assault", "raid", "strike", "ban", "sanction", "embargo", "restriction"]);

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
  announce: "announcement",
  replace: "replacement",
  begin: "beginning",
  reveal: "disclosure",
  elect: "election",
  evacuate: "evacuation",
  discontinue: "end",
  injure: "injury",
  present: "presentation",
  receive: "receipt",
  send: "sending",
  give: "handover",
  approve: "approval",
  name: "naming",
  fire: "firing",
  deploy: "deployment",
  deny: "denial",
};

function gerund(lemma: string): string {
  if (/[^aeiou]e$/.test(lemma) && !/(?:ee|ye|oe)$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return `${lemma}ing`;
}
