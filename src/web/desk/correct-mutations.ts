import { document } from "../document.ts";
import { Refusals } from "./refusal.ts";

/** What the pages of corrections do. Each asks only whether it was done: the page is then shown anew. */

export const AmendEvent = document(
  `mutation DeskAmendEvent($input: AmendEventInput!) { amendEvent(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const AmendPerson = document(
  `mutation DeskAmendPerson($input: AmendAgentInput!) { amendPerson(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const RecordStatus = document(
  `mutation DeskStatus($input: RecordStatusChangeInput!) { recordStatusChange(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const Withdraw = document(
  `mutation DeskWithdraw($input: WithdrawFactInput!) { withdrawFact(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const Lift = document(
  `mutation DeskLift($input: LiftWithdrawalInput!) { liftWithdrawal(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const Merge = document(
  `mutation DeskMerge($input: MergeInput!) { merge(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const UndoMerge = document(
  `mutation DeskUndoMerge($input: UndoMergeInput!) { undoMerge(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);

export const MoveQuote = document(
  `mutation DeskMoveQuote($input: MoveQuoteInput!) { moveQuote(input: $input) { __typename ...Refusals } }`,
  [Refusals],
);
