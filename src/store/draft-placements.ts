import { groupBy } from "../domain/group-by.ts";
import type { DraftPlacement } from "../domain/timeline-draft.ts";
import type { Readers } from "./readers.ts";
import type { NameType } from "./schema/drafts.ts";

/**
 * What decides on whose timelines drafts stand. Only quotes and events that are waiting for a decision have a place, and
 * none whose article was retracted.
 */
export async function draftPlacements(readers: Readers, ids: readonly number[]): Promise<DraftPlacement[]> {
  const drafts = (await readers.drafts.byId(ids)).filter(
    ({ state, kind, article }) => state === "OPEN" && kind !== "PERSON" && article.state !== "RETRACTED",
  );
  const articleIds = [...new Set(drafts.map((draft) => draft.articleId))];
  const topics = groupBy(await readers.articles.topics(articleIds), (row) => row.articleId);
  const names = groupBy(await readers.drafts.names(drafts.map((draft) => draft.id)), (row) => row.draftId);
  const known = new Map<string, readonly number[]>();
  /** Those who bear a name; drafts of one article name the same few again and again. */
  const bearing = async (type: NameType, name: string) => {
    const asked = `${type} ${name}`;
    const found = known.get(asked) ?? (await readers.names.bearing(type, name)).map((node) => node.id);
    known.set(asked, found);
    return found;
  };
  const placements: DraftPlacement[] = [];
  for (const { id, key, date, article, articleId, payload } of drafts) {
    const agentIds: number[] = [];
    const placeIds: number[] = [];
    for (const { type, name } of names.get(id) ?? []) {
      (type === "PLACE" ? placeIds : agentIds).push(...(await bearing(type, name)));
    }
    placements.push({
      id,
      key,
      date,
      status: payload.kind === "EVENT" ? payload.status : null,
      out: article.out,
      topicIds: (topics.get(articleId) ?? []).map((row) => row.topicId),
      sourceId: article.sourceId,
      agentIds,
      placeIds,
    });
  }
  return placements;
}
