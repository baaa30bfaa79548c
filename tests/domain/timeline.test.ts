import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/day.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { ENTRY_KINDS, EVENT_STATUSES, QUOTE_KINDS } from "../../src/domain/model.ts";
import type { Story, StoryEvidence } from "../../src/domain/story.ts";
import { articleRows, eventRows, quoteRows, type TimelineRow } from "../../src/domain/timeline.ts";
import { datePosition, dayNumber, FAR } from "../../src/domain/timeline-position.ts";
import { type Entry, entriesOf } from "../support/oracle.ts";
import { type AsOf, eventFact, firstDay, outDay, reportOf } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { article, cite, event, passage, quote, story } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

/** Numbers for the names of subjects, as a store would give them. */
class Numbers {
  readonly #names: string[] = ["all"];

  of(name: string): number {
    if (!this.#names.includes(name)) this.#names.push(name);
    return this.#names.indexOf(name);
  }

  name(number: number): string | undefined {
    return this.#names[number];
  }
}

/** The rows of everything in a story, each named as the oracle names it. */
function rowsOf(from: Story) {
  const numbers = new Numbers();
  const ids = (type: string, slugs: readonly (string | undefined)[]) =>
    slugs.flatMap((slug) => (slug === undefined ? [] : numbers.of(`${type} ${slug}`)));
  const id = (type: string, slug: string | undefined) => ids(type, [slug])[0] ?? null;
  const reports = (evidence: readonly StoryEvidence[]) =>
    evidence.map((one) => {
      const { source, ...report } = reportOf(from, one);
      return { ...report, sourceId: id("source", source ?? undefined) };
    });
  const date = (edtf: string | undefined) => (edtf === undefined ? null : parseFuzzyDate(edtf));
  const agent = (one: { person?: string | undefined; organization?: string | undefined }) =>
    one.person === undefined
      ? numbers.of(`organization ${one.organization}`)
      : numbers.of(`person ${one.person}`);

  const ofEvents = from.events.flatMap((one) =>
    eventRows({
      id: numbers.of(`event ${one.slug}`),
      key: one.key ?? one.slug,
      topicIds: ids("topic", one.topics),
      placeId: id("place", one.place),
      evidence: reports(one.evidence),
      changes: eventFact(from, one).changes.map((change, index) => ({
        ...change,
        id: numbers.of(`StatusChange ${change.key}`),
        evidence: reports(one.history[index]?.evidence ?? []),
      })),
      participations: one.participants.map((part) => ({
        agentId: agent(part),
        evidence: reports(part.evidence),
      })),
    }),
  );
  const present = new Set(entriesOf(from, null).map(({ node }) => node));
  const ofQuotes = from.quotes
    // Only the earliest report of an utterance has a place on timelines; which that is, is not decided here.
    .filter(({ key }) => present.has(`Quote:${key}`))
    .flatMap((one) =>
      quoteRows({
        id: numbers.of(`quote ${one.key}`),
        key: one.key ?? "",
        kind: one.kind,
        when: date(one.when),
        speakerId: one.speaker ? agent(one.speaker) : null,
        topicIds: ids("topic", one.topics),
        placeId: id("place", from.events.find(({ slug }) => slug === one.saidAt)?.place),
        eventIds: ids("event", [...one.about, one.saidAt]),
        evidence: reports(one.evidence),
      }),
    );
  const ofArticles = from.articles.flatMap((one) =>
    articleRows({
      id: numbers.of(`article ${one.slug}`),
      key: one.slug,
      published: date(one.published),
      out: outDay(one),
      sourceId: id("source", one.source),
      topicIds: ids("topic", one.topics),
      agents: [
        ...one.authors.map((person) => ({ agentId: agent({ person }), since: outDay(one) })),
        ...concerned(from, one.slug).map(({ who, since }) => ({ agentId: numbers.of(who), since })),
      ],
    }),
  );
  return [...ofEvents, ...ofQuotes, ...ofArticles].map((row) => ({
    row,
    whose: numbers.name(row.subject.id),
  }));
}

/** Whose entries an article has passages for, and since which day that is known: the first on which the oracle says so. */
function concerned(from: Story, slug: string): { who: string; since: Day }[] {
  const days = from.articles.map(outDay).sort();
  const known = new Map<string, Day>();
  for (const day of days) {
    const own = entriesOf(from, day).find(({ node }) => node === `Article:${slug}`);
    for (const who of own?.whose ?? []) {
      if (/^(person|organization) /.test(who) && !known.has(who)) known.set(who, day);
    }
  }
  return [...known].map(([who, since]) => ({ who, since }));
}

const TYPES: Readonly<Record<TimelineRow["subject"]["type"], RegExp>> = {
  ALL: /^all$/,
  TOPIC: /^topic /,
  AGENT: /^(person|organization) /,
  PLACE: /^place /,
  SOURCE: /^source /,
  EVENT: /^event /,
};

function isCurrent({ fromDay, untilDay }: TimelineRow, day: AsOf): boolean {
  const number = day === null ? FAR - 1 : dayNumber(day);
  return fromDay <= number && number < untilDay;
}

/** What the rows say of a day: one line for each entry on each timeline. */
function seenIn(rows: ReturnType<typeof rowsOf>, day: AsOf): string[] {
  return rows
    .filter(({ row }) => isCurrent(row, day))
    .map(({ row, whose }) => {
      const { earliest, latest, time, reported, kind, key, certain, facet } = row;
      return JSON.stringify({ whose, earliest, latest, time, reported, kind, key, certain, facet });
    })
    .sort();
}

/** The same as the rules say it. */
function expected(from: Story, day: AsOf): string[] {
  return entriesOf(from, day)
    .flatMap((entry) =>
      [...entry.whose].map((whose) =>
        JSON.stringify({
          whose,
          ...datePosition(entry.when),
          reported: dayNumber(entry.reported),
          kind: ENTRY_KINDS.indexOf(entry.kind),
          key: entry.key,
          certain: entry.when !== null && !entry.when.approximate && !entry.when.uncertain,
          facet: facetOf(entry),
        }),
      ),
    )
    .sort();
}

function facetOf({ kind, facet }: Entry): number | null {
  const words: readonly string[] = kind === "QUOTE" ? QUOTE_KINDS : EVENT_STATUSES;
  return facet === null ? null : words.indexOf(facet);
}

test("on every day each timeline shows exactly the entries that are its own, where they then stood", () => {
  fc.assert(
    fc.property(storyArbitrary(), (from) => {
      const rows = rowsOf(from);
      for (const day of [...DAYS, null]) expect(seenIn(rows, day), String(day)).toEqual(expected(from, day));
    }),
    { numRuns: runs(100) },
  );
});

test("rows are of the type of their subject, never overlap, and are no finer than what they tell", () => {
  fc.assert(
    fc.property(storyArbitrary(), (from) => {
      const spans = new Map<string, { row: TimelineRow; whose: string | undefined }[]>();
      for (const one of rowsOf(from)) {
        expect(one.whose).toMatch(TYPES[one.row.subject.type]);
        expect(one.row.fromDay).toBeLessThan(one.row.untilDay);
        const name = `${one.whose} ${one.row.kind} ${one.row.key}`;
        spans.set(name, [...(spans.get(name) ?? []), one]);
      }
      for (const [, [...span]] of spans) {
        span.sort((a, b) => a.row.fromDay - b.row.fromDay);
        span.slice(1).forEach((next, index) => {
          const before = span[index];
          expect(next.row.fromDay).toBe(before?.row.untilDay);
          expect({ ...next.row, fromDay: 0, untilDay: 0 }).not.toEqual({
            ...before?.row,
            fromDay: 0,
            untilDay: 0,
          });
        });
        expect(span.at(-1)?.row.untilDay).toBe(FAR);
      }
    }),
    { numRuns: runs(100) },
  );
});

describe("an entry joins a timeline on the day that makes it its own", () => {
  const from = story({
    articles: [
      article("first", { published: "2025-10-14", source: "daily" }),
      article("second", { published: "2025-10-20", source: "weekly", authors: ["cleo"] }),
    ],
    events: [
      event("summit", {
        history: [{ to: "SCHEDULED", date: "2025-10-30", evidence: [cite("first")] }],
        participants: [{ person: "ann", role: "EXPECTED", evidence: [cite("second")] }],
        evidence: [passage("second", 1)],
      }),
    ],
    quotes: [quote("second", 0, { key: "q", speaker: { person: "bob" }, saidAt: "summit" })],
  });
  const rows = rowsOf(from);
  const since = (who: string) =>
    rows.filter(({ whose }) => whose === who).map(({ row }) => `${ENTRY_KINDS[row.kind]} ${row.fromDay}`);

  test("for a participant when their part was reported", () => {
    expect(firstDay([reportOf(from, cite("second"))], null)).toBe("2025-10-20");
    expect(since("person ann").sort()).toEqual([
      "ARTICLE 20251020",
      "EVENT 20251020",
      "STATUS_CHANGE 20251020",
    ]);
  });

  test("for a source when it reported it, and for the author and speaker of an article with it", () => {
    expect(since("source daily").sort()).toEqual([
      "ARTICLE 20251014",
      "EVENT 20251014",
      "STATUS_CHANGE 20251014",
    ]);
    expect(since("source weekly").sort()).toEqual(["ARTICLE 20251020", "EVENT 20251020", "QUOTE 20251020"]);
    expect(since("person cleo")).toEqual(["ARTICLE 20251020"]);
    expect(since("person bob").sort()).toEqual(["ARTICLE 20251020", "QUOTE 20251020"]);
    expect(since("event summit")).toEqual(["QUOTE 20251020"]);
  });
});
