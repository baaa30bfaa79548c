import { groupBy } from "../../domain/group-by.ts";
import type { AgentType } from "../../domain/model.ts";
import type {
  DatedText,
  StoryAgent,
  StoryPerson,
  StoryPlace,
  StorySource,
  StoryTopic,
} from "../../domain/story.ts";
import type { EditorialField } from "../../store/schema/facts.ts";
import type { EditorialText } from "../../store/topics.ts";
import { readEvidence } from "./evidence-parts.ts";
import type { Reading } from "./reading.ts";

/** A part under the row number of what it is, so that it can be put in its place. */
export type Numbered<Part> = readonly [id: number, part: Part];

export async function topicParts({ readers }: Reading, ids: readonly number[]) {
  const texts = groupBy(await readers.topics.textsOfTopics(ids), (row) => row.topicId);
  return (await readers.topics.byId(ids)).map(
    ({ id, key, slug, title }): Numbered<StoryTopic> => [
      id,
      { key, slug, title, summary: versions(texts.get(id), "SUMMARY") },
    ],
  );
}

/** The versions of a text of editors, oldest first. */
export function versions(
  texts: readonly EditorialText[] | undefined,
  of: EditorialField,
): readonly DatedText[] | undefined {
  const found = texts?.filter(({ field }) => field === of) ?? [];
  return found.map(({ text, written }) => ({ text, written }));
}

export async function personParts(reading: Reading, ids: readonly number[]) {
  const { readers, names, left } = reading;
  const found = await readers.agents.roles(ids);
  const roles = groupBy(found, (row) => row.agentId);
  const cited = await readEvidence(
    reading,
    found.flatMap((role) => role.evidence),
  );
  return (await agentParts(reading, "PERSON", ids)).map(
    ([id, agent]): Numbered<StoryPerson> => [
      id,
      {
        ...agent,
        roles: (roles.get(id) ?? [])
          .filter((role) => !left.roles.has(role.id))
          .map(({ key, title, organizationId, held, evidence }) => ({
            key,
            title,
            organization: names.maybe("organization", organizationId),
            when: held?.edtf,
            evidence: cited(evidence),
          })),
      },
    ],
  );
}

export function organizationParts(reading: Reading, ids: readonly number[]) {
  return agentParts(reading, "ORGANIZATION", ids);
}

async function agentParts({ readers }: Reading, type: AgentType, ids: readonly number[]) {
  const aliases = groupBy(await readers.agents.aliases(ids), (row) => row.agentId);
  const links = groupBy(await readers.agents.links(ids), (row) => row.agentId);
  const agents = (await readers.agents.byId(ids)).filter((agent) => agent.type === type);
  return agents.map(
    ({ id, key, slug, name }): Numbered<StoryAgent> => [
      id,
      {
        key,
        slug,
        name,
        aliases: (aliases.get(id) ?? []).map((row) => row.alias),
        sameAs: (links.get(id) ?? []).map((row) => row.url),
      },
    ],
  );
}

export async function placeParts({ readers, names }: Reading, ids: readonly number[]) {
  return (await readers.places.byId(ids)).map(
    ({ id, key, slug, name, country, withinId, latitude, longitude }): Numbered<StoryPlace> => [
      id,
      {
        key,
        slug,
        name,
        country: country ?? undefined,
        within: names.maybe("place", withinId),
        latitude: latitude ?? undefined,
        longitude: longitude ?? undefined,
      },
    ],
  );
}

export async function sourceParts({ readers }: Reading, ids: readonly number[]) {
  return (await readers.articles.sourcesById(ids)).map(
    ({ id, key, slug, name, domain, owner }): Numbered<StorySource> => [
      id,
      { key, slug, name, domain: domain ?? undefined, owner: owner ?? undefined },
    ],
  );
}
