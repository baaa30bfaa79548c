import { annotate } from "../../../../src/ingest/extract/text/annotate.ts";
import { findTimes } from "../../../../src/ingest/extract/times/find-times.ts";

/** What is found, as “words = date”, in order; `-` where there is no date. */
export function timesIn(text: string, published: string | null = "2025-11-22"): string[] {
  return findTimes(annotate(text), published).map(
    ({ start, end, date }) => `${text.slice(start, end)} = ${date ?? "-"}`,
  );
}
