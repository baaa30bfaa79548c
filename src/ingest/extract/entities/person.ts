import type { RoleDraft } from "../../../domain/draft.ts";
import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { NAME_SUFFIXES } from "../lexicon/name-particles.ts";

/** A mention of a person by name, with where in the text's streams it stands. */
export interface NamedAt {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A person while the text is read. */
export interface Person {
  /** Words of the fullest name. */
  name: readonly string[];
  readonly mentions: NamedAt[];
  readonly roles: RoleDraft[];
  /** Heads of titles, in lower case: “minister”. */
  readonly roleHeads: Set<string>;
  /** Codes of the countries they serve or come from. */
  readonly countries: Set<string>;
  /** Ages that the text gives. */
  readonly ages: Set<number>;
  gender: "MALE" | "FEMALE" | null;
  points: number;
  rule: string;
}

const PLAIN = /^[A-Za-z '-]*$/;

/** A name for comparing: lower case without diacritics and full stops. */
export function nameKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}|\./gu, "")
    .replace(/[’`]/g, "'")
    .toLowerCase();
}

/** The ways a later mention may shorten a name, as keys: each word of a surname, and its last words together. */
export function shortForms(name: readonly string[]): string[] {
  const words = name.filter((word) => !NAME_SUFFIXES.has(nameKey(word).replace(/,$/, "")) && word !== ",");
  if (words.length < 2) return [];
  const forms = new Set<string>();
  for (let from = 1; from < words.length; from++) forms.add(nameKey(words.slice(from).join(" ")));
  for (const word of words.slice(1)) {
    if (/^\p{Lu}/u.test(word) && word.length > 2 && !/^\p{Lu}\.$/u.test(word)) forms.add(nameKey(word));
  }
  const first = words[0] ?? "";
  if (FAMILY_FIRST.has(nameKey(first)) || /^(?:al|el)-/.test(first)) forms.add(nameKey(first));
  return [...forms];
}

/** Whether two full names can be of one person: same surname, and first names or initials that agree. */
export function compatible(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.map(nameKey), other.map(nameKey)];
  if (a.join(" ") === b.join(" ")) return true;
  if (a.length < 2 || b.length < 2) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.at(-1) !== long.at(-1) && short.at(-1) !== long.at(-2)) return false;
  if (short[0] === long[0])
    return short.slice(1, -1).every((word) => long.includes(word) || word.length === 1);
  const [x = "", y = ""] = [short[0], long[0]];
  return short.at(-1) === long.at(-1) && (x.length === 1 || y.length === 1) && x[0] === y[0];
}
