import { displayFuzzyDate } from "../../domain/date-display.ts";
import { parseFuzzyDate } from "../../domain/fuzzy-date.ts";
import type { ArticleEntry, Cited, Dated, ExportedChange, ExportedEvent, ExportedQuote } from "../entry.ts";
import { claimantsOf, disputing, distinct, speakerOf, supporting, wordsOf } from "../sources.ts";
import { STATUS_WORDS } from "../status-words.ts";
import { type Footnotes, link, plain } from "./markdown.ts";

/** An event in a line: what it is, when and where, what became of it. */
export function eventItem(event: ExportedEvent, notes: Footnotes): string {
  const where = [inWords(event.when) ?? "no date", event.place?.name].filter((part) => part !== undefined);
  const text = event.outcome ?? event.description;
  return item(
    [
      `**${plain(event.title)}** (${plain(where.join(", "))}): ${STATUS_WORDS[event.status].toLowerCase()}.`,
      text === null ? "" : plain(text),
    ],
    marks(supporting(event.evidence), notes),
  );
}

/** A change of an event in a line. */
export function changeItem(change: ExportedChange, notes: Footnotes): string {
  const { title, when, reported, newDate, reason, evidence } = change;
  const day = inWords(when);
  return item(
    [
      `**${plain(title)}** (${plain(day ?? `reported ${inWords({ edtf: reported })}`)}).`,
      newDate === null ? "" : `Date: ${plain(inWords(newDate) ?? "")}.`,
      reason === null ? "" : plain(sentence(reason)),
    ],
    marks(supporting(evidence), notes),
  );
}

/** Who disputes a change, and what they say instead. */
export function disputeItem({ title, evidence }: ExportedChange, notes: Footnotes): string {
  const claims = disputing(evidence).map(
    (one) => `${plain(claimantsOf(one).join(", "))}${instead(one)}${notes.mark(note(one))}`,
  );
  return item([`**${plain(title)}** is disputed by ${distinct(claims).join("; ")}`]);
}

/** What one person says of a change of an event, where articles report that it is they who say so; else nothing. */
export function claimItem({ title, evidence }: ExportedChange, person: string, notes: Footnotes): string {
  const theirs = evidence.filter(({ claimedBy }) =>
    claimedBy.some((agent) => agent.__typename === "Person" && agent.slug === person),
  );
  const [support, against] = [supporting(theirs), disputing(theirs)];
  return [
    support.length === 0 ? "" : item([`**${plain(title)}**: says so`], marks(support, notes)),
    ...against.map((one) => item([`**${plain(title)}**: disputes it${instead(one)}`], notes.mark(note(one)))),
  ].join("");
}

function instead({ insteadStatus, insteadDate }: Cited): string {
  const status = insteadStatus === null ? null : STATUS_WORDS[insteadStatus].toLowerCase();
  const parts = [status, inWords(insteadDate)].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` (rather: ${plain(parts.join(", "))})`;
}

/** What somebody said in a line. */
export function quoteItem(quote: ExportedQuote, notes: Footnotes): string {
  const { text, quoteKind, translated, about, evidence } = quote;
  const details = [inWords(quote.when), translated ? "translated" : null].filter((part) => part !== null);
  const events = about.map(({ title }) => title).join("; ");
  const speaker = plain(speakerOf(quote) ?? "Unknown speaker");
  const when = details.length === 0 ? "" : ` (${plain(details.join(", "))})`;
  return item(
    [
      `**${speaker}**${when}${events === "" ? "" : ` on ${plain(events)}`}:`,
      plain(quoteKind === "INDIRECT" ? text : `“${text}”`),
    ],
    marks(supporting(evidence), notes),
  );
}

/** An article in a line. */
export function articleItem({ headline, url, source, when }: ArticleEntry): string {
  const from = [source?.name, inWords(when)].filter((part) => part !== undefined && part !== null);
  return item([link(headline, url), from.length === 0 ? "" : `(${plain(from.join(", "))})`]);
}

/** One item of a list; the marks of its notes touch what they stand behind. */
function item(parts: readonly string[], noteMarks = ""): string {
  return `- ${parts.filter((part) => part !== "").join(" ")}${noteMarks}\n`;
}

function marks(evidence: readonly Cited[], notes: Footnotes): string {
  return distinct(evidence.map((one) => notes.mark(note(one)))).join("");
}

/** Where a fact stands: outlet, headline, day, and the words. */
function note(cited: Cited): string {
  const { article } = cited;
  const words = wordsOf(cited);
  const said = cited.claimedBy.length > 0 || cited.claimantAsWritten !== null;
  return [
    article.source === null ? "" : `${plain(article.source.name)}, `,
    link(`“${article.headline}”`, cited.link),
    article.when === null ? "" : `, ${plain(inWords(article.when) ?? "")}`,
    article.state === "CORRECTED" ? " (corrected)" : "",
    said ? `, according to ${plain(claimantsOf(cited).join(", "))}` : "",
    words === null ? "" : `: ${plain(`“${words}”`)}`,
  ].join("");
}

/** A date as it is read; null where there is none. */
export function inWords(date: Dated | null): string | null {
  return date === null ? null : displayFuzzyDate(parseFuzzyDate(date.edtf));
}

function sentence(text: string): string {
  return /\p{P}$/u.test(text.trim()) ? text : `${text}.`;
}
