import type { FuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { type EntryKind, TIMELINE_KINDS, type TimelineKind } from "../../src/domain/model.ts";
import type { AgentRef, Story, StoryEvent, StoryEvidence } from "../../src/domain/story.ts";
import type { TimelineOrder } from "../../src/domain/timeline-paging.ts";
import {
  type AsOf,
  bytes,
  changeKey,
  edtf,
  eventFact,
  firstDay,
  out,
  outDay,
  reportOf,
  stateOf,
} from "./oracle-history.ts";

/* "Whose entry is it" and "Order" of the model once more; see oracle-history.ts. */

/** An entry as of a day. `whose` has `all`, `topic talks`, `person ann`, `place town`, `source daily`, `event e0`. */
export interface Entry {
  /** As global ids have it: `Event:e0`. */
  readonly node: string;
  readonly kind: EntryKind;
  readonly key: string;
  readonly when: FuzzyDate | null;
  readonly reported: string;
  /** Status of an event, status that a change leads to, kind of a quote. */
  readonly facet: string | null;
  readonly whose: ReadonlySet<string>;
}

const agentName = (agent: AgentRef) =>
  "person" in agent ? `person ${agent.person}` : `organization ${agent.organization}`;

/** All entries of a story as of a day, each with whose timelines it stands on. */
export function entriesOf(story: Story, day: AsOf): Entry[] {
  const events = story.events.flatMap((event) => eventEntries(story, event, day));
  return [...events, ...quoteEntries(story, day), ...articleEntries(story, day)];
}

const supportingSources = (story: Story, evidence: readonly StoryEvidence[], day: AsOf) =>
  evidence.flatMap((one) => {
    const report = reportOf(story, one);
    return report.source !== null && out([report], "SUPPORTS", day).length > 0
      ? [`source ${report.source}`]
      : [];
  });

/** Those who take part in an event, as had been reported by a day. */
function participants(story: Story, event: StoryEvent, day: AsOf): string[] {
  return event.participants.flatMap(({ person, organization, evidence }) => {
    const known =
      firstDay(
        evidence.map((one) => reportOf(story, one)),
        day,
      ) !== null;
    return known ? [person === undefined ? `organization ${organization}` : `person ${person}`] : [];
  });
}

function eventEntries(story: Story, event: StoryEvent, day: AsOf): Entry[] {
  const state = stateOf(eventFact(story, event), day);
  if (state === null) return [];
  const shared = [
    "all",
    ...event.topics.map((topic) => `topic ${topic}`),
    ...(event.place === undefined ? [] : [`place ${event.place}`]),
    ...participants(story, event, day),
  ];
  const key = event.key ?? event.slug;
  const evidence = [event, ...event.history, ...event.participants].flatMap((fact) => fact.evidence);
  const entry: Entry = {
    node: `Event:${key}`,
    kind: "EVENT",
    key,
    when: state.when,
    reported: state.firstReported,
    facet: state.status,
    whose: new Set([...shared, ...supportingSources(story, evidence, day)]),
  };
  const changes = state.history.flatMap(({ key: stepKey, from, reported }): Entry[] => {
    const step = event.history.find((one) => changeKey(event, one) === stepKey);
    if (!step || step.to === "OCCURRED" || step.to === "IN_PROGRESS") return [];
    if (step.to === "POSSIBLE" && from === null) return [];
    return [
      {
        node: `StatusChange:${stepKey}`,
        kind: "STATUS_CHANGE",
        key: stepKey,
        when: edtf(step.effective),
        reported,
        facet: step.to,
        whose: new Set([...shared, ...supportingSources(story, step.evidence, day)]),
      },
    ];
  });
  return [entry, ...changes];
}

function quoteEntries(story: Story, day: AsOf): Entry[] {
  const reports = story.quotes.flatMap((quote, index) => {
    const reported = firstDay(
      quote.evidence.map((one) => reportOf(story, one)),
      day,
    );
    const key = quote.key ?? String(index);
    return reported === null ? [] : [{ quote, key, reported, rank: `${reported} ${bytes(key)}` }];
  });
  const isCopy = (one: (typeof reports)[number]) =>
    one.quote.utterance !== undefined &&
    reports.some((other) => other.quote.utterance === one.quote.utterance && other.rank < one.rank);
  return reports
    .filter((one) => !isCopy(one))
    .map(({ quote, key, reported }): Entry => {
      const at = story.events.find(({ slug }) => slug === quote.saidAt);
      return {
        node: `Quote:${key}`,
        kind: "QUOTE",
        key,
        when: edtf(quote.when),
        reported,
        facet: quote.kind,
        whose: new Set([
          "all",
          ...quote.topics.map((topic) => `topic ${topic}`),
          ...(quote.speaker ? [agentName(quote.speaker)] : []),
          ...(at?.place === undefined ? [] : [`place ${at.place}`]),
          ...[...quote.about, quote.saidAt].flatMap((slug) => (slug === undefined ? [] : [`event ${slug}`])),
          ...supportingSources(story, quote.evidence, day),
        ]),
      };
    });
}

function articleEntries(story: Story, day: AsOf): Entry[] {
  return story.articles
    .filter((article) => day === null || outDay(article) <= day)
    .map((article): Entry => {
      const has = (evidence: readonly StoryEvidence[]) =>
        evidence.some((one) => one.article === article.slug && one.exact !== undefined);
      const ofEvents = story.events.flatMap((event) =>
        [event, ...event.history, ...event.participants].some((fact) => has(fact.evidence))
          ? participants(story, event, day)
          : [],
      );
      const ofQuotes = story.quotes.flatMap(({ speaker, evidence }) =>
        speaker &&
        has(evidence) &&
        firstDay(
          evidence.map((one) => reportOf(story, one)),
          day,
        ) !== null
          ? [agentName(speaker)]
          : [],
      );
      return {
        node: `Article:${article.slug}`,
        kind: "ARTICLE",
        key: article.slug,
        when: edtf(article.published),
        reported: outDay(article),
        facet: null,
        whose: new Set([
          "all",
          ...article.topics.map((topic) => `topic ${topic}`),
          ...(article.source === undefined ? [] : [`source ${article.source}`]),
          ...article.authors.map((author) => `person ${author}`),
          ...ofEvents,
          ...ofQuotes,
        ]),
      };
    });
}

/** What decides where an entry stands. */
export interface Ranked extends Pick<Entry, "when" | "reported" | "key"> {
  readonly kind: TimelineKind;
}

/** Where an entry stands among those of its kind (dated or not), as a text that sorts so. */
export function rankOf({ when, reported, kind, key }: Ranked): string {
  const date = when === null ? [] : [when.earliest ?? "0", when.latest ?? "x", when.time ?? "x"];
  return [...date, reported, TIMELINE_KINDS.indexOf(kind), bytes(key)].join(" ");
}

/** Entries in the order in which a timeline shows them. */
export function inOrder<E extends Ranked>(entries: readonly E[], order: TimelineOrder): E[] {
  const sorted = [...entries].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  if (order === "NEWEST_FIRST") sorted.reverse();
  return [...sorted.filter(({ when }) => when !== null), ...sorted.filter(({ when }) => when === null)];
}

/** The people of a topic, by slug: those with most entries in it first, then those who only claim something in it. */
export function peopleOf(story: Story, topic: string): string[] {
  const entries = entriesOf(story, null).filter(
    ({ kind, whose }) => kind !== "ARTICLE" && whose.has(`topic ${topic}`),
  );
  const facts = [
    ...story.events.flatMap((event) =>
      [event, ...event.history, ...event.participants, ...event.related].map(({ evidence }) => ({
        topics: event.topics,
        evidence,
      })),
    ),
    ...story.quotes,
  ];
  const claimants = facts
    .filter(({ topics }) => topics.includes(topic))
    .flatMap(({ evidence }) => evidence.flatMap((one) => one.claimedBy.map(agentName)));
  const people = story.people.map(({ slug }) => {
    const name = `person ${slug}`;
    const count = entries.filter(({ whose }) => whose.has(name)).length;
    return { slug, count, isThere: count > 0 || claimants.includes(name) };
  });
  return people
    .filter(({ isThere }) => isThere)
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
}
