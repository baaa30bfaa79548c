import { namedAgents, type Proposal } from "../../domain/proposal.ts";

/**
 * What a proposal gives as words of the text. Organizations and places are not among these: “Russian” names Russia.
 */
export function wordsClaimed(payload: Proposal): readonly string[] {
  const people = namedAgents(payload).filter((agent) => agent.type === "PERSON");
  const names = people.map((person) => person.name);
  if (payload.kind === "QUOTE") return [...names, payload.speakerAsWritten ?? [], payload.cue ?? []].flat();
  return payload.kind === "EVENT" ? [...names, payload.claimantAsWritten ?? []].flat() : names;
}

/** All names and words in a proposal that a text can have in a row, other forms of names included. */
export function phrasesClaimed(payload: Proposal): readonly string[] {
  const agents = [...namedAgents(payload), ...organizationsOf(payload)];
  return [
    ...agents.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...wordsClaimed(payload),
    ...(payload.kind === "PERSON" ? payload.roles.map((role) => role.title) : []),
    ...(payload.kind === "EVENT" ? [payload.place ?? []].flat() : []),
  ];
}

function organizationsOf(payload: Proposal) {
  switch (payload.kind) {
    case "PERSON":
      return payload.roles.flatMap((role) => role.organization ?? []);
    case "QUOTE":
      return [payload.speakerFor ?? []].flat();
    case "EVENT":
      return [];
  }
}
