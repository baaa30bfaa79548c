import { boundaryBefore } from "./passage.ts";
import type { SearchTexts } from "./search-document.ts";
import { countTerms, findHits, type Hit } from "./search-hits.ts";
import type { SearchQuery } from "./search-query.ts";

/** Length of a snippet, about: UTF-16 units of its text, marks and ellipses aside. */
const SNIPPET_LENGTH = 160;
/** What stands before the first hit at most, where the text goes on long enough after it. */
const LEAD = 50;
/** How far from its place a cut may move to the next space; scripts without spaces are cut between characters. */
const TO_NEXT_SPACE = 25;
/** UTF-16 units of a text that are searched for hits. */
const LONGEST_TEXT = 100_000;

/**
 * The stretch of a result's texts that has most of what was searched for, as HTML: hits stand in `<mark>`, everything
 * else is escaped (& < > " '), and white space is one space. An ellipsis shows where the text goes on. Texts come
 * before names that have as many of the terms, since whoever shows a result shows its name anyway. It begins and ends
 * between words where there are spaces, and never cuts a grapheme cluster (UAX #29).
 */
export function makeSnippet(query: SearchQuery, { name, aliases, texts }: SearchTexts): string {
  const fields = [...texts, name, ...aliases].map((field) => {
    const text = field.replace(/\s+/g, " ");
    const hits = findHits(query, text, LONGEST_TEXT);
    return { text, hits, terms: countTerms(hits) };
  });
  const most = Math.max(...fields.map((field) => field.terms));
  const best = fields.find((field) => field.terms === most && most > 0);
  const { text, hits } = best ?? fields[0] ?? { text: "", hits: [] };
  return cutAndMark(text, hits);
}

function cutAndMark(text: string, hits: readonly Hit[]): string {
  const [start, end] = stretchAround(text, bestWindow(hits));
  const shown = hits.filter((hit) => hit.start >= start && hit.end <= end);
  const parts: string[] = [];
  let at = start;
  for (const hit of merged(text, shown)) {
    if (hit.start < at || hit.end > end) continue;
    parts.push(
      escaped(text.slice(at, hit.start)),
      "<mark>",
      escaped(text.slice(hit.start, hit.end)),
      "</mark>",
    );
    at = hit.end;
  }
  parts.push(escaped(text.slice(at, end)));
  return `${start > 0 ? "…" : ""}${parts.join("").replace(OUTER_SPACE, "")}${end < text.length ? "…" : ""}`;
}

/** The hits that have most terms within the length of a snippet, from the first to the last of them. */
function bestWindow(hits: readonly Hit[]): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0, terms: 0 };
  const all = countTerms(hits);
  for (const [index, { start }] of hits.entries()) {
    if (best.terms === all) break;
    const within: Hit[] = [];
    for (let next = index; next < hits.length; next++) {
      const hit = hits[next];
      if (hit === undefined || (next > index && hit.end - start > SNIPPET_LENGTH)) break;
      within.push(hit);
    }
    const terms = countTerms(within);
    if (terms > best.terms) best = { start, end: Math.max(...within.map((hit) => hit.end)), terms };
  }
  return best;
}

/** Where a snippet begins and ends that has a window in it. */
function stretchAround(
  text: string,
  window: { readonly start: number; readonly end: number },
): [number, number] {
  if (text.length <= SNIPPET_LENGTH) return [0, text.length];
  const room = Math.max(0, SNIPPET_LENGTH - (window.end - window.start));
  const latest = text.length - Math.max(SNIPPET_LENGTH, window.end - window.start);
  const wanted = Math.max(0, Math.min(window.start - Math.min(LEAD, room), latest));
  const start = wanted === 0 ? 0 : startNear(text, Math.min(wanted, window.start), window.start);
  const end = Math.max(window.end, Math.min(text.length, start + SNIPPET_LENGTH));
  return [start, end === text.length ? end : endNear(text, end, window.end)];
}

/** After the next space, unless the window begins before it. */
function startNear(text: string, wanted: number, window: number): number {
  if (/\s/.test(text.charAt(wanted - 1))) return boundaryBefore(text, wanted);
  const space = text.slice(wanted, Math.min(window, wanted + TO_NEXT_SPACE)).search(/\s/);
  return boundaryBefore(text, space < 0 ? wanted : wanted + space + 1);
}

/** Before the last space, unless the window ends after it. */
function endNear(text: string, wanted: number, window: number): number {
  if (/\s/.test(text.charAt(wanted))) return boundaryAfter(text, wanted);
  const from = Math.max(window, wanted - TO_NEXT_SPACE);
  const tail = /\s\S*$/.exec(text.slice(from, wanted));
  return boundaryAfter(text, tail === null ? wanted : from + tail.index);
}

function boundaryAfter(text: string, index: number): number {
  let at = index;
  while (at < text.length && boundaryBefore(text, at) !== at) at++;
  return at;
}

/** Hits that overlap or touch as one, and none that begins or ends within a grapheme cluster. */
function merged(text: string, hits: readonly Hit[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const hit of hits) {
    const [start, end] = [boundaryBefore(text, hit.start), boundaryAfter(text, hit.end)];
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** White space at the ends, unless a mark stands on it. */
const OUTER_SPACE = /^ (?!\p{M})| $/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
