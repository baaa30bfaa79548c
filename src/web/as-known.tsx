import type { Day } from "../domain/day.ts";
import { dateInWords } from "./headings.ts";

/** That a page is seen from a day, with the way to the present; nothing on a page of today. */
export function AsKnown({
  asOf,
  what,
  changes,
  today,
}: {
  readonly asOf: Day | null;
  /** What of the page is as known then, where that is not all of it. */
  readonly what?: string | undefined;
  /** The address of what has changed since. */
  readonly changes?: string | undefined;
  /** The address of the same page as known today. */
  readonly today: string;
}) {
  if (asOf === null) return null;
  const day = dateInWords(asOf);
  return (
    <p class="banner">
      {what === undefined
        ? `As known by the end of ${day}: nothing on this page was reported later. `
        : `${what} as known by the end of ${day}. `}
      {changes !== undefined && (
        <>
          <a href={changes}>What has changed since</a>
          {" · "}
        </>
      )}
      <a href={today}>See it as known today</a>
    </p>
  );
}

/** The title of a page, with the day that it is seen from. */
export function titleAsKnown(title: string, asOf: Day | null): string {
  return asOf === null ? title : `${title}, as known on ${dateInWords(asOf)}`;
}
