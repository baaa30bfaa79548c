import type { Child } from "hono/jsx";
import type { Day } from "../domain/day.ts";
import { ChangeBody, type ChangeResult, EntryBody, type EntryResult } from "./entry.tsx";
import { announcedDate, eventDate } from "./event-date.ts";
import { byYear, type Group, type When } from "./headings.ts";
import { anchorOf } from "./links.ts";
import { type Card, withOwnChanges } from "./own-changes.ts";
import type { QuoteResult } from "./quote.tsx";
import { translatingOutlets, WordingNotes } from "./wording.tsx";

/** What is new to the reader, by id. */
export type Marks = ReadonlyMap<string, "New" | "Changed">;

interface Props {
  readonly entries: readonly EntryResult[];
  readonly asOf: Day | null;
  readonly marks?: Marks | undefined;
  /** What stands above an entry. */
  readonly above?: ((entry: EntryResult) => Child) | undefined;
}

const NO_MARKS: Marks = new Map();

/** Entries in their order, under their years and months; those of one day share a card. */
export function Timeline({ entries, asOf, marks = NO_MARKS, above }: Props) {
  const sayings = sayingsIn(entries);
  return (
    <ol class="line">
      {byYear(withOwnChanges(entries)).map((year) => (
        <li class="year">
          <h2>{year.heading}</h2>
          {year.months.map((month) => (
            <div class="month">
              {month.heading !== null && <h3>{month.heading}</h3>}
              <DayCards
                groups={month.groups}
                year={year.heading}
                heading={month.heading === null ? "h3" : "h4"}
                sayings={sayings}
                asOf={asOf}
                marks={marks}
                above={above}
              />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Cards, each with its date in the gutter. `year` is the heading they stand under, and goes without saying. */
export function DayCards({
  groups,
  year = "",
  heading,
  sayings,
  asOf,
  marks = NO_MARKS,
  above,
}: {
  readonly groups: readonly Group<Card>[];
  readonly year?: string;
  readonly heading: "h3" | "h4";
  readonly sayings: Sayings;
  readonly asOf: Day | null;
  readonly marks?: Marks;
  readonly above?: Props["above"];
}) {
  return (
    <>
      {groups.map((group) => (
        <div class={group.vague ? "day vague" : "day"}>
          <Gutter group={group} year={year} />
          <div class="card">
            {group.items.map(({ entry, changes }) => (
              <article class="entry" id={anchorOf(entry.id)} tabindex={-1}>
                {entry === firstQuoteOf(group) && <WordingNotes outlets={notedIn(group)} />}
                {above?.(entry)}
                <Mark of={entry.id} marks={marks} />
                <OtherDate when={entry.when} group={group} />
                <EntryBody
                  entry={entry}
                  sayings={entry.__typename === "Event" ? sayings.get(entry.slug) : undefined}
                  asOf={asOf}
                  heading={heading}
                  noted={notedIn(group)}
                />
                <OwnChanges changes={changes} asOf={asOf} marks={marks} />
              </article>
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

function firstQuoteOf({ items }: Group<Card>): EntryResult | undefined {
  return items.find(({ entry }) => entry.__typename === "Quote")?.entry;
}

function notedIn({ items }: Group<Card>): ReadonlySet<string> {
  return translatingOutlets(items.map(({ entry }) => entry));
}

/** The date of a card: its weekday or what is not known of it, and how far it lies from the card before. */
function Gutter({ group, year }: { readonly group: Group<{ entry: EntryResult }>; readonly year: string }) {
  const [first] = group.items;
  if (first === undefined) return null;
  const { entry } = first;
  if (group.label === null) {
    const former = entry.__typename === "Event" ? entry.formerDates.at(-1) : undefined;
    return (
      <div class="when">
        <span>{former ? <s>{announcedDate(former)}</s> : "No date"}</span>
        {former && <small>no new date</small>}
      </div>
    );
  }
  const notes = [knownTo(entry.when), group.distance].filter(Boolean);
  const whole = labelOf(group, entry);
  const label = year === "" ? whole : whole.replaceAll(` ${year}`, "");
  return (
    <div class="when">
      {group.edtf !== null && /^\d{4}(-\d\d){0,2}$/.test(group.edtf) ? (
        <time datetime={group.edtf}>{label}</time>
      ) : (
        <span>{label}</span>
      )}
      {notes.map((note) => (
        <small>{note}</small>
      ))}
    </div>
  );
}

/** The date of a group; where all that stands under it is announced for a stretch of days, as that. */
function labelOf({ label, items }: Group<{ entry: EntryResult }>, first: EntryResult): string {
  const told = (entry: EntryResult) =>
    entry.__typename === "Event" && entry.when?.precision === "INTERVAL"
      ? eventDate(entry.when, entry.status)
      : null;
  const words = told(first);
  return (words !== null && items.every(({ entry }) => told(entry) === words) ? words : label) ?? "";
}

/** The weekday of a day that is known, or how much of a date is not. */
function knownTo(when: When | null): string | null {
  if (when?.precision === "MONTH") return "day not given";
  if (when?.precision === "YEAR") return "month not given";
  if (when === null || when.earliest === null || !["DAY", "TIME"].includes(when.precision)) return null;
  if (when.approximate || when.uncertain) return null;
  return new Date(`${when.earliest}T00:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "long",
    timeZone: "UTC",
  });
}

/** The date of an entry where it is not quite that of its card: with a time, or not as certain. */
function OtherDate({ when, group }: { readonly when: When | null; readonly group: Group<unknown> }) {
  if (when === null || (when.display === group.label && when.precision !== "TIME")) return null;
  return <p class="meta">{when.display}</p>;
}

function Mark({ of, marks }: { readonly of: string; readonly marks: Marks }) {
  const mark = marks.get(of);
  return mark === undefined ? null : (
    <p class="mark">
      <span class="badge new">{mark}</span> <span class="meta">since you last looked</span>
    </p>
  );
}

/** The changes of an event on the day of the event, in its own card. */
function OwnChanges({
  changes,
  asOf,
  marks,
}: {
  readonly changes: readonly ChangeResult[];
  readonly asOf: Day | null;
  readonly marks: Marks;
}) {
  if (changes.length === 0) return null;
  return (
    <ol class="own">
      {changes.map((change) => (
        <li id={anchorOf(change.id)}>
          <Mark of={change.id} marks={marks} />
          <ChangeBody change={change} asOf={asOf} />
        </li>
      ))}
    </ol>
  );
}

/** What is said about events, by their slugs. */
export type Sayings = ReadonlyMap<string, readonly QuoteResult[]>;

/** For each event, what is said about it: an event that is only talked about may rest on it. */
export function sayingsIn(entries: readonly EntryResult[]): Sayings {
  const sayings = new Map<string, QuoteResult[]>();
  for (const entry of entries) {
    if (entry.__typename !== "Quote") continue;
    for (const { slug } of entry.about) sayings.set(slug, [...(sayings.get(slug) ?? []), entry]);
  }
  return sayings;
}
