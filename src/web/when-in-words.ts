import type { EventStatus } from "../domain/model.ts";

interface Written {
  readonly display: string;
  readonly edtf: string;
  readonly precision: string;
}

/** A date on which something is to happen: of several days, one of them is meant, not all. */
export function setFor({ display, edtf, precision }: Written): string {
  const ends = display.split(" – ");
  return precision === "INTERVAL" && !edtf.includes("..") && ends.length === 2
    ? `between ${ends.join(" and ")}`
    : display;
}

/** A date after a status: on which it took place, since when it is under way, for when it was set. */
export function heldOrSetFor(status: EventStatus, date: Written): string {
  switch (status) {
    case "OCCURRED":
      return date.precision === "DAY" ? `on ${date.display}` : date.display;
    case "IN_PROGRESS":
      return `since ${date.display}`;
    default:
      return date.precision === "INTERVAL" ? setFor(date) : `for ${date.display}`;
  }
}
