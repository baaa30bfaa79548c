import { foldText } from "../../domain/search-text.ts";
import { isShortForm } from "./nicknames.ts";

/** A person's name as it is compared: folded words without titles of descent. */
export interface PersonName {
  readonly given: readonly string[];
  readonly surname: string;
  /** All of it, for names that are equal. */
  readonly whole: string;
}

const DESCENT = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** Takes a name apart. Names of one word count as surnames. */
export function personName(name: string): PersonName {
  const words = foldText(name)
    .replace(/['’.]/g, (mark) => (mark === "." ? " " : ""))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "" && !DESCENT.has(word));
  return { given: words.slice(0, -1), surname: words.at(-1) ?? "", whole: words.join(" ") };
}

/**
 * How two names compare. EQUAL: letter for letter, but for case, accents and hyphens. VARIANT: another spelling of the same
 * surname with the same given name, or given names left out, shortened or by their initials. SURNAME: one is a surname
 * alone, and the other's. DIFFERENT: anything else.
 */
export type NameMatch = "EQUAL" | "VARIANT" | "SURNAME" | "DIFFERENT";

export function compareNames(one: PersonName, other: PersonName): NameMatch {
  if (one.whole === other.whole) return "EQUAL";
  const sameSurname = one.surname === other.surname;
  if (!sameSurname && spelling(one.surname) !== spelling(other.surname)) return "DIFFERENT";
  if (one.given.length === 0 || other.given.length === 0) return sameSurname ? "SURNAME" : "DIFFERENT";
  if (!sameSurname) return one.given.join(" ") === other.given.join(" ") ? "VARIANT" : "DIFFERENT";
  return givenNamesAgree(one.given, other.given) ? "VARIANT" : "DIFFERENT";
}

/** Each of the fewer given names is, in order, one of the others, its initial, or a short form of it. */
function givenNamesAgree(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  let next = 0;
  for (const name of fewer) {
    const found = more.findIndex((candidate, index) => index >= next && sameGiven(name, candidate));
    if (found < 0) return false;
    next = found + 1;
  }
  return true;
}

function sameGiven(one: string, other: string): boolean {
  if (one === other || isShortForm(one, other)) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return one.length >= 4 && other.length >= 4 && spelling(one) === spelling(other);
}

/** What transliterations of a word have in common: its consonants, those that are written in several ways made one. */
export function spelling(word: string): string {
  const same = word
    .replace(/sch|sh|tch|ch|zh/g, "c")
    .replace(/kh|gh/g, "h")
    .replace(/ph/g, "f")
    .replace(/q[uw]/g, "kv")
    .replace(/ck|q|k|c(?=[aou])/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/ts|tz|z/g, "s");
  const [first = "", ...rest] = same;
  const consonants = rest.join("").replace(/[aeiouyj]/g, "");
  const start = /[aeiouyj]/.test(first) ? "a" : first;
  return (start + consonants).replace(/(.)\1+/g, "$1");
}
