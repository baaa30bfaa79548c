import type { Span } from "../../../domain/span.ts";
import type { Mention } from "../entity.ts";

/** Somebody or something that later words of a text may mean. */
export interface Referent {
  readonly kind: "PERSON" | "ORGANIZATION" | "PLACE";
  readonly gender: "MALE" | "FEMALE" | null;
  /** Where it is named, in order. */
  readonly names: readonly Span[];
  /** Heads of its titles, in lower case: “minister”. */
  readonly roleHeads: ReadonlySet<string>;
  /** Codes of the countries it serves or is from. */
  readonly countries: ReadonlySet<string>;
  /** Ages that the text gives. */
  readonly ages: ReadonlySet<number>;
  /** Other words that mean it, added while they are found. */
  readonly others: Mention[];
}
