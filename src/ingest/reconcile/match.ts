import type { DraftKind } from "../../domain/model.ts";
import type { Doubt, Identities, Identity, Reason } from "./identify.ts";

/** What a draft is, or may be, the same as: something on record, or what another draft proposes. */
export interface Match extends Reason {
  readonly of: MatchedFact | MatchedDraft;
}

export interface MatchedFact {
  readonly kind: DraftKind;
  /** Key of the person, event or quote on record. */
  readonly fact: string;
}

export interface MatchedDraft {
  readonly kind: DraftKind;
  /** Key of the other draft. */
  readonly draft: string;
}

/**
 * What a draft is the same as; null where it is by itself.
 *
 * @param fact what the draft became on record itself
 */
export function matchOf(identities: Identities, draftKey: string, fact: string | null): Match | null {
  const identity = identities.of(draftKey);
  const join = identities.why(draftKey);
  if (identity === undefined || join === null) return null;
  const { score, reason, partner } = join;
  const others = { ...identity, reports: identity.reports.filter((one) => one !== fact) };
  const of = shownOf(identity.kind === "QUOTE" ? others : identity, draftKey, partner);
  return of && { score, reason, of };
}

/** What else a draft may be, surest first, up to a number of them. */
export function suggestionsFor(identities: Identities, draftKey: string, most: number): Match[] {
  return identities
    .doubts(draftKey)
    .slice(0, most)
    .flatMap(({ other, score, reason }) => {
      const of = shownOf(other, draftKey);
      return of === null ? [] : { score, reason, of };
    });
}

/** How an identity is shown next to a draft: by what is on record, else by another draft, that which it was compared with first. */
function shownOf(
  { kind, reports, drafts }: Identity,
  draftKey: string,
  partner: string | null = null,
): Match["of"] | null {
  const [fact] = reports;
  if (fact !== undefined) return { kind, fact };
  const draft = drafts.find((key) => key === partner) ?? drafts.find((key) => key !== draftKey);
  return draft === undefined ? null : { kind, draft };
}

/**
 * What a doubt is about, as it is shown.
 *
 * @param factOf key of what a draft is on record as by now; null where it is not
 */
export function matchOfDoubt(
  { other: { kind, known, drafts }, score, reason }: Doubt,
  factOf: (draftKey: string) => string | null,
): Match {
  const [draft = ""] = drafts;
  const fact = known ?? factOf(draft);
  return { score, reason, of: fact === null ? { kind, draft } : { kind, fact } };
}
