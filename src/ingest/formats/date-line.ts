import { writtenDate } from "./written-date.ts";

const LONGEST = 80;
/** A line that is a date of ISO 8601, or ends with a year, or with a time after it. */
const ENDS_WITH_DATE =
  /^\s*\d{4}-\d{2}-\d{2}\S*\s*$|\b\d{4}\W*$|\b\d{4}\W+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?\W*$/;

/**
 * The day, in EDTF, that a text says it is from in its first line, where that is a date and nothing else, as the texts of pages
 * have it below the headline. Undefined for any other line, and for a date that names no day.
 */
export function dateLine(body: string): string | undefined {
  const [line = ""] = body.trimStart().split("\n", 1);
  if (line.length > LONGEST || !ENDS_WITH_DATE.test(line)) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(writtenDate(line) ?? "");
  return day?.[0];
}
