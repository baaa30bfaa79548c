import type { RelationDraft } from "../../../domain/draft.ts";
import type { Mention } from "./mention.ts";
import type { Story } from "./merge.ts";
import { phraseStart } from "./phrases.ts";

/** How the events of a text hang together, where the words say so. Positions count in `stories`. */
export function relationsOf(stories: readonly Story[], index: number): RelationDraft[] {
  const story = stories[index];
  if (story === undefined) return [];
  const relations: RelationDraft[] = [];
  if (story.mentions.some(isFollowUp)) {
    const kind = story.mentions[0]?.concept;
    const earlier = stories.findLastIndex(
      (other, position) =>
        position !== index &&
        startOf(other) < startOf(story) &&
        other.mentions.some(({ concept, status }) => concept === kind && status === "OCCURRED"),
    );
    if (earlier >= 0) relations.push({ kind: "FOLLOW_UP_TO", event: earlier });
  }
  for (const mention of story.mentions) {
    const cause = stories.findIndex(
      (other, position) => position !== index && other.mentions.some((that) => isCausedBy(mention, that)),
    );
    if (cause >= 0 && !relations.some(({ event }) => event === cause))
      relations.push({ kind: "CAUSED_BY", event: cause });
  }
  return relations;
}

const startOf = ({ mentions }: Story) => mentions[0]?.span.start ?? 0;

/** “a follow-up meeting”. */
function isFollowUp({ scene: { parsed }, at, form }: Mention): boolean {
  if (form === "VERB") return false;
  const words = parsed.tokens
    .slice(phraseStart(parsed.tokens, at), at)
    .map(({ lower }) => lower)
    .join("");
  return /follow-?up/.test(words);
}

const CAUSE =
  /(?:\b(?:sparked|triggered|caused|prompted|provoked)\s+by|\b(?:in\s+response\s+to|as\s+a\s+result\s+of|in\s+the\s+wake\s+of|in\s+retaliation\s+for|because\s+of|in\s+reaction\s+to))\s+(?:the\s+|an?\s+|this\s+)?$/i;

/** Whether words such as “sparked by” lead from one to the other. */
function isCausedBy(mention: Mention, cause: Mention): boolean {
  if (mention.scene !== cause.scene || cause.at <= mention.at) return false;
  const { tokens } = mention.scene.parsed;
  const between = tokens
    .slice(mention.last + 1, phraseStart(tokens, cause.at))
    .map(({ text }) => text)
    .join(" ");
  return CAUSE.test(`${between} `);
}
