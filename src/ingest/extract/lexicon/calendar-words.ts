/** Months by the first three letters of their English names, from 1. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Days of the week by the first three letters of their English names, 1 for Monday to 7 for Sunday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ");

/** Divisions of the year of ISO 8601-2: northern, meteorological, winter begins in its year. */
export const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};

const UNITS_IN_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** A cardinal number in figures or English words, up to 999; null for “several”, “a few” and whatever else is no number. */
export function cardinal(words: string): number | null {
  const text = words.trim().toLowerCase().replace(/\s+/g, " ");
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === "a" || text === "an" || text === "one") return 1;
  if (/^(?:a )?couple(?: of)?$/.test(text)) return 2;
  if (text === "a dozen" || text === "dozen") return 12;
  if (text === "a hundred" || text === "hundred") return 100;
  const [tens = "", unit] = text.split(/[- ]/);
  const ten = TENS.indexOf(tens);
  if (ten > 1) return ten * 10 + (unit === undefined ? 0 : Math.max(0, UNITS_IN_WORDS.indexOf(unit)));
  const small = UNITS_IN_WORDS.indexOf(text);
  return small < 0 ? null : small;
}

/** An ordinal number, “19th”, “nineteenth”, “twenty-first”, up to 99; null where it is none. */
export function ordinal(words: string): number | null {
  const text = words.trim().toLowerCase();
  const figures = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text);
  if (figures) return Number(figures[1]);
  const [tens = "", unit = ""] = text.split(/[- ]/);
  const ten = TENS.indexOf(tens);
  if (ten > 1) return ten * 10 + Math.max(0, ORDINALS.indexOf(unit));
  const small = ORDINALS.indexOf(text);
  return small < 0 ? null : small;
}
