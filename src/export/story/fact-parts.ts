import { groupBy } from "../../domain/group-by.ts";
import type { StoryArticle, StoryEvent, StoryQuote } from "../../domain/story.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import { shownText } from "../../store/quotes.ts";
import { type Numbered, versions } from "./entity-parts.ts";
import { evidenceParts, isWithheld, readEvidence } from "./evidence-parts.ts";
import type { Reading } from "./reading.ts";

/** Articles with the texts that the document may have: all that they have had. */
export async function articleParts({ readers, names, texts: which }: Reading, ids: readonly number[]) {
  const { articles } = readers;
  const revisions = groupBy(await articles.revisions(ids), (row) => row.articleId);
  const authors = groupBy(await articles.authors(ids), (row) => row.articleId);
  const topics = groupBy(await articles.topics(ids), (row) => row.articleId);
  return (await articles.byId(ids)).map((row): Numbered<StoryArticle> => {
    const texts = revisions.get(row.id) ?? [];
    const withheld = isWithheld(row, which);
    const body = texts.at(-1)?.body ?? undefined;
    const part = {
      key: row.key,
      slug: row.slug,
      headline: row.headline,
      headlineIsOurs: row.headlineIsOurs,
      url: row.url ?? undefined,
      source: names.maybe("source", row.sourceId),
      syndicatedFrom: names.maybe("source", row.syndicatedFromId),
      authors: (authors.get(row.id) ?? []).map(({ agentId }) => names.slug("person", agentId)),
      language: row.language ?? undefined,
      published: row.published ?? undefined,
      retrieved: row.retrievedAt.toISOString(),
      access: row.access,
      state: row.state,
      rights: row.rights ?? undefined,
      topics: names.sorted(
        "topic",
        (topics.get(row.id) ?? []).map(({ topicId }) => topicId),
      ),
      body: withheld ? undefined : body,
      bodyWithheld: withheld && body !== undefined,
      earlier: texts.slice(0, -1).map(({ retrievedAt, headline, body: text }) => ({
        retrieved: retrievedAt.toISOString(),
        headline,
        body: withheld ? undefined : (text ?? undefined),
      })),
    };
    return [row.id, part];
  });
}

/** Events with their histories, participants and relations. */
export async function eventParts(reading: Reading, ids: readonly number[]) {
  const { readers, names, left } = reading;
  const texts = groupBy(await readers.topics.textsOfEvents(ids), (row) => row.eventId);
  const topics = groupBy(await readers.events.topics(ids), (row) => row.eventId);
  const records = await readers.events.recordsInFull(ids);
  const cited = (evidence: readonly FullEvidence[]) => evidenceParts(evidence, reading);
  return records.map((record): Numbered<StoryEvent> => {
    const { id, key, slug, title, placeId, evidence, changes, participations, relations } = record;
    const part = {
      key,
      slug,
      title,
      description: versions(texts.get(id), "DESCRIPTION"),
      outcome: versions(texts.get(id), "OUTCOME"),
      place: names.maybe("place", placeId),
      topics: names.sorted(
        "topic",
        (topics.get(id) ?? []).map(({ topicId }) => topicId),
      ),
      evidence: cited(evidence),
      history: changes
        .filter(({ id: step }) => !left.changes.has(step))
        .map((change) => ({
          key: change.key,
          to: change.to,
          effective: change.when?.edtf,
          date: change.newDate?.edtf,
          reason: change.reason ?? undefined,
          evidence: cited(change.evidence),
        })),
      participants: participations
        .filter((one) => !left.participations.has(one.id))
        .map((one) => ({
          ...names.agent(one.agentId),
          role: one.role,
          evidence: cited(one.evidence),
        })),
      related: relations
        .filter((one) => !left.relations.has(one.id) && !left.events.has(one.otherId))
        .map((one) => ({
          kind: one.kind,
          event: names.slug("event", one.otherId),
          evidence: cited(one.evidence),
        })),
    };
    return [id, part];
  });
}

/** Quotes with what they are about. */
export async function quoteParts(reading: Reading, ids: readonly number[]) {
  const { readers, names, left } = reading;
  const about = groupBy(await readers.quotes.about(ids), (row) => row.quoteId);
  const topics = groupBy(await readers.quotes.topics(ids), (row) => row.quoteId);
  const quotes = await readers.quotes.byId(ids);
  const cited = await readEvidence(
    reading,
    quotes.flatMap((quote) => quote.evidence),
  );
  return quotes.map((row): Numbered<StoryQuote> => {
    const part = {
      key: row.key,
      article: names.slug("article", row.articleId),
      kind: row.kind,
      text: reading.texts === "FREE" ? shownText(row) : row.text,
      speaker: names.maybeAgent(row.speakerId),
      speakerKind: row.speakerKind,
      speakerAsWritten: row.speakerAsWritten ?? undefined,
      speakerFor: names.maybe("organization", row.speakerForId),
      cue: row.cue ?? undefined,
      relays: names.maybeAgent(row.relaysId),
      when: row.said?.edtf,
      saidAt: left.events.has(row.saidAtId ?? 0) ? undefined : names.maybe("event", row.saidAtId),
      about: (about.get(row.id) ?? [])
        .filter(({ eventId }) => !left.events.has(eventId))
        .map(({ eventId }) => names.slug("event", eventId)),
      language: row.language ?? undefined,
      translated: row.translated,
      utterance: row.utterance ?? undefined,
      topics: names.sorted(
        "topic",
        (topics.get(row.id) ?? []).map(({ topicId }) => topicId),
      ),
      evidence: cited(row.evidence),
    };
    return [row.id, part];
  });
}
