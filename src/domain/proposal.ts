import { z } from "zod";
import {
  AGENT_TYPES,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
  RELATION_KINDS,
  SPEAKER_KINDS,
} from "./model.ts";

/*
 * What a stored draft proposes: a draft of draft.ts that stands alone. Others are named, by their names or, drafts, by
 * their keys, where an extractor gives positions in its lists. Spans count code points of the article's text.
 */

const span = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine(({ start, end }) => start < end, "a span ends after it starts");
const words = z.string().trim().min(1);

const agent = z.object({
  type: z.enum(AGENT_TYPES),
  /** The fullest form in the text, without title. */
  name: words,
  /** Other forms in the text. */
  aliases: z.array(words),
});

const organization = agent.extend({ type: z.literal("ORGANIZATION") });

const person = z.object({
  kind: z.literal("PERSON"),
  name: words,
  aliases: z.array(words),
  mentions: z.array(span).min(1),
  roles: z.array(z.object({ title: words, organization: organization.nullable(), passage: span })),
});

const quote = z.object({
  kind: z.literal("QUOTE"),
  quoteKind: z.enum(QUOTE_KINDS),
  speaker: agent.nullable(),
  speakerKind: z.enum(SPEAKER_KINDS),
  speakerAsWritten: words.nullable(),
  speakerFor: organization.nullable(),
  cue: words.nullable(),
  relays: agent.nullable(),
  /** EDTF. */
  said: z.string().nullable(),
  /** Keys of the drafts of events that it is about. */
  about: z.array(z.string()),
});

const event = z.object({
  kind: z.literal("EVENT"),
  title: words,
  sentence: span,
  status: z.enum(EVENT_STATUSES),
  /** EDTF. */
  date: z.string().nullable(),
  formerDate: z.string().nullable(),
  place: words.nullable(),
  participants: z.array(z.object({ agent, role: z.enum(PARTICIPANT_ROLES) })),
  claimedBy: z.array(agent),
  claimantAsWritten: words.nullable(),
  /** To other events, by the keys of their drafts. */
  relations: z.array(z.object({ kind: z.enum(RELATION_KINDS), event: z.string() })),
});

/** Checks a proposal, whoever made it. */
export const Proposal = z.discriminatedUnion("kind", [person, quote, event]);

export type Proposal = z.output<typeof Proposal>;
export type EventProposal = z.output<typeof event>;
/** A person or organization that a proposal names. */
export type ProposedAgent = z.output<typeof agent>;

export type ProposedOrganization = z.output<typeof organization>;

/** Those whose entry a proposal is: who speaks, or takes part. A draft of a person is that person's. */
export function concernedAgents(proposal: Proposal): readonly ProposedAgent[] {
  switch (proposal.kind) {
    case "PERSON":
      return [{ type: "PERSON", name: proposal.name, aliases: proposal.aliases }];
    case "QUOTE":
      return proposal.speaker === null ? [] : [proposal.speaker];
    case "EVENT":
      return proposal.participants.map((participant) => participant.agent);
  }
}

/** All whom a proposal names. */
export function namedAgents(proposal: Proposal): readonly ProposedAgent[] {
  switch (proposal.kind) {
    case "PERSON":
      return concernedAgents(proposal);
    case "QUOTE":
      return [proposal.speaker ?? [], proposal.relays ?? []].flat();
    case "EVENT":
      return [...concernedAgents(proposal), ...proposal.claimedBy];
  }
}

/** The same with the organizations that are named along with people: those they speak for or have a role in. */
export function agentsOf(proposal: Proposal): readonly ProposedAgent[] {
  const named = namedAgents(proposal);
  switch (proposal.kind) {
    case "PERSON":
      return [...named, ...proposal.roles.flatMap((role) => role.organization ?? [])];
    case "QUOTE":
      return [...named, proposal.speakerFor ?? []].flat();
    case "EVENT":
      return named;
  }
}
