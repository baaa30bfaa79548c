import type { AnnotatedText } from "../annotated-text.ts";
import { appositionAfter } from "./apposition.ts";
import type { Person } from "./person.ts";
import { type NameReading, nameWords } from "./person-reading.ts";
import { roleOf } from "./roles.ts";
import type { Word } from "./words.ts";

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
  if (words[to - 1]?.possessive) person.gender ??= genderBySpouse(words[to]?.lower ?? "");
  const age = Number(/^\d{1,3}$/.exec(words[to + 1]?.text ?? "")?.[0] ?? Number.NaN);
  if (words[to]?.text === "," && age > 0 && age < 130) person.ages.add(age);
}

/** “Kamau’s husband”: the sex of the other, as most couples are. */
function genderBySpouse(lower: string): "MALE" | "FEMALE" | null {
  if (/^(?:husband|boyfriend|ex-husband|fiancé|widower)$/.test(lower)) return "FEMALE";
  return /^(?:wife|girlfriend|ex-wife|fiancée|widow)$/.test(lower) ? "MALE" : null;
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
