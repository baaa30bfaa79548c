import type { Day } from "../domain/day.ts";
import { dateInWords } from "./headings.ts";

/** Says that a page shows what was known on a day, and leads to the same page as known today. */
export function AsKnown({ asOf, today, since }: AsKnownProps) {
  if (asOf === null) return null;
  return (
    <p class="banner">
      As known by the end of {dateInWords(asOf)}: nothing on this page was reported later.{" "}
      {since !== undefined && (
        <>
          <a href={since}>What has changed since</a> ·{" "}
        </>
      )}
      <a href={today}>See it as known today</a>
    </p>
  );
}

interface AsKnownProps {
  readonly asOf: Day | null;
  /** Address of the page as known today. */
  readonly today: string;
  /** Address of what has changed since the day. */
  readonly since?: string | undefined;
}

/** The title of a page, with the day that it is as known on. */
export function titleAsOf(title: string, asOf: Day | null): string {
  return asOf === null ? title : `${title}, as known on ${dateInWords(asOf)}`;
}
