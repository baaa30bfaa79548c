import { createRequire } from "node:module";
import countries from "i18n-iso-countries";

countries.registerLocale(createRequire(import.meta.url)("i18n-iso-countries/langs/en.json"));

/** The ISO 3166-1 alpha-2 code of a country by its English name or code; undefined where it is not known. */
export function countryCode(name: string): string | undefined {
  if (/^[A-Z]{2}$/.test(name)) return countries.isValid(name) ? name : undefined;
  return countries.getAlpha2Code(name.trim(), "en") ?? undefined;
}
