import { type ChangeFact, type EventFact, eventAsOf } from "../../src/domain/event-history.ts";
import type { Report } from "../../src/domain/evidence.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import type { EventStatus } from "../../src/domain/model.ts";

/** The day on which tests take place. */
export const TODAY = "2026-11-24";

const dated = (edtf: string | null) => (edtf === null ? null : parseFuzzyDate(edtf));

/** Support that was out on a day. */
export function report(reported: string, fields: Partial<Report> = {}): Report {
  return { reported, stance: "SUPPORTS", origin: reported, articleState: "CURRENT", ...fields };
}

/** A change that was reported on a day. */
export function step(
  to: EventStatus,
  reported: string,
  fields: { key?: string; when?: string; newDate?: string; evidence?: Report[] } = {},
): ChangeFact {
  const { key = `${to} ${reported}`, when = null, newDate = null, evidence = [] } = fields;
  return { key, to, when: dated(when), newDate: dated(newDate), evidence: [report(reported), ...evidence] };
}

/** An event of which nothing but changes was reported. */
export const eventOf = (...changes: ChangeFact[]): EventFact => ({
  evidence: [],
  changes,
  participations: [],
});

/** The state in words that are easy to compare. */
export function told(event: EventFact, asOf: string | null, today = TODAY) {
  const state = eventAsOf(event, asOf, today);
  if (state === null) return null;
  const { status, when, formerDates, disputed, overdue, independentSources, firstReported, history } = state;
  return {
    status,
    when: when?.edtf ?? null,
    formerDates: formerDates.map(({ edtf }) => edtf),
    disputed,
    overdue,
    independentSources,
    firstReported,
    steps: history.map(({ change, from }) => `${from} > ${change.to}`),
  };
}
