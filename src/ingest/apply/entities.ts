import type { AgentType } from "../../domain/model.ts";
import type { DatedTexts, StoryAgent } from "../../domain/story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { TableWithId } from "../../store/pending-rows.ts";
import type { RowPut, RowWriter } from "../../store/row-writer.ts";
import type { EditorialField } from "../../store/schema/facts.ts";
import type { Application } from "./application.ts";
import { applyEvidence } from "./evidence.ts";

/** Topics, people, organizations, places and sources. */
export async function applyEntities(application: Application): Promise<void> {
  const { story, tx, rows, slugs, changed } = application;
  const { topic, source } = tx.tables;
  await rows.prefetch(topic, story.topics.map(keyOf));
  await rows.prefetch(source, story.sources.map(keyOf));
  for (const { key, slug, title, summary } of story.topics) {
    const node = { type: "Topic" as const, key: key ?? slug };
    const row = await rows.node(topic, { key: node.key }, { key: node.key, slug, title }, node);
    await slugs.learn("topic", slug, { id: row.id, key: node.key });
    const owner = { topicId: row.id, eventId: null };
    const written = await applyText(application, owner, row, "SUMMARY", summary, node);
    if (row.changed || written) changed.topics.add(row.id);
  }
  await applyAgents(application, "PERSON", story.people);
  await applyAgents(application, "ORGANIZATION", story.organizations);
  for (const { key: given, slug, name, domain, owner } of story.sources) {
    const key = given ?? slug;
    const values = { key, slug, name, domain: domain ?? null, owner: owner ?? null };
    const row = await rows.node(source, { key }, values, { type: "Source", key });
    await slugs.learn("source", slug, { id: row.id, key });
  }
  await applyPlaces(application);
}

/** Places: all of them first, since one may lie within a place that comes later. */
async function applyPlaces({ story, tx, rows, slugs, changed }: Application): Promise<void> {
  const { place } = tx.tables;
  await rows.prefetch(place, story.places.map(keyOf));
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
    const row = await rows.node(place, { key }, values, { type: "Place", key });
    await slugs.learn("place", slug, {
      id: row.id,
      key,
      mergedIntoId: await mergedInto(rows, place, { key }),
    });
    if (row.changed) changed.places.add(row.id);
  }
  for (const part of story.places) {
    const within = await slugs.maybe("place", part.within);
    const { slug, name } = part;
    const key = keyOf(part);
    const { id } = (await rows.find(place, { key })) ?? {};
    // That what it lies in was merged into it says nothing of where it is.
    if (within === null || within === id) continue;
    await rows.node(place, { key }, { key, slug, name, withinId: within }, { type: "Place", key });
  }
}

function keyOf({ key, slug }: { readonly key?: string | undefined; readonly slug: string }): string {
  return key ?? slug;
}

async function applyAgents(
  application: Application,
  type: AgentType,
  parts: readonly StoryAgent[],
): Promise<void> {
  const { tx, rows } = application;
  await rows.prefetch(tx.tables.agent, parts.map(keyOf), { type });
  for (const part of parts) await applyAgent(application, type, part);
}

async function applyAgent(
  { tx, rows, slugs, changed }: Application,
  type: AgentType,
  part: StoryAgent,
): Promise<void> {
  const { agent, agentAlias, agentLink } = tx.tables;
  const node = {
    type: type === "PERSON" ? ("Person" as const) : ("Organization" as const),
    key: keyOf(part),
  };
  const row = await rows.node(
    agent,
    { type, key: node.key },
    { key: node.key, type, slug: part.slug, name: part.name },
    node,
  );
  const { id } = row;
  const mergedIntoId = await mergedInto(rows, agent, { type, key: node.key });
  const kind = type === "PERSON" ? "person" : "organization";
  await slugs.learn(kind, part.slug, { id, key: node.key, mergedIntoId });
  const aliased = await rows.add(
    { table: agentAlias, owner: agentAlias.agentId, of: row, ordered: true },
    part.aliases.map((alias) => ({ agentId: id, alias })),
    node,
  );
  if (row.changed || aliased) changed.agents.add(id);
  await rows.add(
    { table: agentLink, owner: agentLink.agentId, of: row, ordered: true },
    part.sameAs.map((url) => ({ agentId: id, url })),
    node,
  );
}

/** Roles: after the articles that their evidence names. */
export async function applyRoles(application: Application): Promise<void> {
  const { story, tx, rows, slugs, changed } = application;
  const { role } = tx.tables;
  await rows.prefetch(
    role,
    story.people.flatMap(({ roles }) => roles.flatMap(({ key }) => key ?? [])),
  );
  for (const person of story.people) {
    for (const part of person.roles) {
      const agent = await slugs.find("person", person.slug);
      const organizationId = await slugs.maybe("organization", part.organization);
      const node = { type: "Person" as const, key: agent.key };
      const key = part.key ?? [agent.key, part.organization, part.title, part.when].filter(Boolean).join("/");
      const known = await rows.find(role, { key });
      if (known !== null && known["agentId"] !== agent.id) {
        if (await isMerged(application, known["agentId"])) continue;
        const message = `\`key\`: "${key}" is that of another person's role; choose another`;
        application.problems.push({ at: story.at(part), message });
        continue;
      }
      const row = await rows.part(
        role,
        { key },
        { key, agentId: agent.id, title: part.title, organizationId, held: part.when ?? null },
        node,
      );
      const evidence = await applyEvidence(application, { roleId: row.id }, row, part.evidence, node);
      if (row.changed || evidence) changed.agents.add(agent.id);
    }
  }
}

/** Whether a role is left with somebody who was merged, as one that the other has, too. */
async function isMerged({ readers }: Application, agentId: unknown): Promise<boolean> {
  const [holder] = typeof agentId === "number" ? await readers.agents.byId([agentId]) : [];
  return holder !== undefined && holder.mergedIntoId !== null;
}

/** The row number of what a thing that was put on record is merged into. */
export async function mergedInto<T extends TableWithId>(
  rows: RowWriter,
  table: T,
  identity: Parameters<typeof rows.find<T>>[1],
): Promise<number | null> {
  const found = (await rows.find(table, identity))?.["mergedIntoId"];
  return typeof found === "number" ? found : null;
}

/**
 * A text in our own words, each version under the day it was written. Returns whether that changed anything.
 *
 * @param of the row of the owner
 */
export async function applyText(
  { tx, rows }: Application,
  owner: { readonly topicId: number | null; readonly eventId: number | null },
  of: RowPut,
  field: EditorialField,
  texts: DatedTexts | undefined,
  node: LoggedNode,
): Promise<boolean> {
  const { editorialText } = tx.tables;
  const ofOwner = owner.topicId === null ? { eventId: owner.eventId } : { topicId: owner.topicId };
  let changed = false;
  for (const { text, written } of texts === undefined ? [] : [texts].flat()) {
    const identity = { ...ofOwner, field, written };
    const row = await rows.part(editorialText, identity, { ...owner, field, written, text }, node, of);
    if (row.changed) changed = true;
  }
  return changed;
}
