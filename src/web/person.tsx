import { decodeNodeId, encodeNodeId } from "../domain/node-id.ts";
import { Amounts, Names, Roles } from "./agent-facts.tsx";
import { AgentPage, FoundAgent } from "./agent-query.ts";
import { AgentQuotes } from "./agent-quotes.tsx";
import { AgentTimeline } from "./agent-timeline.tsx";
import { AsKnown, titleAsKnown } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { deskLink } from "./desk/links.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { othersOn, type Quotes } from "./others.ts";
import type { TimelineParams } from "./params.ts";

/** Whom a page is about. */
export type AgentKind = "people" | "organizations";

/**
 * A person or an organization: roles over time, what they took part in across topics, and what they said, beside what others
 * said; null where there is none, or nobody had named them by that day.
 *
 * @param quotesAfter the cursor of the quote after which their quotes go on
 */
export async function agentPage(
  ask: Ask,
  kind: AgentKind,
  slug: string,
  { asOf, order, after, toSearch }: TimelineParams,
  quotesAfter: string | null,
  isEditor = false,
) {
  const { person, organization } = await ask(FoundAgent, { slug, person: kind === "people" });
  const id = (person ?? organization)?.id;
  if (id === undefined) return null;
  const variables = { id: encodeNodeId({ ...decodeNodeId(id), asOf }), order, after, quotesAfter };
  const { node: agent } = await ask(AgentPage, variables);
  if (agent?.__typename !== "Person" && agent?.__typename !== "Organization") return null;
  if (!agent.onRecord) return null;
  const quotes: Quotes = agent.quotes;
  const { asked, ...others } = await othersOn(ask, id, asOf, quotes);
  const linkHere = kind === "people" ? linkTo.person : linkTo.organization;
  // Each list goes on by itself: the other stays where it is.
  const more = (changed: Record<string, string | null>) => {
    const search = new URLSearchParams(toSearch({ after, ...changed }));
    const cursor = "quotesAfter" in changed ? changed["quotesAfter"] : quotesAfter;
    if (cursor) search.set("quotesAfter", cursor);
    return `?${search}`;
  };
  const feed = `${linkHere(slug, null)}/feed.atom`;
  return (
    <Page
      title={titleAsKnown(agent.name, asOf)}
      queries={[{ document: AgentPage, variables }, ...asked]}
      asOf={asOf}
      correct={isEditor && kind === "people" ? deskLink.person(slug) : undefined}
      alternates={
        kind === "people" && asOf === null
          ? [{ type: "application/atom+xml", href: feed, title: agent.name }]
          : []
      }
    >
      <p class="kicker">{agent.__typename}</p>
      <h1 dir="auto">{agent.name}</h1>
      <Names agent={agent} />
      <AsKnown asOf={asOf} today={linkHere(slug, null)} />
      {agent.__typename === "Person" && <Roles roles={agent.roles} asOf={asOf} />}
      <Amounts agent={agent} feed={kind === "people" && asOf === null ? feed : null} />
      <AgentTimeline timeline={agent.timeline} asOf={asOf} more={(cursor) => more({ after: cursor })} />
      <AgentQuotes
        name={agent.name}
        quotes={quotes}
        others={others}
        asOf={asOf}
        more={(cursor) => more({ quotesAfter: cursor })}
      />
    </Page>
  );
}
