import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Day } from "../../domain/day.ts";
import { type ChangeFact, type HistoryStep, historyAsOf } from "../../domain/event-history.ts";
import type { Report } from "../../domain/evidence.ts";
import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../domain/model.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { StatusChange } from "../../store/events.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import { type Outcome, outcome, outcomeOfPlan, type Telling } from "./history.ts";

/** What an article tells of an event, and the article as a report. */
export interface ToldChange extends Telling, Pick<Report, "origin" | "articleState"> {
  readonly draft: Draft;
  /** Whether the draft is accepted just now. */
  readonly isNew: boolean;
  readonly evidence: StoryEvidence;
}

/** Statuses in the order in which they follow one another where several are reported on one day. */
const ORDER: readonly EventStatus[] = [
  "UNKNOWN",
  "POSSIBLE",
  "SCHEDULED",
  "POSTPONED",
  "RESCHEDULED",
  "CANCELLED",
  "IN_PROGRESS",
  "OCCURRED",
];

/** By the day it was out, then by what was told, then as they are. */
export function inStatusOrder(a: Account, b: Account): number {
  return (
    compareCodePoints(a.draft.article.out, b.draft.article.out) ||
    ORDER.indexOf(a.payload.status) - ORDER.indexOf(b.payload.status)
  );
}

interface Account {
  readonly draft: { readonly article: { readonly out: Day } };
  readonly payload: { readonly status: EventStatus };
}

/** A change with the accounts that tell of it. */
export interface ChangeInProgress extends ChangeFact {
  readonly evidence: readonly Report[];
  readonly reason: string | null;
  /** Whether somebody else than an extractor is its source. */
  readonly isEdited: boolean;
  readonly told: readonly ToldChange[];
}

/** The history of an event, to which accounts of it are added in {@link inStatusOrder}. */
export class HistoryInProgress {
  readonly #changes = new Map<string, ChangeInProgress>();

  /** @param standing changes that rest on more than these accounts */
  constructor(
    private readonly eventKey: string,
    standing: readonly StatusChange<FullEvidence>[],
  ) {
    for (const change of standing) {
      const isEdited = change.evidence.some(({ method }) => method !== "RULE" && method !== "MODEL");
      this.#changes.set(change.key, { ...change, isEdited, told: [] });
    }
  }

  /**
   * Adds an account. Who tells that a date was given up tells also that the event had been scheduled for it.
   *
   * @param givenUp dates that are told by then to hold no longer
   */
  tell(told: ToldChange, givenUp: readonly FuzzyDate[]): void {
    if (told.formerDate !== null) {
      const plan = { ...told, status: "SCHEDULED" as const, date: told.formerDate, formerDate: null };
      this.#place(plan, outcomeOfPlan(this.#history(), plan));
    }
    this.#place(told, outcome(this.#history(), told, givenUp));
  }

  changes(): ChangeInProgress[] {
    return [...this.#changes.values()];
  }

  #history(): HistoryStep<ChangeInProgress>[] {
    return historyAsOf(this.changes(), null);
  }

  #place(told: ToldChange, result: Outcome<ChangeInProgress>): void {
    if (result.kind === "BACKGROUND") return;
    const { origin, articleState, evidence } = told;
    const report: Report = { reported: told.out, stance: evidence.stance, origin, articleState };
    if (result.kind === "CHANGES") {
      const key = this.#newKey(told);
      const { status: to, date: newDate } = told;
      const change = { key, to, newDate, when: null, reason: null, isEdited: false };
      this.#changes.set(key, { ...change, evidence: [report], told: [told] });
      return;
    }
    const { change } = result;
    this.#changes.set(change.key, {
      ...change,
      // A date that an editor gave stays.
      newDate: result.kind === "SHARPENS" && !change.isEdited ? told.date : change.newDate,
      evidence: [...change.evidence, report],
      told: [...change.told, told],
    });
  }

  /** Those of one day stand in the order of their keys, and so in that of their statuses. */
  #newKey({ status, date, formerDate }: ToldChange): string {
    const day = date?.edtf ?? (formerDate === null ? "undated" : `not-${formerDate.edtf}`);
    const wanted = `${this.eventKey}/${ORDER.indexOf(status)}-${status.toLowerCase()}-${day}`;
    let key = wanted;
    for (let number = 2; this.#changes.has(key); number++) key = `${wanted}-${number}`;
    return key;
  }
}
