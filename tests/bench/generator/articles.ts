import { dayOut, originOf } from "../../../src/domain/evidence.ts";
import { parseFuzzyDate } from "../../../src/domain/fuzzy-date.ts";
import type { EventStatus } from "../../../src/domain/model.ts";
import { ArticleText, type Span } from "./article-text.ts";
import { AGENCIES, capitalized } from "./cast.ts";
import { type DayCount, dayCount, dayText, instantOf } from "./dates.ts";
import type { Citation, GeneratedArticle, World } from "./facts.ts";
import { chooseParticipants } from "./sizes.ts";
import { MATTERS, slugOf } from "./words.ts";

/** An article of a topic that was retrieved on a day; what it says is added to its text. */
export function createArticle(world: World, topicId: number, retrieved: DayCount): GeneratedArticle {
  const { random, cast } = world;
  const id = world.nextId("article");
  const matter = random.pick(MATTERS);
  const key = `${slugOf(matter)}-${id.toString(36)}`;
  const published = random.chance(0.97)
    ? parseFuzzyDate(random.chance(0.97) ? dayText(retrieved) : dayText(retrieved).slice(0, 7))
    : null;
  const source = random.pick(cast.sources);
  const syndicatedFrom = random.chance(0.15) ? (cast.sources[random.below(AGENCIES)] ?? null) : null;
  const out = dayOut(published, instantOf(retrieved));
  const [author = 0] = random.chance(0.5)
    ? chooseParticipants(random, { ...world.sizes, organizations: 1 })
    : [];
  return {
    id,
    revisionId: id,
    key,
    headline: capitalized(`${matter}: what is known`),
    // A camera takes two UTF-16 units and one code point.
    text: new ArticleText(`${random.chance(0.3) ? "📷 " : ""}${capitalized(matter)} is on the agenda again.`),
    sourceId: source.id,
    syndicatedFromId: syndicatedFrom?.id ?? null,
    origin: originOf({ key, source: owned(source), syndicatedFrom: syndicatedFrom && owned(syndicatedFrom) }),
    state: random.weighted([
      [97, "CURRENT"],
      [2, "CORRECTED"],
      [1, "RETRACTED"],
    ]),
    published,
    retrieved,
    out,
    outDay: dayCount(out),
    topicIds: [topicId],
    authorIds: author > 0 && author < world.sizes.people ? [author + 1] : [],
    cited: { events: new Set(), quotes: new Set() },
  };
}

function owned({ key, owner }: { readonly key: string; readonly owner?: string | null | undefined }) {
  return { key, owner: owner ?? null };
}

/** Adds a sentence to an article, for evidence to point at. */
export function say(world: World, article: GeneratedArticle, sentence: string): Span {
  return article.text.add(sentence, world.nextId("passage"));
}

/** Evidence that supports a fact. */
export function cite(
  { random }: World,
  article: GeneratedArticle,
  span: Span | null,
  claimants: readonly number[] = [],
): Citation {
  const method = random.weighted([
    [2, "HUMAN" as const],
    [5, "RULE" as const],
    [3, "MODEL" as const],
  ]);
  const claimedBy = claimants.length > 0 && random.chance(0.15) ? random.pick(claimants) : null;
  return {
    article,
    span,
    reported: article.out,
    stance: "SUPPORTS",
    origin: article.origin,
    articleState: article.state,
    sourceId: article.sourceId,
    method,
    confidence: method === "HUMAN" ? null : random.between(50, 99) / 100,
    claimedBy,
    claimantAsWritten: claimedBy === null && random.chance(0.05) ? "a senior official" : null,
    insteadStatus: null,
  };
}

/** The same as evidence against a fact, with what is said to be so instead. */
export function disputing(citation: Citation, insteadStatus: EventStatus): Citation {
  return { ...citation, stance: "DISPUTES", insteadStatus };
}
