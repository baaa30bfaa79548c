import type { AnnotatedText } from "../annotated-text.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { genderOfHonorific } from "../lexicon/honorifics.ts";
import { wellKnownGender } from "../lexicon/well-known-people.ts";
import { describe, mention } from "./describe-person.ts";
import { compatible, nameKey, type Person, shortForms } from "./person.ts";
import type { NameReading } from "./person-reading.ts";

/** The people found so far, by each form in which a later mention may name them. */
export class Roster {
  readonly people: Person[] = [];
  readonly #byForm = new Map<string, Person[]>();
  readonly #byName = new Map<string, Person>();

  constructor(readonly text: AnnotatedText) {}

  /** Adds a mention by name to the person it is of, or a new person. */
  add(reading: NameReading, points: number, rule: string): Person {
    const { stream, from, to } = reading;
    const person = this.addName(
      reading.name.map(({ text }) => text),
      points,
      rule,
    );
    mention(person, stream.words, from, to);
    describe(this.text, person, reading);
    return person;
  }

  /** Adds a person by name, or finds the one who bears it. */
  addName(name: readonly string[], points: number, rule: string): Person {
    const known = this.#bearer(name);
    const person: Person = known ?? {
      name,
      mentions: [],
      roles: [],
      roleHeads: new Set(),
      countries: new Set(),
      ages: new Set(),
      gender: null,
      points,
      rule,
    };
    if (known === undefined) this.people.push(person);
    else if (fuller(name, known.name)) known.name = name;
    if (known === undefined || known.name === name) this.#index(person);
    person.points = Math.max(person.points, points);
    person.gender ??= genderOfName(name);
    return person;
  }

  /** Those whom a shortened form may mean: a surname. */
  byForm(key: string): readonly Person[] {
    return this.#byForm.get(key) ?? [];
  }

  /** Whose whole name it is. */
  byName(key: string): Person | undefined {
    return this.#byName.get(key);
  }

  #bearer(name: readonly string[]): Person | undefined {
    const key = nameKey(name.join(" "));
    const same = this.#byName.get(key);
    if (same !== undefined || name.length < 2) return same;
    const surnames = name.slice(-2).flatMap((word) => this.byForm(nameKey(word)));
    return surnames.find((person) => compatible(person.name, name)) ?? this.byForm(key)[0];
  }

  #index(person: Person): void {
    this.#byName.set(nameKey(person.name.join(" ")), person);
    for (const form of shortForms(person.name)) {
      const list = this.#byForm.get(form);
      if (list === undefined) this.#byForm.set(form, [person]);
      else if (!list.includes(person)) list.push(person);
    }
  }
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
