import type { AnnotatedText } from "../annotated-text.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { nameKey, type Person } from "./person.ts";
import { PERSON_POINTS } from "./person-evidence.ts";
import { type NameReading, readName } from "./person-reading.ts";
import { Roster } from "./roster.ts";
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
  mayIntroduce: (run: Run) => boolean,
): FoundPeople {
  const roster = new Roster(text);
  const readings = new Map<Run, NameReading>();
  for (const run of runs) {
    const reading = readName(run);
    if (reading !== null) readings.set(run, reading);
  }
  const accepted = new Set<Run>();
  const full = [...readings].filter(([run, { name }]) => name.length > 1 && mayIntroduce(run));
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
  for (const [run, reading] of full) {
    if (accepted.has(run)) roster.add(reading, reading.points + (reused(reading) ? 2 : 0), "full-name");
  }
  const couples: ReadonlySet<Word | undefined> = new Set(
    full.filter(([run]) => accepted.has(run)).flatMap(([, reading]) => partner(roster, reading) ?? []),
  );
  const left = runs.filter((run) => !couples.has(run.stream.words[run.from]));
  const rest = mentionsOfShortForms(roster, left, readings, accepted, mayIntroduce);
  return { people: roster.people, rest };
}

/** Whether the last word of a name stands alone elsewhere, where a person would. */
function reuse(readings: Iterable<NameReading>): (reading: NameReading) => boolean {
  const alone = new Set<string>();
  for (const { name, key, contextPoints } of readings) {
    if (name.length === 1 && contextPoints >= 1) alone.add(key);
  }
  return ({ name }) => alone.has(nameKey(name.at(-1)?.text ?? ""));
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

/** “Bill and Melinda Gates”: a first name alone before a full name has its surname. Gives back the word of the first name. */
function partner(roster: Roster, { stream: { words }, from, name, points }: NameReading): Word | null {
  const [tie, first, before] = [words[from - 1], words[from - 2], words[from - 3]];
  if (first === undefined || !/^(?:and|&)$/.test(tie?.lower ?? "") || !first.capital || before?.capital)
    return null;
  const [given, ...surname] = name.filter(({ text }) => !/^\p{Lu}\.$/u.test(text));
  if (
    given === undefined ||
    givenNameGender(given.text) === undefined ||
    givenNameGender(first.text) === undefined
  )
    return null;
  if (surname.length === 0 || before?.text === "," || roster.byForm(nameKey(first.text)).length > 0)
    return null;
  const person = roster.addName(
    [first.text, ...surname.map(({ text }) => text)],
    Math.min(points, PERSON_POINTS),
    "couple",
  );
  person.mentions.push({ start: first.start, end: first.end, text: first.text });
  return first;
}
