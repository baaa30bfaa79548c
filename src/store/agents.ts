import { and, eq, gt } from "drizzle-orm";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { AgentType } from "../domain/model.ts";
import type { Awaitable, Engine } from "./engine.ts";
import type { Evidence, EvidenceReaders } from "./evidence.ts";
import type { Tables } from "./schema/tables.ts";

/** A person or an organization. */
export type Agent = Tables["agent"]["$inferSelect"];

/** What a person is, or was at a time. */
export type Role = Omit<Tables["role"]["$inferSelect"], "held"> & {
  readonly held: FuzzyDate | null;
  readonly evidence: readonly Evidence[];
};

export type AgentReaders = ReturnType<typeof agentReaders>;

/** Reads people and organizations. */
export function agentReaders({ db, tables, among, parameter, prepare }: Engine, evidence: EvidenceReaders) {
  const { agent, agentAlias, agentLink, role } = tables;

  const byId = prepare(db.select().from(agent).where(among(agent.id, "values")));
  const byTypeAnd = (column: "key" | "slug") =>
    prepare(
      db
        .select()
        .from(agent)
        .where(and(eq(agent.type, parameter("type")), among(agent[column], "values"))),
    );
  const byKey = byTypeAnd("key");
  const bySlug = byTypeAnd("slug");
  const list = prepare(
    db
      .select()
      .from(agent)
      .where(and(eq(agent.type, parameter("type")), gt(agent.slug, parameter("after"))))
      .orderBy(agent.slug)
      .limit(parameter("limit")),
  );
  const aliases = prepare(
    db.select().from(agentAlias).where(among(agentAlias.agentId, "values")).orderBy(agentAlias.position),
  );
  const links = prepare(
    db.select().from(agentLink).where(among(agentLink.agentId, "values")).orderBy(agentLink.position),
  );
  const rolesBy = (column: "id" | "agentId") =>
    prepare(db.select().from(role).where(among(role[column], "values")).orderBy(role.key));
  const rolesById = rolesBy("id");
  const rolesOfAgents = rolesBy("agentId");

  async function withEvidence(found: Awaitable<Awaited<ReturnType<typeof rolesById>>>): Promise<Role[]> {
    const rows = await found;
    const byRole = groupBy(await evidence.ofRoles(rows.map((row) => row.id)), (one) => one.roleId);
    return rows.map((row) => ({
      ...row,
      held: parseFuzzyDateIfKnown(row.held),
      evidence: byRole.get(row.id) ?? [],
    }));
  }

  return {
    byId: (ids: readonly number[]) => byId({ values: ids }),
    byKey: (type: AgentType, keys: readonly string[]) => byKey({ type, values: keys }),
    bySlug: (type: AgentType, slugs: readonly string[]) => bySlug({ type, values: slugs }),
    /** Agents of a type by slug, after a slug. */
    list: (type: AgentType, after: string, limit: number) => list({ type, after, limit }),
    aliases: (ids: readonly number[]) => aliases({ values: ids }),
    links: (ids: readonly number[]) => links({ values: ids }),
    rolesById: (ids: readonly number[]) => withEvidence(rolesById({ values: ids })),
    roles: (agentIds: readonly number[]) => withEvidence(rolesOfAgents({ values: agentIds })),
  };
}
