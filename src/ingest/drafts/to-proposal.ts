import type { AgentName, EventDraft, NamedDraft, PersonDraft, QuoteDraft } from "../../domain/draft.ts";
import type { Proposal, ProposedAgent, ProposedOrganization } from "../../domain/proposal.ts";

/** What positions and names in an extractor's lists stand for. */
export interface Lists {
  readonly PERSON: readonly NamedDraft[];
  readonly ORGANIZATION: readonly NamedDraft[];
  /** Key of the draft of an event, by its position. */
  readonly eventKey: (position: number) => string;
}

/** A drafted person by itself. */
export function personProposal({ name, aliases, mentions, roles }: PersonDraft, lists: Lists): Proposal {
  return {
    kind: "PERSON",
    name,
    aliases: [...aliases],
    mentions: [...mentions],
    roles: roles.map(({ title, organization, passage }) => ({
      title,
      organization: proposedOrganization(organization, lists),
      passage,
    })),
  };
}

/** A drafted quote without positions in lists. */
export function quoteProposal(quote: QuoteDraft, lists: Lists): Proposal {
  const { speakerKind, speakerAsWritten, cue, said } = quote;
  return {
    kind: "QUOTE",
    quoteKind: quote.kind,
    speaker: quote.speaker && proposedAgent(quote.speaker, lists),
    speakerKind,
    speakerAsWritten,
    speakerFor: proposedOrganization(quote.speakerFor, lists),
    cue,
    relays: quote.relays && proposedAgent(quote.relays, lists),
    said,
    about: quote.about.map(lists.eventKey),
  };
}

/** A drafted event without positions in lists. */
export function eventProposal(event: EventDraft, lists: Lists): Proposal {
  const { title, sentence, status, date, formerDate, place, claimantAsWritten } = event;
  return {
    kind: "EVENT",
    title,
    sentence,
    status,
    date,
    formerDate,
    place,
    participants: event.participants.map(({ agent, role }) => ({ agent: proposedAgent(agent, lists), role })),
    claimedBy: event.claimedBy.map((agent) => proposedAgent(agent, lists)),
    claimantAsWritten,
    relations: event.relations.map(({ kind, event: position }) => ({
      kind,
      event: lists.eventKey(position),
    })),
  };
}

function proposedOrganization(name: string | null, lists: Lists): ProposedOrganization | null {
  if (name === null) return null;
  const type = "ORGANIZATION";
  return { ...proposedAgent({ type, name }, lists), type };
}

/** With the other names that the same text has for them. */
function proposedAgent({ type, name }: AgentName, lists: Lists): ProposedAgent {
  return { type, name, aliases: [...(lists[type].find((one) => one.name === name)?.aliases ?? [])] };
}
