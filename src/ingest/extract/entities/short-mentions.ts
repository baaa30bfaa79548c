import type { AnnotatedText } from "../annotated-text.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { NEVER_NAMES } from "../lexicon/never-names.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_ENDS } from "../lexicon/place-words.ts";
import { add, describe, mention, shortFormIndex } from "./people.ts";
import { nameKey, type Person } from "./person.ts";
import { PERSON_POINTS } from "./person-evidence.ts";
import { type NameReading, nameWords } from "./person-reading.ts";
import type { Run } from "./runs.ts";
import type { Word } from "./words.ts";

/** What may be asked of words and runs. */
export interface Judgement {
  readonly isEnglish: (word: Word) => boolean;
  /** Whether the run stands where the text may introduce somebody: not in a headline. */
  readonly mayIntroduce: (run: Run) => boolean;
}

/** Gives the runs that shorten a known name to its person, and adds people of a single name. What is left is given back. */
export function mentionsOfShortForms(
  text: AnnotatedText,
  people: Person[],
  runs: readonly Run[],
  readings: ReadonlyMap<Run, NameReading>,
  accepted: ReadonlySet<Run>,
  { isEnglish, mayIntroduce }: Judgement,
): Run[] {
  const rest: Run[] = [];
  let index = shortFormIndex(people);
  const givenNames = givenNameIndex(people);
  const pending: [Run, NameReading][] = [];
  for (const run of runs) {
    if (accepted.has(run)) continue;
    const reading = readings.get(run);
    const person =
      reading &&
      (whole(reading, people) ?? pick(index.get(keyOf(reading)), reading) ?? byGiven(givenNames, reading));
    if (reading !== undefined && person != null && !placeHere(reading)) take(text, person, reading);
    else if (!compound(index, run)) {
      if (reading !== undefined && mayIntroduce(run) && isSingle(reading)) pending.push([run, reading]);
      else rest.push(run);
    }
  }
  const added = new Set<Run>();
  const best = new Map<string, number>();
  for (const [, reading] of pending) {
    const key = keyOf(reading);
    best.set(key, Math.max(best.get(key) ?? -9, singlePoints(reading, isEnglish)));
  }
  for (const [run, reading] of pending) {
    const points = best.get(keyOf(reading)) ?? -9;
    if (points < PERSON_POINTS || placeHere(reading)) rest.push(run);
    else {
      add(text, people, reading, points, "single-name");
      added.add(run);
    }
  }
  if (added.size === 0) return rest;
  index = new Map(
    people.filter(({ name }) => name.length === 1).map((person) => [nameKey(person.name[0] ?? ""), [person]]),
  );
  return rest.filter((run) => {
    const reading = readings.get(run);
    const person = reading && pick(index.get(keyOf(reading)), reading);
    if (reading === undefined || person == null || placeHere(reading)) return !compound(index, run);
    take(text, person, reading);
    return false;
  });
}

function keyOf({ stream, from, to }: NameReading): string {
  return nameKey(
    nameWords(stream.words, from, to)
      .map(({ text }) => text)
      .join(" "),
  );
}

function isSingle({ stream, from, to }: NameReading): boolean {
  return nameWords(stream.words, from, to).length === 1;
}

/** The person whose whole name it is: a mention in a headline, say. */
function whole(reading: NameReading, people: readonly Person[]): Person | undefined {
  const key = keyOf(reading);
  return isSingle(reading) ? undefined : people.find(({ name }) => nameKey(name.join(" ")) === key);
}

/** Of several with the same surname the one whose gender the form of address tells, then the one named last before. */
function pick(
  people: readonly Person[] | undefined,
  { title, stream, from }: NameReading,
): Person | undefined {
  if (people === undefined || people.length < 2) return people?.[0];
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
  if (!isSingle(reading) || givenNameGender(reading.stream.words[reading.from]?.text ?? "") === undefined)
    return undefined;
  return index.get(keyOf(reading));
}

function take(text: AnnotatedText, person: Person, reading: NameReading): void {
  mention(person, reading.stream.words, reading.from, reading.to);
  describe(text, person, reading);
}

/** “in Washington”, “Jordan’s capital”: a name that is also a place stands where places do. */
function placeHere({ stream: { words }, from, to, title }: NameReading): boolean {
  if (title !== null || to - from > 1) return false;
  const before = words[from - 1]?.lower ?? "";
  return /^(?:in|near|across|throughout)$/.test(before) && knownPlace(words[from]?.text ?? "") !== undefined;
}

/** “the Putin-Trump meeting”: both are named, each with a span of its own. */
function compound(index: ReadonlyMap<string, Person[]>, { stream: { words }, from, to }: Run): boolean {
  const word = words[from];
  if (to - from !== 1 || word === undefined || !/[-–]/.test(word.text)) return false;
  const parts = word.text.split(/[-–]/);
  const people = parts.map((part) => index.get(nameKey(part))?.[0]);
  if (people.every((person) => person === undefined)) return false;
  let start = word.start;
  parts.forEach((part, at) => {
    people[at]?.mentions.push({ start, end: start + part.length, text: part });
    start += part.length + 1;
  });
  return true;
}

/** What speaks for a single word being a person: a title right before, what only people do; what is a place or a body does not. */
function singlePoints(reading: NameReading, isEnglish: (word: Word) => boolean): number {
  const word = reading.stream.words[reading.from];
  if (word === undefined || word.text.length < 3 || NEVER_NAMES.has(word.lower)) return -9;
  if (ORGANIZATION_ENDS.has(word.lower) || PLACE_ENDS.has(word.lower)) return -9;
  const titled = reading.title !== null && !reading.title.honorific;
  const common = isEnglish(word) && (word.starts || titled) && !reading.title?.honorific;
  return reading.points + (common ? -2 : 0);
}
