import { aliasedTable, and, eq, getTableColumns, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { AgentType } from "../domain/model.ts";
import { SUBJECT_TYPES } from "../domain/timeline.ts";
import type { Awaitable, Engine } from "./engine.ts";
import type { Evidence, EvidenceReaders } from "./evidence.ts";
import type { Tables } from "./schema/tables.ts";
import { dayText } from "./timeline.ts";

/** A person or an organization. */
export type Agent = Tables["agent"]["$inferSelect"];

/** What a person is, or was at a time. */
export type Role = Omit<Tables["role"]["$inferSelect"], "held"> & {
  readonly held: FuzzyDate | null;
  readonly evidence: readonly Evidence[];
};

export type AgentReaders = ReturnType<typeof agentReaders>;

/** Reads people and organizations. */
export function agentReaders(engine: Engine, evidence: EvidenceReaders) {
  const { db, tables, among, kept, parameter, prepare } = engine;
  const { agent, agentAlias, agentLink, role } = tables;
  const naming = namingStatements(engine);

  const rowsById = prepare(db.select().from(agent).where(among(agent.id, "values")));
  const byId = kept((ids) => rowsById({ values: ids }));
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
      .where(
        and(
          eq(agent.type, parameter("type")),
          isNull(agent.mergedIntoId),
          gt(agent.slug, parameter("after")),
        ),
      )
      .orderBy(agent.slug)
      .limit(parameter("limit")),
  );
  const merged = prepare(
    db
      .select({ id: agent.id, name: agent.name, mergedIntoId: agent.mergedIntoId })
      .from(agent)
      .where(among(agent.mergedIntoId, "values"))
      .orderBy(agent.id),
  );
  const ownAliases = prepare(
    db
      .select({ agentId: agentAlias.agentId, alias: agentAlias.alias })
      .from(agentAlias)
      .where(among(agentAlias.agentId, "values"))
      .orderBy(agentAlias.position),
  );
  const ownLinks = prepare(
    db
      .select({ agentId: agentLink.agentId, url: agentLink.url })
      .from(agentLink)
      .where(among(agentLink.agentId, "values"))
      .orderBy(agentLink.position),
  );

  /** What agents are also called: their own aliases, then the names and aliases of those merged into them. */
  async function aliases(ids: readonly number[]) {
    const [own, others] = await Promise.all([ownAliases({ values: ids }), merged({ values: ids })]);
    if (others.length === 0) return own;
    const theirs = groupBy(await ownAliases({ values: others.map((one) => one.id) }), (row) => row.agentId);
    const names = new Map((await byId(ids)).map((one) => [one.id, one.name]));
    const further = others.flatMap(({ id, name, mergedIntoId: agentId }) =>
      agentId === null
        ? []
        : [name, ...(theirs.get(id) ?? []).map((row) => row.alias)].map((alias) => ({ agentId, alias })),
    );
    const all = [...own, ...further].filter(({ agentId, alias }) => names.get(agentId) !== alias);
    return [...new Map(all.map((row) => [JSON.stringify([row.agentId, row.alias]), row])).values()];
  }

  /** Pages about agents, and about those merged into them. */
  async function links(ids: readonly number[]) {
    const [own, others] = await Promise.all([ownLinks({ values: ids }), merged({ values: ids })]);
    const into = new Map(others.map((one) => [one.id, one.mergedIntoId]));
    const further = others.length === 0 ? [] : await ownLinks({ values: [...into.keys()] });
    const all = [
      ...own,
      ...further.map(({ agentId, url }) => ({ agentId: into.get(agentId) ?? agentId, url })),
    ];
    return [...new Map(all.map((row) => [JSON.stringify([row.agentId, row.url]), row])).values()];
  }
  const organization = aliasedTable(agent, "organization");
  const rolesBy = (column: "id" | "key" | "agentId") =>
    prepare(
      db
        .select(getTableColumns(role))
        .from(role)
        .leftJoin(organization, eq(organization.id, role.organizationId))
        // A role that a merge left with an organization is there with the other already.
        .where(and(among(role[column], "values"), isNull(organization.mergedIntoId)))
        .orderBy(role.key),
    );
  const rolesById = rolesBy("id");
  const rolesByKey = rolesBy("key");
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
    byId,
    byKey: (type: AgentType, keys: readonly string[]) => byKey({ type, values: keys }),
    bySlug: (type: AgentType, slugs: readonly string[]) => bySlug({ type, values: slugs }),
    /** Agents of a type by slug, after a slug. */
    list: (type: AgentType, after: string, limit: number) => list({ type, after, limit }),
    aliases,
    links,
    rolesByKey: (keys: readonly string[]) => withEvidence(rolesByKey({ values: keys })),
    rolesById: (ids: readonly number[]) => withEvidence(rolesById({ values: ids })),
    roles: (agentIds: readonly number[]) => withEvidence(rolesOfAgents({ values: agentIds })),
    /** Whether anything that names an agent had been reported by a day (a number). */
    async isNamed(agentId: number, day: number): Promise<boolean> {
      for (const statement of naming) {
        if ((await statement({ agentId, day, dayText: dayText(day) })).length > 0) return true;
      }
      return false;
    },
  };
}

/**
 * What names an agent by a day: parts in events, quotes and articles of theirs, which the timeline has; claims; roles; and
 * quotes in which somebody speaks for them or passes on their words. What is read by an index comes first.
 */
function namingStatements({ db, tables, parameter, prepare, inTime }: Engine) {
  const { timeline, claim, role, quote, evidence, article } = tables;
  const one = { one: sql<number>`1` };
  const id = parameter("agentId");
  const byThen = lte(article.out, parameter("dayText"));
  return [
    prepare(
      db
        .select(one)
        .from(timeline)
        .where(
          and(
            eq(timeline.subjectType, SUBJECT_TYPES.indexOf("AGENT")),
            eq(timeline.subjectId, id),
            lte(timeline.fromDay, parameter("day")),
          ),
        )
        .limit(1),
    ),
    prepare(
      db
        .select(one)
        .from(claim)
        .innerJoin(evidence, eq(evidence.id, claim.evidenceId))
        .innerJoin(article, eq(article.id, evidence.articleId))
        .where(and(eq(claim.agentId, id), byThen))
        .limit(1),
    ),
    prepare(
      db
        .select(one)
        .from(role)
        .innerJoin(evidence, eq(evidence.roleId, role.id))
        .innerJoin(article, eq(article.id, evidence.articleId))
        .where(and(inTime, or(eq(role.agentId, id), eq(role.organizationId, id)), byThen))
        .limit(1),
    ),
    prepare(
      db
        .select(one)
        .from(quote)
        .innerJoin(article, eq(article.id, quote.articleId))
        .where(and(inTime, or(eq(quote.speakerForId, id), eq(quote.relaysId, id)), byThen))
        .limit(1),
    ),
  ];
}
