import type { RelationDraft } from "../../../domain/draft.ts";
import type { Token } from "../annotated-text.ts";
import type { Mention } from "./mention.ts";
import type { Story } from "./merge.ts";
import { phraseStart } from "./phrases.ts";

/** How the events of a text hang together, where the words say so. Positions count in `stories`. */
export function relationsOf(stories: readonly Story[], index: number): RelationDraft[] {
  const story = stories[index];
  if (story === undefined) return [];
  const relations: RelationDraft[] = [];
  const add = (kind: RelationDraft["kind"], event: number) => {
    if (event >= 0 && !relations.some((known) => known.event === event)) relations.push({ kind, event });
  };
  if (story.mentions.some(isFollowUp)) add("FOLLOW_UP_TO", earlierOfKind(stories, story, index));
  for (const mention of story.mentions) {
    const find = (holds: (mention: Mention, other: Mention) => boolean) =>
      stories.findIndex(
        (other, position) => position !== index && other.mentions.some((that) => holds(mention, that)),
      );
    add("CAUSED_BY", find(isCausedBy));
    add("PART_OF", find(isPartOf));
  }
  return relations;
}

const startOf = ({ mentions }: Story) => mentions[0]?.span.start ?? 0;

/** The last event of the same kind that took place and was told of before. */
function earlierOfKind(stories: readonly Story[], story: Story, index: number): number {
  const kind = story.mentions[0]?.concept;
  return stories.findLastIndex(
    (other, position) =>
      position !== index &&
      startOf(other) < startOf(story) &&
      other.mentions.some(({ concept, status }) => concept === kind && status === "OCCURRED"),
  );
}

/** “a follow-up meeting”, “a second round of talks”, “will meet again”. */
function isFollowUp({ scene: { parsed }, at, form, last }: Mention): boolean {
  const { tokens } = parsed;
  if (form === "VERB")
    return tokens.slice(at + 1, Math.max(last, at) + 5).some(({ lower }) => lower === "again");
  const start = phraseStart(tokens, at);
  const words = wordsOf(tokens, start, at);
  const round =
    tokens[start - 1]?.lower === "of" ? wordsOf(tokens, phraseStart(tokens, start - 2), start - 1) : "";
  return /follow -? ?up/.test(words) || AGAIN.test(words) || (/\bround\b/.test(round) && AGAIN.test(round));
}

const AGAIN = /\b(?:second|third|fourth|fifth|final|another|further|next|new|subsequent|renewed)\b/;

/** Words that lead from an effect to its cause, right before the words that name that. */
const CAUSE =
  /\b(?:(?:sparked|triggered|caused|prompted|provoked|fuelled|fueled|ignited)\s+by|in\s+(?:response|reaction)\s+to|as\s+a\s+(?:result|consequence)\s+of|in\s+the\s+(?:wake|aftermath)\s+of|in\s+retaliation\s+for|in\s+revenge\s+for|in\s+protest\s+(?:at|against|over)|because\s+of|due\s+to|owing\s+to|(?:protest|demonstration|rally|riot|unrest|strike|resign\w*|arrest\w*|charge\w*|fine\w*|sentence\w*|sue\w*|lawsuit|dispute|outrage|anger)e?[sd]?\s+(?:\w+\s+){0,6}(?:over|against))\s+(?:(?:the|an?|this|that|his|her|its|their|alleged|recent|last|fatal|deadly|police)\s+)*$/i;

/** Words that lead from a cause to its effect. */
const EFFECT =
  /\b(?:sparked|sparking|triggered|triggering|caused|causing|prompted|prompting|provoked|provoking|led\s+to|leading\s+to|resulted\s+in|resulting\s+in|brought\s+about)\s+(?:(?:the|an?|his|her|its|their|mass|nationwide|widespread|violent|days\s+of|weeks\s+of)\s+)*$/i;

/** Whether words such as “sparked by” lead from one to the other. */
function isCausedBy(mention: Mention, cause: Mention): boolean {
  if (mention.scene !== cause.scene || cause.at === mention.at) return false;
  return cause.at > mention.at ? CAUSE.test(between(mention, cause)) : EFFECT.test(between(cause, mention));
}

/** Words that lead from an event to one that it is part of. */
const WITHIN =
  /\b(?:(?:on\s+the\s+)?sidelines\s+of|on\s+the\s+margins\s+of|as\s+part\s+of|in\s+the\s+course\s+of|during|(?:opening|closing|first|second|third|last|final)\s+(?:day|session|round|leg|stage)\s+of)\s+(?:(?:the|an?|this|that|his|her|its|their)\s+)*$/i;

/** Kinds of event that others take place at. */
const HOLDS_OTHERS = new Set("meeting visit festival match trial vote handshake dialogue protest".split(" "));

/** “met on the sidelines of the summit”, “spoke at the conference”. */
function isPartOf(mention: Mention, whole: Mention): boolean {
  if (mention.scene !== whole.scene || whole.at === mention.at || whole.form !== "NOUN") return false;
  if (!HOLDS_OTHERS.has(whole.concept?.name ?? "")) return false;
  if (whole.at < mention.at) {
    const { tokens } = whole.scene.parsed;
    const opening = wordsOf(tokens, 0, phraseStart(tokens, whole.at));
    return opening.length < 40 && WITHIN.test(`${opening} `);
  }
  const words = between(mention, whole);
  return (
    WITHIN.test(words) ||
    (mention.form === "VERB" &&
      /^(?:\S+\s+){0,6}at\s+(?:(?:the|an?|this)\s+)*$/i.test(words) &&
      mention.concept !== whole.concept)
  );
}

/** The words from the one that tells of an event to the phrase that names another after it. */
function between(first: Mention, second: Mention): string {
  const { tokens } = first.scene.parsed;
  return `${wordsOf(tokens, first.at, phraseStart(tokens, second.at))} `;
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(" ");
}
