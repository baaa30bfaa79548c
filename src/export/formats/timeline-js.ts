import { displayFuzzyDate } from "../../domain/date-display.ts";
import type { Day } from "../../domain/day.ts";
import { type FuzzyDate, parseFuzzyDate } from "../../domain/fuzzy-date.ts";
import type { Cited, ExportedEntry, TimelineWriter } from "../entry.ts";
import { claimantsOf, disputing, distinct, pageAddress, speakerOf, supporting, wordsOf } from "../sources.ts";
import { STATUS_WORDS } from "../status-words.ts";
import { JsonList } from "./json-list.ts";

/** Most sources that a slide names. */
const MOST_SOURCES = 6;

/**
 * The JSON that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html). Every slide has to have a date:
 * events, changes and quotes without one are listed on the title's slide, and articles are named where something rests
 * on them. TimelineJS shows text as HTML, so what is text here is escaped.
 */
export const writeTimelineJs: TimelineWriter = async function* (topic, batches, { origin }) {
  const slides = new JsonList();
  const undated: string[] = [];
  yield '{"events":[';
  for await (const entries of batches) {
    const shown = entries.filter(({ __typename }) => __typename !== "Article");
    undated.push(...shown.filter(({ when }) => when === null).map(({ title }) => title));
    yield slides.add(shown.flatMap((entry) => slideOf(entry, origin) ?? []));
  }
  const list = undated.map((title) => `<li>${escaped(title)}</li>`).join("");
  const text = `${paragraph(topic.summary)}${list && `<p>Without a date:</p><ul>${list}</ul>`}`;
  const title = { unique_id: topic.id, text: { headline: escaped(topic.title), text } };
  yield `\n],\n"title":${JSON.stringify(title)}}\n`;
};

const GROUPS = { Event: "Events", StatusChange: "Changes", Quote: "Quotes", Article: "Articles" } as const;

function slideOf(entry: ExportedEntry, origin: string | null) {
  if (entry.when === null || entry.__typename === "Article") return null;
  return {
    unique_id: entry.id,
    group: GROUPS[entry.__typename],
    ...datesOf(parseFuzzyDate(entry.when.edtf)),
    text: {
      headline: escaped(headlineOf(entry)),
      text: `${bodyOf(entry, origin)}${sources(entry.evidence)}`,
    },
  };
}

type Shown = Exclude<ExportedEntry, { readonly __typename: "Article" }>;

function headlineOf(entry: Shown): string {
  return entry.__typename === "Quote" ? (speakerOf(entry) ?? "Unknown speaker") : entry.title;
}

function bodyOf(entry: Shown, origin: string | null): string {
  switch (entry.__typename) {
    case "Event": {
      const facts = [STATUS_WORDS[entry.status], entry.place?.name].filter((fact) => fact !== undefined);
      const page = pageAddress(origin, "events", entry.slug);
      return `${paragraph(facts.join(", "))}${paragraph(entry.outcome ?? entry.description)}${
        page === null ? "" : `<p>${link(page, "More on this event")}</p>`
      }`;
    }
    case "StatusChange":
      return paragraph(entry.reason);
    case "Quote":
      return entry.quoteKind === "INDIRECT"
        ? paragraph(entry.text)
        : `<blockquote>${escaped(`“${entry.text}”`)}</blockquote>`;
  }
}

function sources(evidence: readonly Cited[]): string {
  const support = distinct(supporting(evidence).map(sourceItem));
  const against = distinct(
    disputing(evidence).map(
      (one) => `<li>Disputed by ${escaped(claimantsOf(one).join(", "))}: ${citation(one)}</li>`,
    ),
  );
  const more = support.length - MOST_SOURCES;
  const items = [
    ...support.slice(0, MOST_SOURCES),
    ...(more > 0 ? [`<li>and ${more} more</li>`] : []),
    ...against,
  ];
  return items.length === 0 ? "" : `<ul>${items.join("")}</ul>`;
}

function sourceItem(cited: Cited): string {
  return `<li>${citation(cited)}</li>`;
}

function citation(cited: Cited): string {
  const { article } = cited;
  const name = article.source === null ? article.headline : `${article.source.name}: ${article.headline}`;
  const words = wordsOf(cited);
  return `${link(cited.link, name)}${words === null ? "" : escaped(` (“${words}”)`)}`;
}

function link(address: string | null, text: string): string {
  return address === null ? escaped(text) : `<a href="${escaped(address)}">${escaped(text)}</a>`;
}

function paragraph(text: string | null): string {
  return text === null || text === "" ? "" : `<p>${escaped(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/**
 * A date as exactly as it is known. What is more than one day, month or year has an end; an interval that is open has the
 * end that is known for its date. What TimelineJS could not word is worded here.
 */
function datesOf(date: FuzzyDate) {
  const { earliest, latest, precision, approximate, uncertain, time } = date;
  const plain = !approximate && !uncertain;
  const display = escaped(displayFuzzyDate(date));
  const [from, to] = [earliest ?? latest ?? "", latest ?? earliest ?? ""];
  if (precision === "TIME" && time !== null) {
    const [hour, minute] = time.split(":").map(Number);
    return { start_date: { ...partsOf(from, "DAY"), hour, minute }, display_date: display };
  }
  const unit = unitOf(from, to);
  const start = partsOf(from, unit);
  const end = partsOf(to, unit);
  const single = JSON.stringify(start) === JSON.stringify(end);
  const worded = !plain || !single || earliest === null || latest === null;
  return {
    start_date: start,
    ...(single ? {} : { end_date: end }),
    ...(worded ? { display_date: display } : {}),
  };
}

/** The largest unit of which a range of days consists. */
function unitOf(from: Day, to: Day): "YEAR" | "MONTH" | "DAY" {
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return "YEAR";
  const last = new Date(`${to}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + 1);
  return from.endsWith("-01") && last.getUTCDate() === 1 ? "MONTH" : "DAY";
}

function partsOf(at: Day, unit: "YEAR" | "MONTH" | "DAY"): SlideDate {
  const [year = 1, month = 1, day = 1] = at.split("-").map(Number);
  if (unit === "YEAR") return { year };
  return unit === "MONTH" ? { year, month } : { year, month, day };
}
