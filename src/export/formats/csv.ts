import { stringify } from "csv-stringify/sync";
import { displayFuzzyDate } from "../../domain/date-display.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { Cited, ExportedEntry, TimelineWriter } from "../entry.ts";
import { claimantsOf, disputing, distinct, pageAddress, speakerOf, supporting } from "../sources.ts";

/** The columns, which keep their names and order; new ones go to the end. */
export const CSV_COLUMNS = [
  "id",
  "kind",
  "date",
  "when",
  "earliest",
  "latest",
  "title",
  "status",
  "people",
  "place",
  "speaker",
  "text",
  "about",
  "reported",
  "disputedBy",
  "sources",
  "urls",
  "page",
] as const;

type Row = { readonly [Column in (typeof CSV_COLUMNS)[number]]?: string | null | undefined };

/**
 * One row for each entry (RFC 4180, in UTF-8 with the mark by which spreadsheets know that). Several values in a field
 * have `; ` between them. What a spreadsheet would take for a formula begins with an apostrophe.
 */
export const writeCsv: TimelineWriter = async function* (_topic, batches, { origin }) {
  yield `\uFEFF${lines([Object.fromEntries(CSV_COLUMNS.map((name) => [name, name]))])}`;
  for await (const entries of batches) yield lines(entries.map((entry) => rowOf(entry, origin)));
};

function lines(rows: readonly Row[]): string {
  return stringify([...rows], {
    columns: [...CSV_COLUMNS],
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

function rowOf(entry: ExportedEntry, origin: string | null): Row {
  const when = parseFuzzyDateIfKnown(entry.when?.edtf);
  const common = {
    id: entry.id,
    title: entry.title,
    date: when?.edtf,
    when: when && displayFuzzyDate(when),
    earliest: when?.earliest,
    latest: when?.latest,
  };
  switch (entry.__typename) {
    case "Event":
      return {
        ...common,
        kind: "EVENT",
        status: entry.status,
        people: joined(entry.participants.map(({ agent }) => agent.name)),
        place: entry.place?.name ?? null,
        text: entry.outcome ?? entry.description,
        reported: entry.firstReported,
        ...cited(entry.evidence),
        page: pageAddress(origin, "events", entry.slug),
      };
    case "StatusChange":
      return {
        ...common,
        kind: "STATUS_CHANGE",
        status: entry.to,
        text: entry.reason,
        about: entry.event.title,
        reported: entry.reported,
        ...cited(entry.evidence),
        page: pageAddress(origin, "events", entry.event.slug),
      };
    case "Quote":
      return {
        ...common,
        kind: "QUOTE",
        speaker: speakerOf(entry),
        text: entry.text,
        about: joined(entry.about.map(({ title }) => title)),
        reported: parseFuzzyDateIfKnown(entry.article.when?.edtf)?.latest ?? null,
        ...cited(entry.evidence),
        page: pageAddress(origin, "articles", entry.article.slug),
      };
    case "Article":
      return {
        ...common,
        kind: "ARTICLE",
        sources: entry.source?.name ?? null,
        urls: entry.url,
        page: pageAddress(origin, "articles", entry.slug),
      };
  }
}

function cited(evidence: readonly Cited[]): Row {
  const support = supporting(evidence);
  return {
    disputedBy: joined(disputing(evidence).flatMap(claimantsOf)),
    sources: joined(support.flatMap(({ article }) => article.source?.name ?? [])),
    urls: joined(support.flatMap(({ article }) => article.url ?? [])),
  };
}

function joined(values: readonly string[]): string {
  return distinct(values).join("; ");
}
