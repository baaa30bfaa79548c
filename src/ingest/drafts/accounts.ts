import type { EventProposal } from "../../domain/proposal.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Identities, Identity } from "../reconcile/identify.ts";
import { inArticleOrder } from "../reconcile/reconcile.ts";
import type { Scope } from "../reconcile/scope.ts";

/** A draft of an event with what it is. */
export interface Account {
  readonly draft: Draft;
  readonly payload: EventProposal;
  readonly identity: Identity;
  /** Whether it is accepted just now. */
  readonly isNew: boolean;
}

/** The accounts among drafts that are accepted now. */
export function newAccounts(identities: Identities, drafts: readonly Draft[]): Account[] {
  return drafts.flatMap((draft) => {
    const identity = identities.of(draft.key);
    if (draft.kind === "EVENT" && identity === undefined) {
      throw new Error(`It was not decided what the draft ${draft.key} is.`);
    }
    return accountOf(draft, identity, true);
  });
}

/** The accounts of an event that were accepted before, from the texts that their articles have now, in the order of these. */
export function accountsBefore({ drafts }: Scope, identity: Identity): Account[] {
  return identity.drafts
    .flatMap((key) => drafts.get(key) ?? [])
    .filter(
      ({ state, factKey, revision, article }) =>
        state === "ACCEPTED" && factKey === identity.known && revision === article.revision,
    )
    .toSorted(inArticleOrder)
    .flatMap((draft) => accountOf(draft, identity, false));
}

function accountOf(draft: Draft, identity: Identity | undefined, isNew: boolean): Account[] {
  const { payload } = draft;
  return payload.kind === "EVENT" && identity !== undefined ? [{ draft, payload, identity, isNew }] : [];
}
