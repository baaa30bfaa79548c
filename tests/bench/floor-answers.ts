import SQLite from "better-sqlite3";
import { historyAsOf } from "../../src/domain/event-history.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { groupBy } from "../../src/domain/group-by.ts";
import {
  type ArticleState,
  ENTRY_KINDS,
  EVENT_STATUSES,
  type EventStatus,
  type Stance,
} from "../../src/domain/model.ts";
import { SUBJECT_TYPES } from "../../src/domain/timeline.ts";
import { FAR } from "../../src/domain/timeline-position.ts";
import { type EventAnswer, type EvidenceAnswer, PAGE_SIZE, type PersonEvents } from "./query.ts";

type EventRow = [id: number, title: string, status: number, earliest: number, place: string | null];
type ChangeRow = [
  eventId: number,
  id: number,
  key: string,
  to: EventStatus,
  effective: string | null,
  newDate: string | null,
];
type PartRow = [eventId: number, id: number, role: string, agent: string];
type EvidenceRow = [
  eventId: number,
  changeId: number | null,
  partId: number | null,
  stance: Stance,
  passageId: number | null,
  articleId: number,
];
type ArticleRow = [id: number, headline: string, source: string | null, state: ArticleState, out: string];

/** All that a page is made of: what belongs to each event, and the passages and articles that they cite. */
interface Page {
  readonly changes: ReadonlyMap<number, readonly ChangeRow[]>;
  readonly parts: ReadonlyMap<number, readonly PartRow[]>;
  readonly evidence: ReadonlyMap<number, readonly EvidenceRow[]>;
  readonly passages: ReadonlyMap<number, string>;
  readonly articles: ReadonlyMap<number, CitedArticle>;
}

interface CitedArticle {
  readonly answer: EvidenceAnswer["article"];
  readonly state: ArticleState;
  readonly out: string;
}

/** How much of the file is mapped into memory, in bytes. */
const MAPPED = 2 ** 40;

/**
 * Answers the measured question with as little as can be: seven statements written by hand for it alone, each for the
 * whole page, no query builder, no schema, no loaders.
 */
export function floorAnswers(path: string): (slug: string) => PersonEvents {
  const db = new SQLite(path, { readonly: true });
  db.pragma(`mmap_size = ${MAPPED}`);
  const all = <Row>(sql: string) => db.prepare<[string | number], Row>(sql).raw();

  const person = all<[id: number, name: string]>(
    "select id, name from agent where type = 'PERSON' and slug = ?",
  );
  const events = all<EventRow>(
    `select event.id, event.title, timeline.facet, timeline.earliest, place.name
     from timeline
     join event on event.id = timeline.entry_id
     left join place on place.id = event.place_id
     where subject_type = ${SUBJECT_TYPES.indexOf("AGENT")} and subject_id = ?
       and kind = ${ENTRY_KINDS.indexOf("EVENT")} and until_day = ${FAR}
     order by earliest, latest, time, reported, timeline.key
     limit ${PAGE_SIZE}`,
  );
  const changes = all<ChangeRow>(
    `select event_id, id, key, "to", effective, new_date from status_change
     where event_id in (select value from json_each(?)) order by key`,
  );
  const parts = all<PartRow>(
    `select event_id, participation.id, role, agent.name from participation join agent on agent.id = agent_id
     where event_id in (select value from json_each(?)) order by participation.id`,
  );
  const evidence = all<EvidenceRow>(
    `select event_id, change_id, participation_id, stance, passage_id, article_id from evidence
     where event_id in (select value from json_each(?)) and relation_id is null order by id`,
  );
  const passages = all<[id: number, exact: string]>(
    "select id, exact from passage where id in (select value from json_each(?))",
  );
  const articles = all<ArticleRow>(
    `select article.id, headline, source.name, state, "out"
     from article
     join article_revision on article_id = article.id and number = article.revision
     left join source on source.id = source_id
     where article.id in (select value from json_each(?))`,
  );

  function readPage(rows: readonly EventRow[]): Page {
    const ids = JSON.stringify(rows.map((row) => row[0]));
    const found = evidence.all(ids);
    return {
      changes: groupBy(changes.all(ids), (row) => row[0]),
      parts: groupBy(parts.all(ids), (row) => row[0]),
      evidence: groupBy(found, (row) => row[0]),
      passages: new Map(passages.all(list(found.map((row) => row[4])))),
      articles: new Map(
        articles.all(list(found.map((row) => row[5]))).map(([id, headline, name, state, out]) => {
          const answer = { headline, source: name === null ? null : { name } };
          return [id, { answer, state, out }];
        }),
      ),
    };
  }

  return (slug) => {
    const found = person.get(slug);
    if (!found) return { person: null };
    const [id, name] = found;
    const rows = events.all(id);
    const page = readPage(rows);
    return { person: { name, events: { edges: rows.map((row) => ({ node: eventOf(row, page) })) } } };
  };
}

/** Distinct values as a list in JSON. */
function list(values: readonly (number | null)[]): string {
  return JSON.stringify([...new Set(values)]);
}

function eventOf([id, title, status, earliest, place]: EventRow, page: Page): EventAnswer {
  const history = page.changes.get(id) ?? [];
  const parts = page.parts.get(id) ?? [];
  const reports = page.evidence.get(id) ?? [];
  const own: EvidenceAnswer[] = [];
  const ofChanges: EvidenceAnswer[][] = history.map(() => []);
  const ofParts: EvidenceAnswer[][] = parts.map(() => []);
  const supported = new Set<number>();
  const supportedChanges = new Set<number>();
  for (const [, changeId, partId, stance, passageId, articleId] of reports) {
    const article = page.articles.get(articleId);
    if (!article) continue;
    const exact = passageId === null ? null : (page.passages.get(passageId) ?? null);
    const one = { exact, stance, article: article.answer };
    if (changeId !== null) {
      ofChanges[history.findIndex((change) => change[1] === changeId)]?.push(one);
      if (stance === "SUPPORTS" && article.state !== "RETRACTED") supportedChanges.add(changeId);
    } else if (partId !== null) {
      ofParts[parts.findIndex((part) => part[1] === partId)]?.push(one);
      if (stance === "SUPPORTS" && article.state !== "RETRACTED") supported.add(partId);
    } else own.push(one);
  }
  const single = history.length === 1;
  const steps = single ? [] : stepsOf(history, reports, page);
  const edtf = single ? singleDate(history, earliest) : (steps.at(-1)?.date?.edtf ?? null);
  // In the order of the history; what no report supports is not part of it.
  const changes = single
    ? ofChanges.filter((_, index) => supportedChanges.has(history[index]?.[1] ?? 0))
    : steps.map((step) => ofChanges[history.findIndex((change) => change[2] === step.change.key)] ?? []);
  return {
    title,
    when: edtf === null ? null : { edtf },
    status: EVENT_STATUSES[status] ?? "UNKNOWN",
    place: place === null ? null : { name: place },
    participants: parts
      .filter(([, partId]) => supported.has(partId))
      .map(([, , role, name]) => ({ role, agent: { name } })),
    evidence: [
      ...own,
      ...changes.flat(),
      ...ofParts.filter((_, index) => supported.has(parts[index]?.[1] ?? 0)).flat(),
    ],
  };
}

/** The date of an event with one change: nothing to derive. The index tells whether that counts. */
function singleDate([change]: readonly ChangeRow[], earliest: number): string | null {
  return earliest === FAR || !change ? null : change[5];
}

/** The history of an event with several changes, by the domain's rules. */
function stepsOf(history: readonly ChangeRow[], reports: readonly EvidenceRow[], { articles }: Page) {
  return historyAsOf(
    history.map(([, id, key, to, effective, newDate]) => ({
      key,
      to,
      when: effective === null ? null : parseFuzzyDate(effective),
      newDate: newDate === null ? null : parseFuzzyDate(newDate),
      evidence: reports
        .filter((report) => report[1] === id)
        .flatMap(([, , , stance, , articleId]) => {
          const article = articles.get(articleId);
          return article ? { reported: article.out, stance, origin: "", articleState: article.state } : [];
        }),
    })),
    null,
  );
}
