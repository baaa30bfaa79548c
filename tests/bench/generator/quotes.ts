import type { QuoteKind } from "../../../src/domain/model.ts";
import { cite, say } from "./articles.ts";
import type { GeneratedArticle, GeneratedEvent, GeneratedQuote, World } from "./facts.ts";
import { MATTERS, SAYINGS } from "./words.ts";

/** Something said about an event, as an article gives it: by one who takes part in it, or by somebody unnamed. */
export function createQuote(world: World, article: GeneratedArticle, about: GeneratedEvent): GeneratedQuote {
  const { random, cast } = world;
  const id = world.nextId("quote");
  const speakers = about.participations.filter((one) => cast.agents[one.agentId - 1]?.type === "PERSON");
  const speakerId = speakers.length > 0 && random.chance(0.9) ? random.pick(speakers).agentId : null;
  const kind = random.weighted<QuoteKind>([
    [6, "DIRECT"],
    [1, "PARTIAL"],
    [3, "INDIRECT"],
  ]);
  const speaker = speakerId === null ? "a senior official" : (cast.agents[speakerId - 1]?.name ?? "");
  const words = `${random.pick(SAYINGS)}, on ${random.pick(MATTERS)}`;
  const saidThere = random.chance(0.3);
  const quote: GeneratedQuote = {
    id,
    key: `${article.key}/q${id.toString(36)}`,
    article,
    kind,
    text: words,
    when: random.chance(0.7) ? (about.changes[0]?.newDate ?? article.published) : null,
    speakerId,
    speakerKind: speakerId === null ? "UNNAMED" : "NAMED",
    speakerAsWritten: speaker,
    topicIds: about.topicIds,
    placeId: saidThere ? about.placeId : null,
    aboutId: about.id,
    saidAtId: saidThere ? about.id : null,
    eventIds: [about.id],
    utterance: random.chance(0.12) ? `u-${id.toString(36)}` : null,
    evidence: [],
  };
  addEvidence(world, quote);
  return quote;
}

/** The same words in another article. */
export function repeatQuote(
  world: World,
  article: GeneratedArticle,
  original: GeneratedQuote,
): GeneratedQuote {
  const id = world.nextId("quote");
  const quote = { ...original, id, key: `${article.key}/q${id.toString(36)}`, article, evidence: [] };
  addEvidence(world, quote);
  return quote;
}

function addEvidence(world: World, quote: GeneratedQuote): void {
  const { article, kind, text, speakerAsWritten } = quote;
  const words = kind === "INDIRECT" ? text : `“${text}”`;
  quote.evidence.push(cite(world, article, say(world, article, `${words}, said ${speakerAsWritten}.`)));
  article.cited.quotes.add(quote);
}
