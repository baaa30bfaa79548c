import type { EventStatus } from "../domain/model.ts";
import { type Claim, whoSays } from "./claims.ts";
import { numberInWords } from "./distance.ts";
import { dateInWords } from "./headings.ts";
import { isCounted, type Reported } from "./withdrawn.tsx";
import { capital, listed, STATUS_WORDS } from "./words.ts";

/** An event that a sentence names. */
export interface Named {
  readonly slug: string;
  readonly title: string;
}

interface Dated extends Named {
  readonly when: { readonly display: string; readonly latest: string | null } | null;
}

/** Evidence that says what is so instead. */
interface Disputing extends Claim {
  readonly article: Claim["article"] & Reported["article"];
  readonly insteadStatus: EventStatus | null;
  readonly insteadDate: { readonly edtf: string } | null;
}

interface Disputed extends Named {
  readonly status: EventStatus;
  readonly evidence: readonly Disputing[];
  readonly statusHistory: readonly { readonly disputed: boolean; readonly evidence: readonly Disputing[] }[];
}

/** What the record says of the events of a topic, now or as of a day. */
export interface State {
  readonly counts: readonly { readonly status: EventStatus; readonly count: number }[];
  /** The event that took place last. */
  readonly last: Dated | null;
  /** Events that are still announced though their day has passed. */
  readonly overdue: readonly Dated[];
  readonly disputed: readonly Disputed[];
}

/** A sentence: texts, and events that are named in it. */
export type Sentence = readonly (string | Named)[];

/**
 * Where a topic stands, told from what is on record: how many events took place, are announced or are only talked about, which
 * took place last, which are overdue, and what is disputed by whom. It says nothing that the record does not hold; none
 * where there are no events.
 */
export function whereThingsStand({ counts, last, overdue, disputed }: State): Sentence[] {
  const sentences: Sentence[] = [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  sentences.push([countedEvents(total, counts)]);
  if (last?.when) {
    sentences.push([total === 1 ? "It was: " : "Latest: ", last, `, ${last.when.display}.`]);
  }
  for (const event of overdue) sentences.push([event, ` ${dueBy(event.when?.latest ?? null)}.`]);
  for (const event of disputed) sentences.push(accountsDiffer(event));
  return sentences;
}

/** That something is overdue: "was due by 30 October 2025; no report that it took place". */
export function dueBy(latest: string | null): string {
  return `was due ${latest === null ? "by now" : `by ${dateInWords(latest)}`}; no report that it took place`;
}

const PHRASES: readonly (readonly [of: readonly EventStatus[], one: string, several: string])[] = [
  [["OCCURRED"], "took place", "took place"],
  [["IN_PROGRESS"], "is under way", "are under way"],
  [["SCHEDULED", "RESCHEDULED"], "is scheduled", "are scheduled"],
  [["POSTPONED"], "is postponed", "are postponed"],
  [["CANCELLED"], "is cancelled", "are cancelled"],
  [["POSSIBLE"], "is only talked about", "are only talked about"],
  [["UNKNOWN"], "is of unclear status", "are of unclear status"],
];

function countedEvents(total: number, counts: State["counts"]): string {
  const parts = PHRASES.flatMap(([statuses, one, several]) => {
    const count = counts
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, part) => sum + part.count, 0);
    return count === 0 ? [] : [{ count, phrase: count === 1 ? one : several }];
  });
  const [only] = parts;
  const events =
    total === 1 ? "One event is on record" : `${capital(numberInWords(total))} events are on record`;
  if (parts.length === 1 && only) {
    const all = total === 1 ? "it" : total === 2 ? "both" : "all of them";
    return `${events}; ${all} ${only.phrase}.`;
  }
  return `${events}: ${listed(parts.map(({ count, phrase }) => `${numberInWords(count)} ${phrase}`))}.`;
}

/** Both sides of a dispute, each by those who say so. */
function accountsDiffer({ statusHistory, evidence, status, ...event }: Disputed): Sentence {
  const current = statusHistory.at(-1);
  const reports = (current?.disputed ? current.evidence : evidence).filter(isCounted);
  const supporting = reports.filter((one) => one.stance === "SUPPORTS");
  const sides = new Map<string, Disputing[]>();
  for (const one of reports.filter(({ stance }) => stance === "DISPUTES")) {
    const instead = insteadOf(one) ?? "not so";
    sides.set(instead, [...(sides.get(instead) ?? []), one]);
  }
  const told = [
    `${STATUS_WORDS[status].toLowerCase()}, according to ${whoSays(supporting)}`,
    ...[...sides].map(([instead, of]) => `${instead}, according to ${whoSays(of)}`),
  ];
  return [event, `: accounts differ. ${capital(told.join("; "))}.`];
}

/** What a dispute says is so instead: "cancelled", "cancelled, 3 May 2025"; null where it does not say. */
export function insteadOf({
  insteadStatus,
  insteadDate,
}: Pick<Disputing, "insteadStatus" | "insteadDate">): string | null {
  const what = [
    insteadStatus && STATUS_WORDS[insteadStatus].toLowerCase(),
    insteadDate && dateInWords(insteadDate.edtf),
  ];
  return what.filter(Boolean).join(", ") || null;
}
