/** Pieces that the patterns of time expressions are made of. Each is one group without a name of its own unless it says so. */

const FULL_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";

/** A month with its full name, in capitals too. */
export const MONTH_IN_FULL = `(?:${FULL_MONTHS}|${FULL_MONTHS.toUpperCase()})\\b`;

/** A month, also shortened. */
export const MONTH = `(?:(?:${FULL_MONTHS}|${FULL_MONTHS.toUpperCase()})\\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)`;

/** A day of the week, also shortened; “sun” and “sat” only with their full stops, for they are words. */
export const WEEKDAY =
  "(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\\b|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri)\\b\\.?|(?:Sat|Sun)\\.)";

/** Named `weekday`, where one stands before a date. */
export const BEFORE_DATE = `(?:(?<weekday>${WEEKDAY}),?\\s+(?:the\\s+)?)?`;

const NO_AMOUNT =
  "(?![\\d:%°]|[.,]\\d|\\s?(?:per\\s?cent|million|billion|thousand|km|kg|metres|meters|miles)\\b)";

/** A day of the month in figures. */
export const DAY = `(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b${NO_AMOUNT}`;

/** A year of four figures from 1000 on. */
export const YEAR = "(?:1\\d{3}|20\\d\\d)(?![\\d%]|[.,]\\d)\\b";

/** What parts the ends of a range. */
export const TO = "\\s*(?:-|–|—|\\bto\\b|\\bthrough\\b|\\bthru\\b|\\buntil\\b|\\btill\\b|\\band\\b)\\s*";

const SMALL =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS =
  "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?";

/** How many; “several” and “a few” among them. */
export const COUNT = `(?:\\d{1,3}|${TENS}|${SMALL}|an?\\s+couple\\s+of|couple\\s+of|a\\s+few|several|some|many|a\\s+dozen|a\\s+hundred|an?)`;

/** A unit of time, singular or plural. */
export const UNIT = "(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?";
