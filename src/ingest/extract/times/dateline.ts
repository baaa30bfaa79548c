import { isDay } from "../../../domain/day.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import { matchesIn } from "./matches.ts";
import { CALENDAR_DATES } from "./rules/calendar-dates.ts";
import type { TimeContext } from "./time-rule.ts";

/** So many lines from the top, a text may say when it was published. */
const HEAD = 6;
const LONGEST = 160;

/** “Published 22 November 2025”, “Updated: Nov. 22, 2025”, “By Jane Doe | 22 November 2025”. */
const SAYS_SO =
  /^(?:(?:first|originally)\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|issued|released|date[dl]?|dateline)\b|^by\s+\p{Lu}[^.]*[|·•,–—-]/iu;

/** “LONDON, November 22, 2025 (Reuters) –” before the first words. */
const PLACE_AND_DATE =
  /^\p{Lu}[\p{Lu}\s.'’-]+(?:,\s*\p{Lu}[\p{L}.]+)?,\s*([^()–—]{6,30}?)\s*(?:\([^)]{1,40}\))?\s*[–—-]/u;

/**
 * The day that the head of a text gives as that of its publication, EDTF: on a line with nothing but a date, on one that
 * says so, or after the place in capitals that a report begins with. Null where there is none with its year.
 */
export function publishedIn({ text, paragraphs }: AnnotatedText): string | null {
  const head = paragraphs
    .slice(0, HEAD)
    .map(({ start, end, kind }) => ({ kind, words: text.slice(start, end) }));
  const alone = head.find(({ kind }) => kind === "DATELINE");
  if (alone !== undefined) return firstDate(alone.words);
  for (const { words } of head) {
    const day = words.length <= LONGEST && SAYS_SO.test(words) ? firstDate(words) : null;
    const placed = PLACE_AND_DATE.exec(words.slice(0, LONGEST))?.[1];
    const found = day ?? (placed === undefined ? null : firstDate(placed));
    if (found !== null) return found;
  }
  return null;
}

/** The first full date that words give. */
function firstDate(words: string): string | null {
  for (const { rule, match } of matchesIn(words, CALENDAR_DATES)) {
    const date = rule.resolve(match.groups ?? {}, { ...NOTHING_AROUND, words: match[0] });
    if (date != null && isDay(date)) return date;
  }
  return null;
}

const NOTHING_AROUND: TimeContext = {
  now: null,
  words: "",
  before: "",
  after: "",
  orientation: () => null,
  reference: () => null,
  yearWritten: null,
  dateOf: () => null,
};
