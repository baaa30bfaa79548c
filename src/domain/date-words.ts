/** The words around a date in one language. Each takes and gives finished text, so that no word needs inflecting. */
export interface DateWords {
  about(date: string): string;
  possibly(date: string): string;
  /** An interval whose end is open or unknown. */
  onward(date: string): string;
  /** An interval whose start is open or unknown. */
  until(date: string): string;
  orEarlier(date: string): string;
  orLater(date: string): string;
  /** One date out of several, some of which are given as a range. */
  oneOf(dates: string): string;
  /** The decade that begins in a year, such as 2020; null: written as a range of years. */
  readonly decade: ((year: number) => string) | null;
  /** The century of that number, 20 being 1900 to 1999; null: left out. */
  readonly century: ((number: number) => string) | null;
  /** Spring, summer, autumn, winter of a year, with which `#` stands for the year; null: written as months. */
  readonly seasons: readonly [string, string, string, string] | null;
  /** The quarters of a year, likewise. */
  readonly quarters: readonly [string, string, string, string] | null;
}

/** Signs instead of words, for languages whose words are not here. */
export const SIGNS: DateWords = {
  about: (date) => `~${date}`,
  possibly: (date) => `${date}?`,
  onward: (date) => `${date} – …`,
  until: (date) => `… – ${date}`,
  orEarlier: (date) => `≤ ${date}`,
  orLater: (date) => `≥ ${date}`,
  oneOf: (dates) => `[${dates}]`,
  decade: null,
  century: null,
  seasons: null,
  quarters: null,
};

/** Words by ISO 639 language code, each in the script that is usual for the language. */
export const DATE_WORDS: ReadonlyMap<string, DateWords> = new Map<string, DateWords>([
  [
    "en",
    {
      about: (date) => `about ${date}`,
      possibly: (date) => `possibly ${date}`,
      onward: (date) => `from ${date} on`,
      until: (date) => `until ${date}`,
      orEarlier: (date) => `${date} or earlier`,
      orLater: (date) => `${date} or later`,
      oneOf: (dates) => `one of: ${dates}`,
      decade: (year) => `${year}s`,
      century: (number) => `${number}${englishOrdinal(number)} century`,
      seasons: ["spring #", "summer #", "autumn #", "winter #"],
      quarters: ["first quarter of #", "second quarter of #", "third quarter of #", "fourth quarter of #"],
    },
  ],
  [
    "de",
    {
      about: (date) => `etwa ${date}`,
      possibly: (date) => `möglicherweise ${date}`,
      onward: (date) => `ab ${date}`,
      until: (date) => `bis ${date}`,
      orEarlier: (date) => `${date} oder früher`,
      orLater: (date) => `${date} oder später`,
      oneOf: (dates) => `eines von: ${dates}`,
      decade: (year) => `${year}er-Jahre`,
      century: (number) => `${number}. Jahrhundert`,
      seasons: ["Frühling #", "Sommer #", "Herbst #", "Winter #"],
      quarters: ["1. Quartal #", "2. Quartal #", "3. Quartal #", "4. Quartal #"],
    },
  ],
  [
    "fr",
    {
      about: (date) => `environ ${date}`,
      possibly: (date) => `peut-être ${date}`,
      onward: (date) => `${date} et après`,
      until: (date) => `${date} et avant`,
      orEarlier: (date) => `${date} ou avant`,
      orLater: (date) => `${date} ou après`,
      oneOf: (dates) => `l’une de ces dates : ${dates}`,
      decade: (year) => `années ${year}`,
      century: (number) => `${roman(number)}e siècle`,
      seasons: ["printemps #", "été #", "automne #", "hiver #"],
      quarters: ["1er trimestre #", "2e trimestre #", "3e trimestre #", "4e trimestre #"],
    },
  ],
  [
    "es",
    {
      about: (date) => `aprox. ${date}`,
      possibly: (date) => `posiblemente ${date}`,
      onward: (date) => `${date} en adelante`,
      until: (date) => `hasta ${date}`,
      orEarlier: (date) => `${date} o antes`,
      orLater: (date) => `${date} o después`,
      oneOf: (dates) => `una de estas fechas: ${dates}`,
      decade: (year) => `década de ${year}`,
      century: (number) => `siglo ${roman(number)}`,
      seasons: ["primavera de #", "verano de #", "otoño de #", "invierno de #"],
      quarters: [
        "primer trimestre de #",
        "segundo trimestre de #",
        "tercer trimestre de #",
        "cuarto trimestre de #",
      ],
    },
  ],
  [
    "ar",
    {
      about: (date) => `حوالي ${date}`,
      possibly: (date) => `ربما ${date}`,
      onward: (date) => `من ${date} فصاعدًا`,
      until: (date) => `حتى ${date}`,
      orEarlier: (date) => `${date} أو قبل ذلك`,
      orLater: (date) => `${date} أو بعد ذلك`,
      oneOf: (dates) => `أحد هذه التواريخ: ${dates}`,
      decade: (year) => `عقد ${year}`,
      century: (number) => `القرن ${number}`,
      seasons: ["ربيع #", "صيف #", "خريف #", "شتاء #"],
      quarters: ["الربع الأول من #", "الربع الثاني من #", "الربع الثالث من #", "الربع الرابع من #"],
    },
  ],
  [
    "ru",
    {
      about: (date) => `примерно ${date}`,
      possibly: (date) => `возможно, ${date}`,
      onward: (date) => `${date} и позднее`,
      until: (date) => `${date} и ранее`,
      orEarlier: (date) => `${date} или ранее`,
      orLater: (date) => `${date} или позднее`,
      oneOf: (dates) => `одна из дат: ${dates}`,
      decade: (year) => `${year}-е годы`,
      century: (number) => `${roman(number)} век`,
      seasons: ["весна #", "лето #", "осень #", "зима #"],
      quarters: ["I квартал #", "II квартал #", "III квартал #", "IV квартал #"],
    },
  ],
  [
    "uk",
    {
      about: (date) => `приблизно ${date}`,
      possibly: (date) => `можливо, ${date}`,
      onward: (date) => `${date} і пізніше`,
      until: (date) => `${date} і раніше`,
      orEarlier: (date) => `${date} або раніше`,
      orLater: (date) => `${date} або пізніше`,
      oneOf: (dates) => `одна з дат: ${dates}`,
      decade: (year) => `${year}-ті роки`,
      century: (number) => `${roman(number)} століття`,
      seasons: ["весна #", "літо #", "осінь #", "зима #"],
      quarters: ["I квартал #", "II квартал #", "III квартал #", "IV квартал #"],
    },
  ],
  [
    "hu",
    {
      about: (date) => `kb. ${date}`,
      possibly: (date) => `talán ${date}`,
      onward: (date) => `${date} és később`,
      until: (date) => `${date} és korábban`,
      orEarlier: (date) => `${date} vagy korábban`,
      orLater: (date) => `${date} vagy később`,
      oneOf: (dates) => `ezek egyike: ${dates}`,
      decade: (year) => `${year}-${hungarianEnding(year)} évek`,
      century: (number) => `${number}. század`,
      seasons: ["# tavasz", "# nyár", "# ősz", "# tél"],
      quarters: ["# I. negyedév", "# II. negyedév", "# III. negyedév", "# IV. negyedév"],
    },
  ],
  [
    "zh",
    {
      about: (date) => `约${date}`,
      possibly: (date) => `可能是${date}`,
      onward: (date) => `${date}起`,
      until: (date) => `截至${date}`,
      orEarlier: (date) => `${date}或更早`,
      orLater: (date) => `${date}或更晚`,
      oneOf: (dates) => `其中之一：${dates}`,
      decade: (year) => `${year}年代`,
      century: (number) => `${number}世纪`,
      seasons: ["#春季", "#夏季", "#秋季", "#冬季"],
      quarters: ["#第一季度", "#第二季度", "#第三季度", "#第四季度"],
    },
  ],
]);

function englishOrdinal(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14;
  return (!teens && ["th", "st", "nd", "rd"][number % 10]) || "th";
}

/** A number from 1 to 100 in Roman numerals. */
function roman(number: number): string {
  const tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C"];
  const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
  return `${tens[Math.floor(number / 10)]}${ones[number % 10]}`;
}

/** The ending "-as" or "-es" that a round year takes by vowel harmony: 2020-as, 1990-es, 1900-as, 2000-es. */
function hungarianEnding(year: number): string {
  if (year % 1000 === 0) return "es";
  return [2, 3, 6, 8, 0].includes((year % 100) / 10) ? "as" : "es";
}
