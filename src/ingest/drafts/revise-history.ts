import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
import type { StoryStatusChange } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { StatusChange } from "../../store/events.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import { type ChangeInProgress, HistoryInProgress, type ToldChange } from "./history-in-progress.ts";

/** What accounts of an event make of its history. */
export interface RevisedHistory {
  /** Changes that are new, or of which something is. */
  readonly changes: readonly StoryStatusChange[];
  /** What is no longer evidence of a change, since accounts that came in since tell it otherwise. */
  readonly withdrawn: readonly Withdrawn[];
}

/** Evidence that a change loses; all that it has, where the change is gone. */
export interface Withdrawn {
  readonly change: StatusChange<FullEvidence>;
  readonly evidence: readonly FullEvidence[];
}

/**
 * Makes the history of an event from all accounts of it, those that were accepted before and those that are now, as if they had
 * been accepted at once: so that it is the same whatever the order. What an editor put there stands.
 *
 * @param known the changes on record
 * @param accounts in the order in which they are told
 * @param givenUp the dates that are told by a day to hold no longer
 * @param gone accounts of which evidence is on record, and that are told no more
 */
export function reviseHistory(
  eventKey: string,
  known: readonly StatusChange<FullEvidence>[],
  accounts: readonly ToldChange[],
  givenUp: (day: string) => readonly FuzzyDate[],
  gone: readonly Draft[] = [],
): RevisedHistory {
  const before = [...accounts.flatMap(({ isNew, draft }) => (isNew ? [] : draft)), ...gone];
  const isOf = (evidence: FullEvidence) => before.some((draft) => tells(draft, evidence));
  const drafted = new Set(
    known.filter(
      ({ when, reason, evidence }) => when === null && reason === null && evidence.every((one) => isOf(one)),
    ),
  );
  const history = new HistoryInProgress(
    eventKey,
    known.filter((change) => !drafted.has(change)),
  );
  for (const account of accounts) history.tell(account, givenUp(account.out));
  const onRecord = new Map(known.map((change) => [change.key, change]));
  const now = new Map(history.changes().map((change) => [change.key, change]));
  return {
    changes: [...now.values()].flatMap((change) => written(change, onRecord.get(change.key))),
    withdrawn: [...drafted].flatMap((change) => {
      const { told = [] } = now.get(change.key) ?? {};
      const evidence = change.evidence.filter((one) => !told.some(({ draft }) => tells(draft, one)));
      return evidence.length === 0 ? [] : { change, evidence };
    }),
  };
}

/** Whether evidence is what a draft became: an article tells of an event once. */
function tells({ articleId, method }: Draft, evidence: FullEvidence): boolean {
  return evidence.articleId === articleId && evidence.method === method && evidence.stance === "SUPPORTS";
}

function written(
  { key, to, when, newDate, reason, told }: ChangeInProgress,
  known: StatusChange<FullEvidence> | undefined,
): StoryStatusChange | [] {
  const added = told.filter(
    ({ isNew, draft }) => isNew || !known?.evidence.some((evidence) => tells(draft, evidence)),
  );
  if (known !== undefined && added.length === 0 && known.newDate?.edtf === newDate?.edtf) return [];
  return {
    key,
    to,
    effective: when?.edtf,
    date: newDate?.edtf,
    reason: reason ?? undefined,
    evidence: added.map(({ evidence }) => evidence),
  };
}
