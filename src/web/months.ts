/** Entries under one heading. */
export interface Group<Item> {
  readonly heading: string;
  readonly items: readonly Item[];
}

/** What decides under which heading something stands. */
interface Standing {
  readonly when: {
    readonly edtf: string;
    readonly earliest: string | null;
    readonly precision: string;
  } | null;
}

/**
 * Parts entries, in their order, into those of each month. What is known to the year only stands under its year, and what
 * has no date, or a first day that is not known, under a heading of its own.
 */
export function byMonth<Item extends Standing>(items: readonly Item[]): Group<Item>[] {
  const groups: { heading: string; items: Item[] }[] = [];
  for (const item of items) {
    const heading = headingOf(item);
    const last = groups.at(-1);
    if (last?.heading === heading) last.items.push(item);
    else groups.push({ heading, items: [item] });
  }
  return groups;
}

const COARSE = new Set(["YEAR", "DECADE", "CENTURY"]);

function headingOf({ when }: Standing): string {
  if (when === null) return "No date set";
  const [year, month] = /^(\d{4})-(\d{2})/.exec(when.earliest ?? "")?.slice(1) ?? [];
  if (year === undefined || month === undefined) return "Date not fully known";
  if (COARSE.has(when.precision)) return year;
  const name = new Date(Date.UTC(2000, Number(month) - 1));
  return `${name.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" })} ${year}`;
}
