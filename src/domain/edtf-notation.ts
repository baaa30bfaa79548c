import { invalidDate } from "./single-date.ts";

/** A stretch of dates, each end a single date as written; null is an open or unknown end. */
export interface WrittenRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What a date is made of, as written: one date; an interval (ISO 8601-2, EDTF levels 0 to 2); or a set (EDTF level
 * 2), "one of" in `[]` and "all of" in `{}`, whose members are dates or ranges. The parts are not yet checked.
 */
export type Notation =
  | { readonly kind: "SINGLE"; readonly date: string }
  | { readonly kind: "INTERVAL"; readonly range: WrittenRange }
  | { readonly kind: "SET"; readonly all: boolean; readonly members: readonly (string | WrittenRange)[] };

/** Takes an EDTF text apart into its single dates. Throws INVALID_DATE where the brackets, slashes or dots are off. */
export function readNotation(text: string): Notation {
  if (/[[\]{}]/.test(text)) return { kind: "SET", all: text.startsWith("{"), members: readMembers(text) };
  if (!text.includes("/")) return { kind: "SINGLE", date: text };

  const [from = "", to = "", ...more] = text.split("/");
  if (more.length > 0) throw invalidDate(text, "an interval has two ends, with one / between them");
  const range = { from: openEnd(from), to: openEnd(to) };
  if (range.from === null && range.to === null) {
    throw invalidDate(
      text,
      "an interval without ends says nothing; where no date is known, leave the date out",
    );
  }
  return { kind: "INTERVAL", range };
}

function openEnd(end: string): string | null {
  return end === "" || end === ".." ? null : end;
}

function readMembers(text: string): (string | WrittenRange)[] {
  const list = /^(?:\[([^[\]{}]*)\]|\{([^[\]{}]*)\})$/.exec(text);
  if (!list) throw invalidDate(text, "a set stands in one pair of brackets, [2025,2026] or {2025,2026}");
  const written = (list[1] ?? list[2] ?? "").split(/, */);
  const members = written.map((member, at) => readMember(text, member, at === 0, at === written.length - 1));

  const ranges = members.filter((member) => typeof member !== "string");
  if (ranges.some((range) => range.from === null) && ranges.some((range) => range.to === null)) {
    throw invalidDate(text, "a set that is open at both ends says nothing; leave one end closed");
  }
  return members;
}

function readMember(text: string, member: string, first: boolean, last: boolean): string | WrittenRange {
  if (member.includes("/"))
    throw invalidDate(text, "a range within a set is written with two dots, 2025..2027");
  const [from = "", to, ...more] = member.split("..");
  if (to === undefined) return member;
  const misplaced = (from === "" && !first) || (to === "" && !last) || from === to;
  if (more.length > 0 || misplaced) {
    throw invalidDate(text, "in a set, dots stand between two dates, before the first or after the last");
  }
  return { from: from || null, to: to || null };
}
