import { passageAt } from "../../../src/domain/passage.ts";
import { SUBJECT_TYPES } from "../../../src/domain/timeline.ts";
import type { FactColumns } from "../../../src/ingest/apply/evidence.ts";
import * as tables from "../../../src/store/schema/sqlite.ts";
import type { BulkWriter } from "../../support/bulk-writer.ts";
import type { Cast } from "./cast.ts";
import { instantOf } from "./dates.ts";
import type { Batch, Citation, World } from "./facts.ts";
import { timelineRows } from "./placements.ts";

/** Writes everybody and everything that stories are told about. */
export function writeCast(writer: BulkWriter, cast: Cast): void {
  writer.insert(tables.topic, cast.topics);
  writer.insert(tables.editorialText, cast.summaries);
  writer.insert(tables.agent, cast.agents);
  writer.insert(tables.place, cast.places);
  writer.insert(tables.source, cast.sources);
}

/** Writes a batch with its evidence and its part of the timeline index. */
export function writeBatch(writer: BulkWriter, world: World, batch: Batch): void {
  writeArticles(writer, batch);
  writeEvents(writer, batch);
  writeQuotes(writer, batch);
  writer.insert(
    tables.role,
    batch.roles.map((role) => ({ ...role, held: null })),
  );
  writeEvidence(writer, world, batch);
  writer.insert(
    tables.timeline,
    timelineRows(batch).map((row) => ({
      ...row,
      subjectType: SUBJECT_TYPES.indexOf(row.subject.type),
      subjectId: row.subject.id,
    })),
  );
}

function writeArticles(writer: BulkWriter, { articles }: Batch): void {
  writer.insert(
    tables.article,
    articles.map((article) => ({
      ...article,
      slug: article.key,
      headlineIsOurs: false,
      url: `https://news.example/${article.key}`,
      language: "en",
      published: article.published?.edtf ?? null,
      retrievedAt: instantOf(article.retrieved),
      access: "PASSAGES" as const,
      revision: 1,
    })),
  );
  writer.insert(
    tables.articleRevision,
    articles.map((article) => ({
      id: article.revisionId,
      articleId: article.id,
      number: 1,
      headline: article.headline,
      body: article.text.body,
      retrievedAt: instantOf(article.retrieved),
    })),
  );
  writer.insert(
    tables.articleAuthor,
    articles.flatMap(({ id, authorIds }) =>
      authorIds.map((agentId, position) => ({ articleId: id, position, agentId })),
    ),
  );
  writer.insert(
    tables.articleTopic,
    articles.flatMap(({ id, topicIds }) => topicIds.map((topicId) => ({ articleId: id, topicId }))),
  );
  writer.insert(
    tables.passage,
    articles.flatMap(({ revisionId, text }) =>
      text.spans.map(({ passageId, start, end }) => ({
        id: passageId,
        revisionId,
        part: "BODY" as const,
        ...passageAt(text.body, start, end),
        anchor: "EXACT" as const,
        currentStart: start,
        currentEnd: end,
      })),
    ),
  );
}

function writeEvents(writer: BulkWriter, { events }: Batch): void {
  writer.insert(
    tables.event,
    events.map(({ id, key, title, placeId }) => ({ id, key, slug: key, title, placeId })),
  );
  writer.insert(
    tables.eventTopic,
    events.flatMap(({ id, topicIds }) => topicIds.map((topicId) => ({ eventId: id, topicId }))),
  );
  writer.insert(
    tables.statusChange,
    events.flatMap(({ id: eventId, changes }) =>
      changes.map(({ id, key, to, reason, when, newDate }) => ({
        id,
        key,
        eventId,
        to,
        reason,
        effective: when?.edtf ?? null,
        newDate: newDate?.edtf ?? null,
      })),
    ),
  );
  writer.insert(
    tables.participation,
    events.flatMap(({ id: eventId, participations }) =>
      participations.map(({ id, agentId, role }) => ({ id, eventId, agentId, role })),
    ),
  );
  writer.insert(
    tables.eventRelation,
    events.flatMap(({ id: eventId, relations }) =>
      relations.map(({ id, otherId }) => ({ id, eventId, kind: "FOLLOW_UP_TO" as const, otherId })),
    ),
  );
}

function writeQuotes(writer: BulkWriter, { quotes }: Batch): void {
  writer.insert(
    tables.quote,
    quotes.map(({ article, when, ...quote }) => ({
      ...quote,
      articleId: article.id,
      cue: "said",
      said: when?.edtf ?? null,
      language: "en",
      translated: false,
    })),
  );
  writer.insert(
    tables.quoteAbout,
    quotes.map(({ id, aboutId }) => ({ quoteId: id, position: 0, eventId: aboutId })),
  );
  writer.insert(
    tables.quoteTopic,
    quotes.flatMap(({ id, topicIds }) => topicIds.map((topicId) => ({ quoteId: id, topicId }))),
  );
}

function writeEvidence(writer: BulkWriter, world: World, batch: Batch): void {
  const cited = [...citations(batch)].map(([fact, citation]) => ({
    id: world.nextId("evidence"),
    fact,
    citation,
  }));
  writer.insert(
    tables.evidence,
    cited.map(({ id, fact, citation }) => ({
      ...citation,
      ...fact,
      id,
      articleId: citation.article.id,
      revision: 1,
      passageId: citation.span?.passageId ?? null,
    })),
  );
  writer.insert(
    tables.claim,
    cited.flatMap(({ id, citation: { claimedBy } }) =>
      claimedBy === null ? [] : { evidenceId: id, position: 0, agentId: claimedBy },
    ),
  );
}

function* citations({ events, quotes, roles }: Batch): Iterable<readonly [FactColumns, Citation]> {
  for (const { id: eventId, evidence, changes, participations, relations } of events) {
    yield* about({ eventId }, evidence);
    for (const { id, evidence: of } of changes) yield* about({ eventId, changeId: id }, of);
    for (const { id, evidence: of } of participations) yield* about({ eventId, participationId: id }, of);
    for (const { id, evidence: of } of relations) yield* about({ eventId, relationId: id }, of);
  }
  for (const { id, evidence } of quotes) yield* about({ quoteId: id }, evidence);
  for (const { id, evidence } of roles) yield* about({ roleId: id }, evidence);
}

function* about(
  fact: FactColumns,
  evidence: readonly Citation[],
): Iterable<readonly [FactColumns, Citation]> {
  for (const citation of evidence) yield [fact, citation];
}
