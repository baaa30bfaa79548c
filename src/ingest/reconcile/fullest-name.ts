import { compareCodePoints } from "../../domain/code-point-order.ts";
import { groupBy } from "../../domain/group-by.ts";
import { personName } from "./names.ts";

/**
 * The fullest of the names that one person is called by: with most words that are more than initials, then used most often, then
 * the longest.
 */
export function fullestName(names: readonly string[]): string | null {
  const forms = [...groupBy(names, (name) => name)].map(([name, uses]) => ({
    name,
    words: fullness(name),
    uses: uses.length,
  }));
  const [fullest] = forms.toSorted(
    (a, b) =>
      b.words - a.words ||
      b.uses - a.uses ||
      b.name.length - a.name.length ||
      compareCodePoints(a.name, b.name),
  );
  return fullest?.name ?? null;
}

/** How many words of a name are more than initials. */
export function fullness(name: string): number {
  const { given, surname } = personName(name);
  return [...given, surname].filter((word) => [...word].length > 1).length;
}
