import { outletOf } from "./claims.ts";
import type { QuoteResult } from "./quote.tsx";

/** Quotes of one outlet from which on their card says once what is to be known of its wording. */
const SEVERAL = 2;

/** An entry, of which it matters only whether it is a quote. */
type Entry = QuoteResult | { readonly id: string };

/** The outlets of which several quotes among some entries are translated. */
export function translatingOutlets(entries: readonly Entry[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if (!("quoteKind" in entry) || !entry.translated) continue;
    const outlet = outletOf(entry.article);
    counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([outlet, count]) => (count >= SEVERAL ? [outlet] : [])));
}

/** That what was said is told in the wording of these outlets, once for all of it. */
export function WordingNotes({ outlets }: { readonly outlets: ReadonlySet<string> }) {
  return (
    <>
      {[...outlets].map((outlet) => (
        <p class="meta wording">
          What was said is told in the wording of <bdi>{outlet}</bdi>, a translation.
        </p>
      ))}
    </>
  );
}
