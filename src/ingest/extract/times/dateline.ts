import type { AnnotatedText } from "../annotated-text.ts";

/** The day that a line with nothing but a date at the head of a text gives, EDTF. */
export function publishedIn({ text, paragraphs }: AnnotatedText): string | null {
  const line = paragraphs.find(({ kind }) => kind === "DATELINE");
  if (line === undefined) return null;
  const words = text.slice(line.start, line.end);
  const iso = /\d{4}-\d{2}-\d{2}/.exec(words);
  if (iso) return iso[0];
  const [, month = "", day = "", year = ""] = /(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})/u.exec(words) ?? [];
  const [, day2 = "", month2 = "", year2 = ""] = /(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})/u.exec(words) ?? [];
  const number = MONTHS.indexOf((month || month2).slice(0, 3).toLowerCase()) + 1;
  if (number === 0) return null;
  return `${year || year2}-${pad(number)}-${pad(Number(day || day2))}`;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const pad = (value: number) => String(value).padStart(2, "0");
