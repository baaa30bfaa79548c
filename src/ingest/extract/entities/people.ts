import type { AnnotatedText } from "../annotated-text.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { genderOfHonorific } from "../lexicon/honorifics.ts";
import { wellKnownGender } from "../lexicon/well-known-people.ts";
import { appositionAfter } from "./apposition.ts";
import { compatible, nameKey, type Person, shortForms } from "./person.ts";
import { PERSON_POINTS } from "./person-evidence.ts";
import { type NameReading, nameWords, readName } from "./person-reading.ts";
import { roleOf } from "./roles.ts";
import type { Run } from "./runs.ts";
import { mentionsOfShortForms } from "./short-mentions.ts";
import type { Word } from "./words.ts";

/** The people a text names, each with where; and the runs of capitals that name nobody. */
export interface FoundPeople {
  readonly people: readonly Person[];
  readonly rest: readonly Run[];
}

/** Finds people: full names first, then what shortens them, then single names that titles introduce. */
export function findPeople(
  text: AnnotatedText,
  runs: readonly Run[],
  isEnglish: (word: Word) => boolean,
  mayIntroduce: (run: Run) => boolean,
): FoundPeople {
  const people: Person[] = [];
  const readings = new Map<Run, NameReading>();
  for (const run of runs) {
    const reading = readName(run, isEnglish);
    if (reading !== null) readings.set(run, reading);
  }
  const accepted = new Set<Run>();
  const full = [...readings].filter(([run, reading]) => wordCount(reading) > 1 && mayIntroduce(run));
  const reused = reuse(readings.values());
  for (const pass of [0, 1]) {
    for (const [index, [run, reading]] of full.entries()) {
      if (accepted.has(run)) continue;
      const neighbours = [full[index - 1]?.[0], full[index + 1]?.[0]];
      const listed =
        pass > 0 &&
        neighbours.some((other) => other !== undefined && accepted.has(other) && listedTogether(run, other));
      const points = reading.points + (reused(reading) ? 2 : 0) + (listed ? 2 : 0);
      if (points < PERSON_POINTS) continue;
      accepted.add(run);
    }
  }
  for (const [run, reading] of full)
    if (accepted.has(run))
      add(text, people, reading, reading.points + (reused(reading) ? 2 : 0), "full-name");
  const rest = mentionsOfShortForms(text, people, runs, readings, accepted, { isEnglish, mayIntroduce });
  return { people, rest };
}

/** Whether the last word of a name stands alone elsewhere, where a person would. */
function reuse(readings: Iterable<NameReading>): (reading: NameReading) => boolean {
  const alone = new Set<string>();
  for (const reading of readings) {
    const [word, more] = nameWords(reading.stream.words, reading.from, reading.to);
    if (word !== undefined && more === undefined && reading.contextPoints >= 1) alone.add(nameKey(word.text));
  }
  return ({ stream, from, to }) => alone.has(nameKey(nameWords(stream.words, from, to).at(-1)?.text ?? ""));
}

function wordCount({ stream, from, to }: NameReading): number {
  return nameWords(stream.words, from, to).length;
}

/** “A B, C D and E F”: nothing but a comma or “and” between. */
function listedTogether(one: Run, other: Run): boolean {
  if (one.stream !== other.stream) return false;
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  const between = one.stream.words.slice(left.to, right.from);
  return (
    between.length > 0 &&
    between.length <= 2 &&
    between.every(({ lower }) => lower === "," || lower === "and")
  );
}

/** Adds a mention by full name to the person it is of, or a new person. */
export function add(
  text: AnnotatedText,
  people: Person[],
  reading: NameReading,
  points: number,
  rule: string,
): Person {
  const { stream, from, to } = reading;
  const words = nameWords(stream.words, from, to);
  const name = words.map((word) => word.text);
  const known = people.find((person) => compatible(person.name, name));
  const person: Person = known ?? {
    name,
    forms: new Set(),
    mentions: [],
    roles: [],
    roleHeads: new Set(),
    countries: new Set(),
    ages: new Set(),
    gender: null,
    points,
    rule,
  };
  if (known === undefined) people.push(person);
  else if (fuller(name, known.name)) known.name = name;
  person.points = Math.max(person.points, points);
  person.forms.add(joined(name));
  mention(person, stream.words, from, to);
  person.gender ??= genderOfName(name);
  describe(text, person, reading);
  return person;
}

/** Records what a title before a name and an apposition after it tell of a person. */
export function describe(
  text: AnnotatedText,
  person: Person,
  { stream: { words }, from, to, title }: NameReading,
): void {
  const apposition = words[to - 1]?.possessive ? null : appositionAfter(words, to);
  for (const phrase of [title, apposition]) {
    if (phrase === null) continue;
    person.gender = phrase.gender ?? person.gender;
    roleOf(text, words, phrase, { from, to }, person);
  }
  const age = Number(/^\d{1,3}$/.exec(words[to + 1]?.text ?? "")?.[0] ?? Number.NaN);
  if (words[to]?.text === "," && age > 0 && age < 130) person.ages.add(age);
}

/** Records that words name a person. */
export function mention(person: Person, words: readonly Word[], from: number, to: number): void {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  person.mentions.push({ start, end, text: joined(nameWords(words, from, to).map(({ text }) => text)) });
}

/** Words of a name with spaces between, but none before a comma. */
export function joined(words: readonly string[]): string {
  return words.join(" ").replaceAll(" ,", ",");
}

function fuller(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length > other.length ||
    (one.length === other.length &&
      one.join("").length > other.join("").length &&
      /^.\.?$/.test(other[0] ?? ""))
  );
}

function genderOfName(name: readonly string[]): "MALE" | "FEMALE" | null {
  const honorific = genderOfHonorific(name[0]?.toLowerCase() ?? "");
  const gender =
    honorific ??
    (name.length === 1 ? wellKnownGender(name[0]?.toLowerCase() ?? "") : undefined) ??
    givenNameGender(name[0] ?? "") ??
    givenNameGender(name[1] ?? "");
  return gender === "MALE" || gender === "FEMALE" ? gender : null;
}

/** The keys under which later mentions may shorten the names of people. */
export function shortFormIndex(people: readonly Person[]): Map<string, Person[]> {
  const index = new Map<string, Person[]>();
  const put = (key: string, person: Person) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [person]);
    else if (!list.includes(person)) list.push(person);
  };
  for (const person of people) for (const form of shortForms(person.name)) put(form, person);
  return index;
}
