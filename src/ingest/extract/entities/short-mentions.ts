import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { KNOWN_BODIES } from "../lexicon/known-bodies.ts";
import { NEVER_NAMES } from "../lexicon/never-names.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS } from "../lexicon/place-words.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { describe, mention } from "./describe-person.ts";
import { nameKey, type Person } from "./person.ts";
import { PERSON_POINTS } from "./person-evidence.ts";
import type { NameReading } from "./person-reading.ts";
import type { Roster } from "./roster.ts";
import type { Run } from "./runs.ts";

/** Gives the runs that shorten a known name to its person, and adds people of a single name. What is left is given back. */
export function mentionsOfShortForms(
  roster: Roster,
  runs: readonly Run[],
  readings: ReadonlyMap<Run, NameReading>,
  accepted: ReadonlySet<Run>,
  mayIntroduce: (run: Run) => boolean,
): Run[] {
  const givenNames = givenNameIndex(roster.people);
  const left = runs.filter((run) => {
    if (accepted.has(run)) return false;
    const reading = readings.get(run);
    const person = reading && (known(roster, reading) ?? byGiven(givenNames, reading));
    if (reading === undefined || person === undefined || isOtherThing(reading)) return !compound(roster, run);
    take(roster, person, reading);
    return false;
  });
  const best = new Map<string, number>();
  for (const run of left) {
    const reading = readings.get(run);
    if (reading === undefined || !mayIntroduce(run) || !isSingle(reading)) continue;
    const { key } = reading;
    best.set(key, Math.max(best.get(key) ?? -9, singlePoints(reading)));
  }
  return left.filter((run) => {
    const reading = readings.get(run);
    if (reading === undefined || isOtherThing(reading)) return true;
    const points = isSingle(reading) ? (best.get(reading.key) ?? -9) : -9;
    if (points < PERSON_POINTS) return !compound(roster, run);
    roster.add(reading, points, "single-name");
    return false;
  });
}

/** Whom a form means that is the whole of a name or its surname. */
function known(roster: Roster, reading: NameReading): Person | undefined {
  const { key } = reading;
  return roster.byName(key) ?? pick(roster.byForm(key), reading);
}

function isSingle({ name }: NameReading): boolean {
  return name.length === 1;
}

/** Of several with the same surname the one whose gender the form of address tells, then the one named last before. */
function pick(people: readonly Person[], { title, stream, from }: NameReading): Person | undefined {
  if (people.length < 2) return people[0];
  const fitting = title?.gender == null ? people : people.filter(({ gender }) => gender === title.gender);
  const at = stream.words[from]?.start ?? 0;
  const lastBefore = (person: Person) => person.mentions.findLast(({ start }) => start < at)?.start ?? -1;
  return [...(fitting.length > 0 ? fitting : people)].sort(
    (one, other) => lastBefore(other) - lastBefore(one),
  )[0];
}

/** Whom a first name alone means: who bears it and is named oftener than all others who do. */
function givenNameIndex(people: readonly Person[]): Map<string, Person> {
  const best = new Map<string, Person>();
  const tied = new Set<string>();
  for (const person of people) {
    const key = nameKey(person.name[0] ?? "");
    if (person.name.length < 2 || key.length < 3) continue;
    const other = best.get(key);
    const [mine, theirs] = [person.mentions.length, other?.mentions.length ?? 0];
    if (mine === theirs) tied.add(key);
    else if (mine > theirs) {
      best.set(key, person);
      tied.delete(key);
    }
  }
  for (const key of tied) best.delete(key);
  return best;
}

function byGiven(index: ReadonlyMap<string, Person>, reading: NameReading): Person | undefined {
  const word = reading.stream.words[reading.from];
  if (word === undefined || !isSingle(reading)) return undefined;
  const isGiven = givenNameGender(word.text) !== undefined || !isEnglishWord(word.lower);
  return isGiven ? index.get(reading.key) : undefined;
}

function take(roster: Roster, person: Person, reading: NameReading): void {
  mention(person, reading.stream.words, reading.from, reading.to);
  describe(roster.text, person, reading);
}

/** “in Washington”, “Ford shares”: a name that is also a place’s or a firm’s stands where those do. */
function isOtherThing({ stream: { words }, from, to, title }: NameReading): boolean {
  const word = words[from];
  if (title !== null || to - from > 1 || word === undefined) return false;
  if (KNOWN_BODIES.has(word.lower)) return true;
  const before = words[from - 1]?.lower ?? "";
  return /^(?:in|near|across|throughout)$/.test(before) && knownPlace(word.text) !== undefined;
}

/** “the Putin-Trump meeting”: both are named, each with a span of its own. */
function compound(roster: Roster, { stream: { words }, from, to }: Run): boolean {
  const word = words[from];
  if (to - from !== 1 || word === undefined || !/[-–]/.test(word.text)) return false;
  const parts = word.text.split(/[-–]/);
  const people = parts.map((part) => roster.byName(nameKey(part)) ?? roster.byForm(nameKey(part))[0]);
  if (people.every((person) => person === undefined)) return false;
  let start = word.start;
  parts.forEach((part, at) => {
    people[at]?.mentions.push({ start, end: start + part.length, text: part });
    start += part.length + 1;
  });
  return true;
}

/** What speaks for a single word being a person: a title right before, what only people do; what is a place or a body does not. */
function singlePoints(reading: NameReading): number {
  const word = reading.stream.words[reading.from];
  if (word === undefined || word.text.length < 3 || NEVER_NAMES.has(word.lower)) return -9;
  if (ORGANIZATION_ENDS.has(word.lower) || PLACE_ENDS.has(word.lower)) return -9;
  const titled = reading.title !== null && !reading.title.honorific;
  const common = isEnglishWord(word.lower) && (word.starts || titled) && !reading.title?.honorific;
  return reading.points + (common ? -2 : 0);
}
