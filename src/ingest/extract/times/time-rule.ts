import type { Orientation } from "../clauses/orientation.ts";
import type { Now } from "./now.ts";

/** A form of words that tells when. */
export interface TimeRule {
  readonly name: string;
  /** Bits of {@link CUE}: only where a sentence has all of them is the pattern tried. */
  readonly needs: number;
  /** With the flag `g`. What it needs of its match it names. */
  readonly pattern: RegExp;
  /** The date, EDTF; null where it cannot be told; undefined where the words tell no time after all. */
  resolve(groups: Groups, context: TimeContext): string | null | undefined;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** What is around a match. */
export interface TimeContext {
  readonly now: Now | null;
  /** The words themselves, and the text of the sentence before and after them. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** Which way the clause points; what has no verb tells nothing. */
  orientation(): Orientation | null;
  /** The date that was last told before, if it is as exact as a day, month or year. */
  reference(precision: "DAY" | "MONTH" | "YEAR"): string | null;
  /** The year that the same sentence wrote out before. */
  readonly yearWritten: number | null;
  /** The date that was told with some words before: that of “the fight” for “three months after the fight”. */
  dateOf(noun: string): string | null;
}
