import { and, eq } from "drizzle-orm";
import type { AgentType } from "../../domain/model.ts";
import type { DatedTexts, StoryAgent } from "../../domain/story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { EditorialField } from "../../store/schema/facts.ts";
import type { Application } from "./application.ts";
import { applyEvidence } from "./evidence.ts";

/** Topics, people, organizations, places and sources. */
export async function applyEntities(application: Application): Promise<void> {
  const { story, tx, rows, changed } = application;
  const { topic, source } = tx.tables;
  for (const { key, slug, title, summary } of story.topics) {
    const node = { type: "Topic" as const, key: key ?? slug };
    const row = await rows.node(topic, eq(topic.key, node.key), { key: node.key, slug, title }, node);
    const written = await applyText(
      application,
      { topicId: row.id, eventId: null },
      "SUMMARY",
      summary,
      node,
    );
    if (row.changed || written) changed.topics.add(row.id);
  }
  for (const person of story.people) await applyAgent(application, "PERSON", person);
  for (const organization of story.organizations) await applyAgent(application, "ORGANIZATION", organization);
  for (const { key: given, slug, name, domain, owner } of story.sources) {
    const key = given ?? slug;
    const values = { key, slug, name, domain: domain ?? null, owner: owner ?? null };
    await rows.node(source, eq(source.key, key), values, { type: "Source", key });
  }
  await applyPlaces(application);
}

/** Places: all of them first, since one may lie within a place that comes later. */
async function applyPlaces({ story, tx, rows, slugs, changed }: Application): Promise<void> {
  const { place } = tx.tables;
  for (const { key: given, slug, name, country, latitude, longitude } of story.places) {
    const key = given ?? slug;
    const values = {
      key,
      slug,
      name,
      country: country ?? null,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
    };
    const row = await rows.node(place, eq(place.key, key), values, { type: "Place", key });
    if (row.changed) changed.places.add(row.id);
  }
  for (const part of story.places) {
    const within = await slugs.maybe("place", part.within);
    if (within === null) continue;
    const own = await slugs.find("place", part.slug);
    const { key, slug, name } = { key: own.key, slug: part.slug, name: part.name };
    await rows.node(
      place,
      eq(place.id, own.id),
      { key, slug, name, withinId: within },
      { type: "Place", key },
    );
  }
}

async function applyAgent(
  { tx, rows, changed }: Application,
  type: AgentType,
  part: StoryAgent,
): Promise<void> {
  const { agent, agentAlias, agentLink } = tx.tables;
  const node = {
    type: type === "PERSON" ? ("Person" as const) : ("Organization" as const),
    key: part.key ?? part.slug,
  };
  const { id, changed: named } = await rows.node(
    agent,
    and(eq(agent.type, type), eq(agent.key, node.key)),
    { key: node.key, type, slug: part.slug, name: part.name },
    node,
  );
  const aliased = await rows.add(
    { table: agentAlias, owner: agentAlias.agentId, ownerId: id, ordered: true },
    part.aliases.map((alias) => ({ agentId: id, alias })),
    node,
  );
  if (named || aliased) changed.agents.add(id);
  await rows.add(
    { table: agentLink, owner: agentLink.agentId, ownerId: id, ordered: true },
    part.sameAs.map((url) => ({ agentId: id, url })),
    node,
  );
}

/** Roles: after the articles that their evidence names. */
export async function applyRoles(application: Application): Promise<void> {
  const { story, tx, rows, slugs, changed } = application;
  const { role } = tx.tables;
  for (const person of story.people) {
    for (const part of person.roles) {
      const agent = await slugs.find("person", person.slug);
      const organizationId = await slugs.maybe("organization", part.organization);
      const node = { type: "Person" as const, key: agent.key };
      const key = part.key ?? [agent.key, part.organization, part.title, part.when].filter(Boolean).join("/");
      const [known] = await tx.db.select({ of: role.agentId }).from(role).where(eq(role.key, key)).limit(1);
      if (known && known.of !== agent.id) {
        const message = `\`key\`: "${key}" is that of another person's role; choose another`;
        application.problems.push({ at: story.at(part), message });
        continue;
      }
      const row = await rows.part(
        role,
        eq(role.key, key),
        { key, agentId: agent.id, title: part.title, organizationId, held: part.when ?? null },
        node,
      );
      const evidence = await applyEvidence(application, { roleId: row.id }, part.evidence, node);
      if (row.changed || evidence) changed.agents.add(agent.id);
    }
  }
}

/** A text in our own words, each version under the day it was written. Returns whether that changed anything. */
export async function applyText(
  { tx, rows }: Application,
  owner: { readonly topicId: number | null; readonly eventId: number | null },
  field: EditorialField,
  texts: DatedTexts | undefined,
  node: LoggedNode,
): Promise<boolean> {
  const { editorialText } = tx.tables;
  const ofOwner =
    owner.topicId === null
      ? eq(editorialText.eventId, owner.eventId ?? 0)
      : eq(editorialText.topicId, owner.topicId);
  let changed = false;
  for (const { text, written } of texts === undefined ? [] : [texts].flat()) {
    const row = await rows.part(
      editorialText,
      and(ofOwner, eq(editorialText.field, field), eq(editorialText.written, written)),
      { ...owner, field, written, text },
      node,
    );
    if (row.changed) changed = true;
  }
  return changed;
}
