/** What words a sentence must have for a rule to find something in it, as bits: most sentences have few of them. */
export const CUE = {
  FIGURE: 1 << 0,
  FOUR_FIGURES: 1 << 1,
  MONTH: 1 << 2,
  WEEKDAY: 1 << 3,
  DAY_AROUND: 1 << 4,
  OVERNIGHT: 1 << 5,
  WEEKEND: 1 << 6,
  UNIT: 1 << 7,
  FROM_NOW: 1 << 8,
  FROM_TIME: 1 << 9,
  WITHIN: 1 << 10,
  PAST: 1 << 11,
  COMING: 1 << 12,
  PERIOD: 1 << 13,
  WHICH: 1 << 14,
  EDGE: 1 << 15,
  SEASON: 1 << 16,
  QUARTER: 1 << 17,
  HALF: 1 << 18,
  TENS: 1 << 19,
  CENTURY: 1 << 20,
  TOLD_BEFORE: 1 << 21,
  HOLIDAY: 1 << 22,
  VAGUE: 1 << 23,
  PART_OF_DAY: 1 << 24,
  CLOCK: 1 << 25,
} as const;

/** By which words each is known, wherever a pattern could match: rather too many than too few. */
const PATTERNS: readonly (readonly [bit: number, words: RegExp])[] = [
  [CUE.FIGURE, /\d/],
  [CUE.FOUR_FIGURES, /\d{4}/],
  [
    CUE.MONTH,
    /Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|JANU|FEBR|MARC|APRI|MAY|JUNE|JULY|AUGU|SEPT|OCTO|NOVE|DECE/,
  ],
  [CUE.WEEKDAY, /(?:on|es|rs|ri|ur|un)day|DAY|Mon|Tue|Wed|Thu|Fri|Sat|Sun/],
  [CUE.DAY_AROUND, /today|tonight|yesterday|tomorrow|morning|afternoon|evening|night|lunchtime/i],
  [CUE.OVERNIGHT, /overnight/i],
  [CUE.WEEKEND, /weekend/i],
  [CUE.UNIT, /minute|hour|day|night|week|month|year|decade|centur/i],
  [CUE.FROM_NOW, /\b(?:ago|now|today|hence)\b/i],
  [CUE.FROM_TIME, /\b(?:later|afterwards?|after|earlier|previously|prior|before|following)\b/i],
  [CUE.WITHIN, /within/i],
  [CUE.PAST, /last|past|previous|preceding/i],
  [CUE.COMING, /next|coming/i],
  [CUE.PERIOD, /week|month|year|decade|century|quarter/i],
  [CUE.WHICH, /last|next|this|coming|past|previous|following|current|same|that/i],
  [CUE.EDGE, /early|earlier|late|end|start|beginning|middle|turn/i],
  [CUE.SEASON, /spring|summer|autumn|fall|winter/i],
  [CUE.QUARTER, /quarter|q[1-4]/i],
  [CUE.HALF, /half/i],
  [CUE.TENS, /ties/i],
  [CUE.CENTURY, /century/i],
  [CUE.TOLD_BEFORE, /\b(?:same|that|later|earlier|following|next|previous|preceding|day)\b/i],
  [
    CUE.HOLIDAY,
    /christmas|boxing|\bnew\b|valentine|patrick|fools|\bmay\b|fourth|bastille|halloween|armistice|veterans|thanksgiving/i,
  ],
  [
    CUE.VAGUE,
    /\b(?:soon|shortly|recent|recently|lately|nowadays|later|earlier|future|past|coming|ago|day|some ?day)\b/i,
  ],
  [CUE.PART_OF_DAY, /day|night|morning|afternoon|evening/i],
  [CUE.CLOCK, /:|(?<!\p{L})[ap]\.?m/iu],
];

/** The cues of a word as written. */
export function cuesOfWord(word: string): number {
  return PATTERNS.reduce((cues, [bit, words]) => (words.test(word) ? cues | bit : cues), 0);
}
