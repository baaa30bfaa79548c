import type { Day } from "../domain/day.ts";
import { linkTo } from "./links.ts";

/** A person or organization by name, with the way to their page; the name keeps its own direction. */
export function AgentLink({
  agent,
  asOf,
}: {
  readonly agent: {
    readonly __typename: "Person" | "Organization";
    readonly slug: string;
    readonly name: string;
  };
  readonly asOf: Day | null;
}) {
  const to = agent.__typename === "Person" ? linkTo.person : linkTo.organization;
  return (
    <a href={to(agent.slug, asOf)}>
      <bdi>{agent.name}</bdi>
    </a>
  );
}
