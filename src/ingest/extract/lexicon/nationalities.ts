import nationalities from "i18n-nationality/langs/en.json" with { type: "json" };

/** The country, by ISO 3166 code of two letters, that an adjective or noun of nationality tells, in lower case. */
export function countryOfNationality(lower: string): string | undefined {
  const singular = lower.endsWith("s") ? lower.slice(0, -1) : lower;
  return NATIONALITIES.get(lower) ?? NATIONALITIES.get(singular);
}

/** The same of two words: “South Korean”. */
export function countryOfTwoWords(first: string, second: string): string | undefined {
  return NATIONALITIES.get(`${first}-${second}`);
}

const MORE: Readonly<Record<string, string>> = {
  AE: "emirati",
  AF: "afghani",
  AR: "argentine argentinian",
  AT: "austrian",
  BA: "bosnian",
  BB: "barbadian",
  BG: "bulgarian",
  BS: "bahamian",
  CD: "congolese",
  CF: "central-african",
  CZ: "czech",
  DK: "danish dane",
  DO: "dominican",
  EC: "ecuadorian",
  ES: "spanish spaniard",
  FI: "finnish finn",
  FR: "french frenchman frenchwoman",
  GB: "british english scottish welsh briton englishman scot welshman uk",
  GH: "ghanian",
  GR: "greek hellenic",
  HU: "hungarian",
  IE: "irish irishman",
  IL: "israeli",
  IS: "icelandic",
  KG: "kyrgyz",
  CR: "costa-rican",
  KP: "north-korean",
  KR: "south-korean korean",
  KZ: "kazakh kazakhstani",
  LK: "sri-lankan",
  LU: "luxembourgish",
  MG: "malagasy",
  MK: "macedonian",
  MM: "burmese",
  NL: "dutch dutchman netherlandish",
  NZ: "kiwi new-zealand",
  PH: "philippine filipino filipina",
  PL: "polish pole",
  PS: "palestinian",
  PT: "portuguese",
  RS: "serbian serb",
  SA: "saudi saudi-arabian",
  SE: "swedish swede",
  SI: "slovenian slovene",
  SK: "slovak slovakian",
  SO: "somali",
  TM: "turkmen",
  TR: "turkish turk",
  US: "american us u.s.",
  UZ: "uzbek",
  VA: "vatican",
  XK: "kosovar",
  YE: "yemeni",
  SS: "south-sudanese",
  ZA: "south-african",
};

/** Those of two words are kept with a hyphen. What the list names by the country itself is no adjective. */
const NATIONALITIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(nationalities.nationalities).flatMap(([code, name]): [string, string][] => {
    const word = name.toLowerCase().replace(" ", "-");
    return /^[\p{L}-]+(?:n|sh|se|ch|ss|ek|ot|no|ari|ali|ani|ni|sh|ai|hm)$/u.test(word) ? [[word, code]] : [];
  }),
  ...Object.entries(MORE).flatMap(([code, words]) =>
    words.split(" ").map((word): [string, string] => [word, code]),
  ),
]);
