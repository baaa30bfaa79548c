import { namedAgents } from "../../domain/proposal.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Doubt, Identities } from "../reconcile/identify.ts";

/** A draft that is not put on record along with others, since somebody has to decide what it is. */
export interface HeldBack {
  readonly draft: Draft;
  /** What it is in doubt about: its own title, or whom it names. */
  readonly what: string;
  readonly doubt: Doubt;
}

/** Why a draft is held back; null where it is not: neither it nor anybody whom it names may be somebody else. */
export function heldBack(identities: Identities, draft: Draft): HeldBack | null {
  const own = identities.doubts(draft.key).find(({ holds }) => holds);
  if (own !== undefined) return { draft, what: draft.title, doubt: own };
  for (const { type, name } of namedAgents(draft.payload)) {
    const person = type === "PERSON" ? identities.person(draft.article.key, name) : undefined;
    const doubt = person && identities.doubtsAbout(person).find(({ holds }) => holds);
    if (doubt !== undefined) return { draft, what: name, doubt };
  }
  return null;
}
