import type { Day } from "../domain/day.ts";
import { type AgentName, linkTo } from "./links.ts";

/** The name of somebody, as a link to their page. */
export function AgentLink({
  agent,
  asOf,
}: {
  readonly agent: AgentName & { readonly name: string };
  readonly asOf: Day | null;
}) {
  return (
    <a href={linkTo.agent(agent, asOf)}>
      <bdi>{agent.name}</bdi>
    </a>
  );
}
