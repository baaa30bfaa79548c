import { type FuzzyDate, parseFuzzyDate } from "../../../src/domain/fuzzy-date.ts";
import { type EventStatus, PARTICIPANT_ROLES } from "../../../src/domain/model.ts";
import type { Span } from "./article-text.ts";
import { cite, disputing, say } from "./articles.ts";
import { dayText, edtfAround } from "./dates.ts";
import type { GeneratedArticle, GeneratedChange, GeneratedEvent, World } from "./facts.ts";
import { HISTORIES, type Step, VERBS } from "./histories.ts";
import { chooseParticipants } from "./sizes.ts";
import { MATTERS, OCCASIONS, slugOf } from "./words.ts";

/**
 * An event that an article reports first. What came later is reported by articles that followed it.
 *
 * @param topicIds the article's, or more
 */
export function createEvent(
  world: World,
  home: GeneratedArticle,
  later: readonly GeneratedArticle[],
  topicIds: readonly number[],
): GeneratedEvent {
  const { random, cast, sizes } = world;
  const id = world.nextId("event");
  const occasion = random.pick(OCCASIONS);
  const place = random.chance(0.9) ? random.pick(cast.places) : null;
  const key = `${slugOf(occasion)}-${slugOf(place?.name ?? "online").slice(0, 16)}-${id.toString(36)}`;
  const event: GeneratedEvent = {
    id,
    key,
    title: `${occasion} on ${random.pick(MATTERS)}${place ? ` in ${place.name}` : ""}`,
    placeId: place?.id ?? null,
    topicIds,
    evidence: [],
    changes: [],
    participations: [],
    relations: [],
  };
  const agents = chooseParticipants(random, sizes).map((number) => number + 1);
  const [first = { to: "UNKNOWN" }, ...steps] = random.weighted(HISTORIES);

  const when = dateAfter(world, first.to, home);
  const names = agents.map((agent) => cast.agents[agent - 1]?.name).join(", ");
  const opening = say(
    world,
    home,
    `${event.title} ${VERBS[first.to]}${when ? ` (${when.edtf})` : ""}, with ${names}.`,
  );
  event.evidence.push(cite(world, home, opening, agents));
  addChange(world, event, first, when, home, opening);
  for (const agentId of agents) {
    event.participations.push({
      id: world.nextId("participation"),
      agentId,
      role: random.pick(PARTICIPANT_ROLES),
      evidence: [cite(world, home, opening)],
    });
  }
  home.cited.events.add(event);

  let reporter = home;
  for (const step of steps) {
    reporter = following(world, reporter, later);
    const date = dateAfter(world, step.to, reporter);
    const sentence = `${event.title} ${VERBS[step.to]}${date ? ` (${date.edtf})` : ""}.`;
    addChange(world, event, step, date, reporter, say(world, reporter, sentence));
    reporter.cited.events.add(event);
  }
  if (random.chance(0.15)) restate(world, event, following(world, home, later));
  if (random.chance(0.04)) dispute(world, event, following(world, reporter, later));
  return event;
}

function addChange(
  world: World,
  event: GeneratedEvent,
  { to, late = false }: Step,
  newDate: FuzzyDate | null,
  article: GeneratedArticle,
  span: Span,
): void {
  const effective = late || world.random.chance(0.5) ? dayText(article.outDay - (late ? 60 : 0)) : null;
  const change: GeneratedChange = {
    id: world.nextId("statusChange"),
    key: `${event.key}/${to.toLowerCase()}-${effective ?? article.key}`,
    to,
    when: effective === null ? null : parseFuzzyDate(effective),
    newDate,
    reason: to === "POSTPONED" || to === "CANCELLED" ? "No agreement on the agenda" : null,
    evidence: [cite(world, article, span)],
  };
  event.changes.push(change);
}

/** The date that an event got by a change that an article reports. */
function dateAfter({ random }: World, to: EventStatus, { outDay }: GeneratedArticle): FuzzyDate | null {
  const ahead = to === "SCHEDULED" || to === "RESCHEDULED" || to === "POSSIBLE";
  const undated =
    to === "POSTPONED" || to === "CANCELLED" || to === "UNKNOWN" || (to === "POSSIBLE" && random.chance(0.5));
  if (undated) return null;
  return parseFuzzyDate(edtfAround(random, outDay + (ahead ? random.between(5, 90) : -random.between(0, 3))));
}

/** Another article says the same. */
function restate(world: World, event: GeneratedEvent, article: GeneratedArticle): void {
  const span = say(world, article, `There had been reports of this before: ${event.title}.`);
  event.evidence.push(cite(world, article, span));
  article.cited.events.add(event);
}

/** Somebody denies what the event came to last. */
function dispute(world: World, event: GeneratedEvent, article: GeneratedArticle): void {
  const span = say(world, article, `Others deny it: ${event.title} was called off, they say.`);
  const agents = event.participations.map((participation) => participation.agentId);
  event.changes.at(-1)?.evidence.push(disputing(cite(world, article, span, agents), "CANCELLED"));
  article.cited.events.add(event);
}

function following(
  { random }: World,
  article: GeneratedArticle,
  later: readonly GeneratedArticle[],
): GeneratedArticle {
  const after = later.filter((one) => one.id > article.id);
  return after.length === 0 ? article : random.pick(after.slice(0, 30));
}
