import { z } from "zod";
import { utcDay } from "../domain/day.ts";
import type { AgentType } from "../domain/model.ts";
import { applyBeside, applyStoryIn } from "../ingest/apply/apply-story.ts";
import type { Agent } from "../store/agents.ts";
import { standing } from "../store/standing.ts";
import { HandStory, newKey, slugFor } from "./hand-story.ts";
import {
  erasable,
  line,
  MOST_IN_LIST,
  type NodeResult,
  node,
  optional,
  paragraphs,
  reference,
  revision,
  slug,
  url,
} from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

export const AddTopic = z.object({
  title: line(300),
  slug: optional(slug),
  summary: optional(paragraphs(10_000)),
});

/** Begins a running story. */
export async function addTopic(editing: Editing, input: z.output<typeof AddTopic>): Promise<NodeResult> {
  const { title, summary } = input;
  const isTaken = async (one: string) => (await editing.readers.topics.bySlug([one])).length > 0;
  const topic = {
    key: newKey(),
    slug: await slugFor(input.slug, title, isTaken),
    title,
    summary: summary === undefined ? undefined : { text: summary, written: utcDay(editing.author.at) },
  };
  await applyStoryIn(editing, new HandStory().story({ topics: [topic] }), editing.author);
  return { type: "Topic", key: topic.key };
}

export const AmendTopic = z.object({
  topic: node,
  expectedRevision: revision,
  title: optional(line(300)),
  summary: optional(paragraphs(10_000)),
});

/** Changes what a running story is called, or what an editor says of it from today on. */
export async function amendTopic(
  editing: Editing,
  { topic: named, expectedRevision, title, summary }: z.output<typeof AmendTopic>,
): Promise<NodeResult> {
  const [known] = named.type === "Topic" ? await editing.readers.topics.byKey([named.key]) : [];
  const before = found(known, "topic", "topic");
  await editing.expect({ type: "Topic", key: before.key }, expectedRevision, "expectedRevision");
  const text = summary === undefined ? undefined : { text: summary, written: utcDay(editing.author.at) };
  const topic = { ...before, title: title ?? before.title, summary: text };
  await applyStoryIn(editing, new HandStory().story({ topics: [topic] }), editing.author);
  return { type: "Topic", key: before.key };
}

export const AddAgent = z.object({
  name: line(300),
  slug: optional(slug),
  aliases: optional(z.array(line(300)).max(MOST_IN_LIST)),
  sameAs: optional(z.array(url).max(MOST_IN_LIST)),
});

/** Puts a person or an organization on record. */
export async function addAgent(
  editing: Editing,
  type: AgentType,
  input: z.output<typeof AddAgent>,
): Promise<NodeResult> {
  const { name, aliases = [], sameAs = [] } = input;
  const isTaken = async (one: string) => (await editing.readers.agents.bySlug(type, [one])).length > 0;
  const agent = { key: newKey(), slug: await slugFor(input.slug, name, isTaken), name, aliases, sameAs };
  const parts = type === "PERSON" ? { people: [{ ...agent, roles: [] }] } : { organizations: [agent] };
  await applyStoryIn(editing, new HandStory().story(parts), editing.author);
  return { type: typeName(type), key: agent.key };
}

export const AmendAgent = AddAgent.omit({ slug: true, name: true }).extend({
  agent: node,
  expectedRevision: revision,
  name: optional(line(300)),
});

/** Changes names and links of a person or an organization; lists that are given take the place of those there. */
export async function amendAgent(
  editing: Editing,
  { agent: named, expectedRevision, name, aliases, sameAs }: z.output<typeof AmendAgent>,
): Promise<NodeResult> {
  const before = await agentNamed(editing, named, "agent");
  const { id, key } = before;
  const logged = { type: typeName(before.type), key };
  await editing.expect(logged, expectedRevision, "expectedRevision");
  await applyBeside(editing, editing.author, async ({ tx, rows, changed }) => {
    const { agent, agentAlias, agentLink } = tx.tables;
    const identity = { type: before.type, key };
    await rows.node(agent, identity, { ...before, name: name ?? before.name }, logged);
    if (aliases !== undefined) {
      const list = { table: agentAlias, owner: agentAlias.agentId, id, ordered: true };
      await rows.replace(
        list,
        [...new Set(aliases)].map((alias) => ({ agentId: id, alias })),
        logged,
      );
    }
    if (sameAs !== undefined) {
      const list = { table: agentLink, owner: agentLink.agentId, id, ordered: true };
      await rows.replace(
        list,
        [...new Set(sameAs)].map((link) => ({ agentId: id, url: link })),
        logged,
      );
    }
    changed.agents.add(id);
  });
  return logged;
}

const place = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "A country is two capital letters (ISO 3166-1 alpha-2), such as HU."),
  within: reference,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};

export const AddPlace = z.object({
  name: line(300),
  slug: optional(slug),
  country: optional(place.country),
  within: optional(place.within),
  latitude: optional(place.latitude),
  longitude: optional(place.longitude),
});

/** Puts a place on record. */
export async function addPlace(editing: Editing, input: z.output<typeof AddPlace>): Promise<NodeResult> {
  const isTaken = async (one: string) => (await editing.readers.places.bySlug([one])).length > 0;
  const hand = new HandStory();
  const part = { ...input, key: newKey(), slug: await slugFor(input.slug, input.name, isTaken) };
  await applyStoryIn(editing, hand.story({ places: [hand.from(part)] }), editing.author);
  return { type: "Place", key: part.key };
}

export const AmendPlace = z.object({
  place: node,
  expectedRevision: revision,
  name: optional(line(300)),
  country: erasable(place.country),
  within: erasable(place.within),
  latitude: erasable(place.latitude),
  longitude: erasable(place.longitude),
});

/** Changes what is said of a place; null takes it away. */
export async function amendPlace(
  editing: Editing,
  { place: named, expectedRevision, name, within, ...given }: z.output<typeof AmendPlace>,
): Promise<NodeResult> {
  const { readers } = editing;
  const [one] =
    named.type === "Place" ? await standing(readers.places.byKey([named.key]), readers.places.byId) : [];
  const before = found(one?.row, "place", "place");
  const logged = { type: "Place" as const, key: before.key };
  await editing.expect(logged, expectedRevision, "expectedRevision");
  const [around] = within ? await standing(readers.places.bySlug([within]), readers.places.byId) : [];
  if (within) found(around, "place", "within");
  if (around?.row.id === before.id) refuseInput("A place does not lie within itself.", "within");
  const { country = before.country, latitude = before.latitude, longitude = before.longitude } = given;
  const values = {
    ...before,
    name: name ?? before.name,
    country,
    latitude,
    longitude,
    withinId: within === undefined ? before.withinId : (around?.row.id ?? null),
  };
  await applyBeside(editing, editing.author, async ({ tx, rows, changed }) => {
    await rows.node(tx.tables.place, { key: before.key }, values, logged);
    changed.places.add(before.id);
  });
  return logged;
}

/** A person or an organization by its id; one that was merged as the one it was merged into. */
export async function agentNamed(
  { readers }: Pick<Editing, "readers">,
  { type, key }: { readonly type: string; readonly key: string },
  ...path: (string | number)[]
): Promise<Agent> {
  const kind = type === "Person" ? "PERSON" : type === "Organization" ? "ORGANIZATION" : null;
  const [one] = kind === null ? [] : await standing(readers.agents.byKey(kind, [key]), readers.agents.byId);
  return found(one?.row, "person or organization", ...path);
}

function typeName(type: AgentType): "Person" | "Organization" {
  return type === "PERSON" ? "Person" : "Organization";
}
