import { groupBy } from "../../domain/group-by.ts";
import { agentsOf, type ProposedAgent } from "../../domain/proposal.ts";
import type { AgentRef, StoryAgent, StoryPerson, StoryPlace } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import type { Identities, Identity } from "../reconcile/identify.ts";
import { asAgent, type Member, nameKey } from "./member.ts";
import { settleOrganizations, settlePlaces } from "./settle-names.ts";
import { settlePeople } from "./settle-people.ts";

/**
 * Who and what drafts name: people as they were brought together; organizations and places that bear the name on record,
 * or else new ones. Nothing is taken for another: where several bear a name and none or not one alone has it as its own, a new one
 * comes to them.
 */
export class Cast {
  private constructor(
    private readonly identities: Identities,
    private readonly byIdentity: ReadonlyMap<string, Member>,
    private readonly organizationsByName: ReadonlyMap<string, Member>,
    private readonly placesByName: ReadonlyMap<string, Member>,
  ) {}

  /** @param drafts in the order in which who is new gets a slug */
  static async of(readers: Readers, identities: Identities, drafts: readonly Draft[]): Promise<Cast> {
    const agents = drafts.flatMap(({ payload, article }) =>
      agentsOf(payload).map((agent) => ({ agent, article: article.key })),
    );
    const people = agents.flatMap(({ agent, article }) => {
      if (agent.type !== "PERSON") return [];
      return { agent, article, identity: identityOf(identities, article, agent.name) };
    });
    const organizations = agents.map(({ agent }) => agent).filter(({ type }) => type === "ORGANIZATION");
    const places = drafts.flatMap(({ payload }) => (payload.kind === "EVENT" ? (payload.place ?? []) : []));
    const named = [...groupBy(people, ({ identity }) => identity)].map(([identity, mentions]) => ({
      identity,
      named: mentions.map(({ agent, article }) => ({ ...agent, article })),
    }));
    return new Cast(
      identities,
      await settlePeople(readers, named),
      await settleOrganizations(readers, organizations),
      await settlePlaces(readers, places),
    );
  }

  /** @param article key of the article that names them */
  agent(article: string, agent: ProposedAgent): AgentRef {
    const { slug } = this.member(article, agent);
    return agent.type === "PERSON" ? { person: slug } : { organization: slug };
  }

  member(article: string, { type, name }: ProposedAgent): Member {
    if (type === "ORGANIZATION") return found(this.organizationsByName.get(nameKey(name)), name);
    return found(this.byIdentity.get(identityOf(this.identities, article, name).id), name);
  }

  /** The slug of a place. */
  place(name: string): string {
    return found(this.placesByName.get(nameKey(name)), name).slug;
  }

  /** People of whom something has to be written, without their roles. */
  people(): StoryPerson[] {
    return written(this.byIdentity).map((one) => ({ ...asAgent(one), roles: [] }));
  }

  /** Aliases on record that the names of people say as well by now, by the keys of these. */
  needless(): ReadonlyMap<string, readonly string[]> {
    return new Map(written(this.byIdentity).map(({ key, needless }) => [key, needless]));
  }

  organizations(): StoryAgent[] {
    return written(this.organizationsByName).map(asAgent);
  }

  places(): StoryPlace[] {
    return written(this.placesByName).map(({ key, slug, name }) => ({ key, slug, name }));
  }
}

function written(members: ReadonlyMap<string, Member>): Member[] {
  return [...new Set(members.values())].filter(({ isNew }) => isNew);
}

function identityOf(identities: Identities, article: string, name: string): Identity {
  return found(identities.person(article, name), name);
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`Nobody was looked up by the name ${name}.`);
  return one;
}
