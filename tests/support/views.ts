import { z } from "zod";
import type { Story, StoryEvent, StoryEvidence } from "../../src/domain/story.ts";
import { nameOf } from "./graphql.ts";
import {
  type AsOf,
  changeKey,
  edtf,
  eventFact,
  firstDay,
  outDay,
  reportOf,
  stateOf,
} from "./oracle-history.ts";

/** Selections that reach far: as fragments of these names. */
const FRAGMENTS = {
  Cited: `on Evidence {
    stance
    article { id slug when { edtf } }
    claimedBy { id }
    subject {
      __typename
      ... on Event { id } ... on StatusChange { id } ... on Quote { id }
      ... on Participation { id } ... on EventRelation { id } ... on Role { id }
    }
  }`,
  Quoted: `on Quote {
    id text quoteKind speaker { id } relays { id } saidAt { id } about { id } article { id slug }
    otherReports { id } evidence { ...Cited }
  }`,
  Changed: `on StatusChange {
    id from to when { edtf } newDate { edtf } formerDate { edtf } reported disputed
    event { id status } evidence { ...Cited }
  }`,
  Happened: `on Event {
    id slug status when { edtf } formerDates { edtf } disputed overdue firstReported independentSources
    statusHistory { ...Changed }
    participants { id role agent { id slug __typename } evidence { ...Cited } }
    related { id kind event { id slug } evidence { ...Cited } }
    place { id } topics { id }
    quotes(first: 100) { edges { node { ...Quoted } } }
    evidence { ...Cited }
  }`,
  Reported: `on Article {
    id slug when { edtf } events { id } given: quotes { id } people { id } evidence { ...Cited }
  }`,
  Shown: `on Node {
    __typename
    id
    ... on Event { ...Happened } ... on StatusChange { ...Changed } ... on Quote { ...Quoted }
    ... on Article { ...Reported }
  }`,
};

/** A query with those of the fragments that it uses. */
export function withFragments(query: string): string {
  let whole = query;
  // Each names only those before it.
  for (const [name, fragment] of Object.entries(FRAGMENTS).reverse()) {
    if (whole.includes(`...${name}`)) whole += ` fragment ${name} ${fragment}`;
  }
  return whole;
}

const date = z.object({ edtf: z.string() }).nullable();
const Cited = z.object({ stance: z.string(), article: z.object({ slug: z.string() }) });
const evidence = z.array(Cited);

/** What the answer about an event says, without what only names other things. */
export const Happened = z
  .object({
    slug: z.string(),
    status: z.string(),
    when: date,
    formerDates: z.array(date),
    disputed: z.boolean(),
    overdue: z.boolean(),
    firstReported: z.string(),
    independentSources: z.number(),
    statusHistory: z.array(
      z.object({
        id: z.string(),
        from: z.string().nullable(),
        to: z.string(),
        when: date,
        formerDate: date,
        reported: z.string(),
        disputed: z.boolean(),
        evidence,
      }),
    ),
    participants: z.array(z.object({ role: z.string(), agent: z.object({ slug: z.string() }), evidence })),
    evidence,
  })
  .transform(({ statusHistory, participants, evidence: all, when, formerDates, ...event }) => ({
    ...event,
    when: when?.edtf ?? null,
    formerDates: formerDates.map((one) => one?.edtf),
    steps: statusHistory.map((step) => ({
      key: nameOf(step.id).replace(/^StatusChange(@[\d-]+)?:/, ""),
      from: step.from,
      to: step.to,
      when: step.when?.edtf ?? null,
      formerDate: step.formerDate?.edtf ?? null,
      reported: step.reported,
      disputed: step.disputed,
      evidence: cited(step.evidence),
    })),
    participants: participants
      .map((one) => `${one.agent.slug} ${one.role} ${cited(one.evidence).join()}`)
      .sort(),
    evidence: cited(all),
  }));

const cited = (list: z.output<typeof evidence>) =>
  list.map((one) => `${one.stance} ${one.article.slug}`).sort();

/** The evidence that was out by a day. */
function outBy(of: Story, list: readonly StoryEvidence[], day: AsOf): StoryEvidence[] {
  return list.filter((one) => day === null || reportOf(of, one).reported <= day);
}

const namesOf = (list: readonly StoryEvidence[]) => list.map((one) => `${one.stance} ${one.article}`).sort();

/** Whether a fact had been reported by a day. */
function isKnown(of: Story, { evidence: list }: { readonly evidence: readonly StoryEvidence[] }, day: AsOf) {
  const reports = list.map((one) => reportOf(of, one));
  return firstDay(reports, day) !== null;
}

/** What {@link Happened} must say of an event as of a day; null if it was not on record. */
export function eventView(of: Story, event: StoryEvent, day: AsOf, today: string) {
  const state = stateOf(eventFact(of, event), day);
  if (state === null) return null;
  const parts = event.participants.filter((one) => isKnown(of, one, day));
  const steps = state.history.map((step) => {
    const change = event.history.find((one) => changeKey(event, one) === step.key);
    if (!change) throw new Error(`The story has no change ${step.key}.`);
    return { step, change };
  });
  const facts = [event, ...steps.map(({ change }) => change), ...parts];
  const announced = state.status === "SCHEDULED" || state.status === "RESCHEDULED";
  const last = state.when?.latest ?? null;
  return {
    slug: event.slug,
    status: state.status,
    when: state.when?.edtf ?? null,
    formerDates: state.formerDates.map((one) => one.edtf),
    disputed: state.disputed,
    overdue: announced && last !== null && last < (day ?? today),
    firstReported: state.firstReported,
    independentSources: state.independentSources,
    steps: steps.map(({ step, change }) => ({
      key: step.key,
      from: step.from,
      to: change.to,
      when: edtf(change.effective)?.edtf ?? null,
      formerDate: step.formerDate?.edtf ?? null,
      reported: step.reported,
      disputed: step.disputed,
      evidence: namesOf(outBy(of, change.evidence, day)),
    })),
    participants: parts
      .map(
        (one) =>
          `${one.person ?? one.organization} ${one.role} ${namesOf(outBy(of, one.evidence, day)).join()}`,
      )
      .sort(),
    evidence: namesOf(
      outBy(
        of,
        facts.flatMap((fact) => fact.evidence),
        day,
      ),
    ),
  };
}

/** The same story where each quote is given by the article that first reported it, as it should be. */
export function properlyQuoted(of: Story): Story {
  const quotes = of.quotes.map((quote) => {
    const standing = quote.evidence.filter((one) => {
      const { stance, articleState } = reportOf(of, one);
      return stance === "SUPPORTS" && articleState !== "RETRACTED";
    });
    const day = (one: StoryEvidence) => reportOf(of, one).reported;
    const [first] = standing.sort((a, b) => (day(a) < day(b) ? -1 : 1));
    return first ? { ...quote, article: first.article } : quote;
  });
  return { ...of, quotes };
}

/** The names of all events, changes, quotes and articles that were on record by a day. */
export function knownBy(of: Story, day: AsOf): Set<string> {
  const events = of.events.flatMap((event) => {
    const state = stateOf(eventFact(of, event), day);
    if (state === null) return [];
    return [`Event:${event.key ?? event.slug}`, ...state.history.map(({ key }) => `StatusChange:${key}`)];
  });
  const quotes = of.quotes.filter((one) => isKnown(of, one, day)).map(({ key }) => `Quote:${key}`);
  const articles = of.articles
    .filter((one) => day === null || outDay(one) <= day)
    .map(({ key, slug }) => `Article:${key ?? slug}`);
  return new Set([...events, ...quotes, ...articles]);
}

/** All ids in an answer, however deep. */
export function idsIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(idsIn);
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === "id" && typeof value === "string" ? [value] : idsIn(value),
  );
}
