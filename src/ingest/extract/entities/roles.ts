import type { AnnotatedText } from "../annotated-text.ts";
import { countryName, knownPlace } from "../lexicon/gazetteer.ts";
import { countryOfNationality, countryOfTwoWords } from "../lexicon/nationalities.ts";
import { OFFICES, TITLE_MODIFIERS } from "../lexicon/role-nouns.ts";
import type { Person } from "./person.ts";
import type { TitlePhrase } from "./title-phrase.ts";
import type { Word } from "./words.ts";

/** Records the role that a title gives a person, where the text gives title and name together. */
export function roleOf(
  { text }: AnnotatedText,
  words: readonly Word[],
  title: TitlePhrase,
  name: { readonly from: number; readonly to: number },
  person: Person,
): void {
  if (title.honorific) return;
  person.roleHeads.add(title.head);
  const served = title.served !== null && isBranch(words, title.served) ? null : title.served;
  let { from } = title;
  let organization = served === null ? null : slice(text, words, served.from, served.to);
  const nation = words[from];
  const two = countryOfTwoWords(nation?.lower ?? "", words[from + 1]?.lower ?? "");
  const country = two ?? (nation === undefined ? undefined : countryOfNationality(nation.lower));
  if (country !== undefined) person.countries.add(country);
  const servedPlace = organization === null ? undefined : knownPlace(organization);
  if (servedPlace !== undefined && "country" in servedPlace) person.countries.add(servedPlace.country);
  if (organization === null && country !== undefined && OFFICES.has(title.head) && from < title.to - 1) {
    organization = countryName(country);
    from += two === undefined ? 1 : 2;
  }
  const complement = served !== null && served.from >= title.from;
  const to = complement ? (served?.from ?? title.to) : title.to;
  const phrase = slice(text, words, from, to).replace(/\s+(?:of|for)(?:\s+the)?$/, "");
  const first = Math.min(title.from, served?.from ?? title.from, name.from);
  const last = Math.max(name.to, title.to);
  if (person.roles.some((role) => role.title === phrase && role.organization === organization)) return;
  person.roles.push({
    title: phrase,
    organization,
    passage: { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 },
  });
}

function slice(text: string, words: readonly Word[], from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}

/** “Secretary of State”, “Chief of General Staff”: no body is named. */
function isBranch(
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return words.slice(from, to).every(({ lower }) => TITLE_MODIFIERS.has(lower));
}
