import { createHash } from "node:crypto";
import { foldedName, isPartOfName } from "../../domain/folded-name.ts";
import type { AgentType } from "../../domain/model.ts";
import type { ProposedAgent } from "../../domain/proposal.ts";
import { slugOf } from "../../domain/slug.ts";
import type { AgentRef, StoryAgent, StoryPerson, StoryPlace, StoryRole } from "../../domain/story.ts";
import type { NamedNode } from "../../store/names.ts";
import type { Readers } from "../../store/readers.ts";
import { freeSlug } from "./free-slug.ts";

/** Somebody or something that drafts name. */
interface Member {
  /** Its row; null where it is new. */
  readonly id: number | null;
  readonly key: string;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: StoryRole[];
}

/**
 * Who and what the drafts of an article name: the one on record that bears the name, or else somebody new. Nobody is
 * taken for another: where several bear a name and none or not one alone has it as its own, somebody new comes to them.
 */
export class Cast {
  readonly #members = new Map<string, Member>();

  constructor(
    private readonly readers: Readers,
    private readonly articleKey: string,
  ) {}

  async agent(agent: ProposedAgent): Promise<AgentRef> {
    const slug = await this.slug(agent);
    return agent.type === "PERSON" ? { person: slug } : { organization: slug };
  }

  async slug(agent: ProposedAgent): Promise<string> {
    return (await this.member(agent)).slug;
  }

  async member({ type, name, aliases }: ProposedAgent): Promise<Member> {
    const { agents } = this.readers;
    return this.#remembered(type, name, async (key) => {
      const [before] = await agents.byKey(type, [key]);
      const id = before?.id ?? theOne(await this.readers.names.bearing(type, name));
      const [known] = id === null ? [] : await agents.byId([id]);
      if (known) return { ...known, aliases: [], roles: [] };
      const others = aliases.filter((alias) => !isPartOfName(alias, name));
      const isTaken = async (slug: string) => (await agents.bySlug(type, [slug])).length > 0;
      const slug = await this.#slug(type, name, isTaken);
      return { id: null, key, slug, name, aliases: others, roles: [] };
    });
  }

  /** The slug of a place. */
  async place(name: string): Promise<string> {
    const { places } = this.readers;
    const { slug } = await this.#remembered("PLACE", name, async (key) => {
      const [before] = await places.byKey([key]);
      const id = before?.id ?? theOne(await this.readers.names.bearing("PLACE", name));
      const [known] = id === null ? [] : await places.byId([id]);
      if (known) return { ...known, aliases: [], roles: [] };
      const isTaken = async (one: string) => (await places.bySlug([one])).length > 0;
      return { id: null, key, slug: await this.#slug("PLACE", name, isTaken), name, aliases: [], roles: [] };
    });
    return slug;
  }

  /** Those that have to be written: who is new, and people with a role that may be. */
  people(): StoryPerson[] {
    return this.#written("PERSON").map((one) => ({ ...asAgent(one), roles: one.roles }));
  }

  organizations(): StoryAgent[] {
    return this.#written("ORGANIZATION").map(asAgent);
  }

  places(): StoryPlace[] {
    return this.#written("PLACE").map(({ key, slug, name }) => ({ key, slug, name }));
  }

  #written(type: AgentType | "PLACE"): Member[] {
    const members = [...this.#members].filter(([name]) => name.startsWith(`${type} `));
    return members.map(([, one]) => one).filter(({ id, roles }) => id === null || roles.length > 0);
  }

  async #remembered(
    type: AgentType | "PLACE",
    name: string,
    find: (key: string) => Promise<Member>,
  ): Promise<Member> {
    const folded = foldedName(name) || name;
    const known = this.#members.get(`${type} ${folded}`);
    if (known) return known;
    const digest = createHash("sha256").update(folded).digest("hex").slice(0, 12);
    const found = await find(`${this.articleKey}/${type.toLowerCase()}-${digest}`);
    this.#members.set(`${type} ${folded}`, found);
    return found;
  }

  #slug(type: AgentType | "PLACE", name: string, isTaken: (slug: string) => Promise<boolean>) {
    const ours = new Set(this.#written(type).map((one) => one.slug));
    return freeSlug(slugOf(name) ?? type.toLowerCase(), async (slug) => ours.has(slug) || isTaken(slug));
  }
}

/** The one who has the name as its own, or else the only one who bears it; null where that is nobody or unclear. */
function theOne(bearers: readonly NamedNode[]): number | null {
  const own = bearers.filter((one) => one.own);
  const [first, ...others] = own.length > 0 ? own : bearers;
  return first !== undefined && others.length === 0 ? first.id : null;
}

function asAgent({ key, slug, name, aliases }: Member): StoryAgent {
  return { key, slug, name, aliases, sameAs: [] };
}
