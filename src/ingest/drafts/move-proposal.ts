import { passageAt } from "../../domain/passage.ts";
import type { Proposal } from "../../domain/proposal.ts";
import { type LaterText, reanchor } from "../../domain/reanchor.ts";
import type { Span } from "../../domain/span.ts";

/**
 * A proposal with its further places as they are in a later text. What is not found there is left out; of an event whose
 * sentence is gone, the words that name it stand for it.
 *
 * @param passage where the proposal's own passage is in the later text
 */
export function moveProposal(proposal: Proposal, before: string, later: LaterText, passage: Span): Proposal {
  const own = { start: passage.start, end: passage.end };
  const moved = (span: Span): Span | null => {
    const found = reanchor(passageAt(before, span.start, span.end), later).passage;
    return found && { start: found.start, end: found.end };
  };
  switch (proposal.kind) {
    case "QUOTE":
      return proposal;
    case "EVENT":
      return { ...proposal, sentence: moved(proposal.sentence) ?? own };
    case "PERSON": {
      const others = proposal.mentions.slice(1).flatMap((span) => moved(span) ?? []);
      const roles = proposal.roles.flatMap((role) => {
        const found = moved(role.passage);
        return found === null ? [] : { ...role, passage: found };
      });
      return { ...proposal, mentions: [own, ...others], roles };
    }
  }
}

/** A proposal that names drafts by the keys that they have now; those that are gone are left out. */
export function renameIn(proposal: Proposal, keyNow: (key: string) => string | undefined): Proposal {
  switch (proposal.kind) {
    case "PERSON":
      return proposal;
    case "QUOTE":
      return { ...proposal, about: proposal.about.flatMap((key) => keyNow(key) ?? []) };
    case "EVENT": {
      const relations = proposal.relations.flatMap((relation) => {
        const key = keyNow(relation.event);
        return key === undefined ? [] : { ...relation, event: key };
      });
      return { ...proposal, relations };
    }
  }
}
