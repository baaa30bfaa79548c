import type { StoryEvent, StoryParticipation, StoryRelation, StoryStatusChange } from "../../domain/story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { RowPut } from "../../store/row-writer.ts";
import type { Application } from "./application.ts";
import { applyText, mergedInto } from "./entities.ts";
import { applyEvidence } from "./evidence.ts";

/** Events with their histories, participants and relations. */
export async function applyEvents(application: Application): Promise<void> {
  const { story, tx, rows } = application;
  const keyed = story.events.map((part) => ({ part, key: part.key ?? part.slug }));
  await rows.prefetch(
    tx.tables.event,
    keyed.map(({ key }) => key),
  );
  await rows.prefetch(
    tx.tables.statusChange,
    keyed.flatMap(({ part, key }) => part.history.map((step) => changeKey(key, step))),
  );
  const put = new Map<StoryEvent, RowPut>();
  for (const part of story.events) {
    const row = await applyEvent(application, part);
    if (row !== null) put.set(part, row);
  }
  // Last, since an event may relate to one that comes later.
  for (const [part, row] of put) {
    for (const relation of part.related) await applyRelation(application, part, row, relation);
  }
}

/** Puts an event on record. One that an editor merged into another stays as it is. */
async function applyEvent(application: Application, part: StoryEvent): Promise<RowPut | null> {
  const { tx, rows, slugs, changed } = application;
  const { event, eventTopic } = tx.tables;
  const key = part.key ?? part.slug;
  const node = { type: "Event" as const, key };
  const mergedIntoId = await mergedInto(rows, event, { key });
  if (mergedIntoId !== null) return null;
  const placeId = await slugs.maybe("place", part.place);
  const row = await rows.node(event, { key }, { key, slug: part.slug, title: part.title, placeId }, node);
  await slugs.learn("event", part.slug, { id: row.id, key });
  const owner = { eventId: row.id, topicId: null };
  const changes = [
    row.changed,
    await applyText(application, owner, row, "DESCRIPTION", part.description, node),
    await applyText(application, owner, row, "OUTCOME", part.outcome, node),
  ];
  for (const slug of part.topics) {
    const topic = await slugs.find("topic", slug);
    const list = { table: eventTopic, owner: eventTopic.eventId, of: row, ordered: false };
    changes.push(await rows.add(list, [{ eventId: row.id, topicId: topic.id }], node));
  }
  changes.push(await applyEvidence(application, { eventId: row.id }, row, part.evidence, node));
  const keys = new Set<string>();
  for (const step of part.history) {
    const stepKey = changeKey(key, step);
    if (keys.has(stepKey)) {
      const message = `two changes of "${part.slug}" would be the same; give one of them a \`key\``;
      application.problems.push({ at: application.story.at(step), message });
    }
    keys.add(stepKey);
    changes.push(await applyChange(application, row.id, stepKey, step));
  }
  for (const participation of part.participants) {
    changes.push(await applyParticipation(application, row, participation, node));
  }
  if (changes.includes(true)) changed.events.add(row.id);
  return row;
}

/** Its event, where it led and when: or who first said so, where the day is not known. */
function changeKey(eventKey: string, step: StoryStatusChange): string {
  const since = step.effective ?? step.evidence.find((one) => one.stance === "SUPPORTS")?.article ?? "";
  return step.key ?? `${eventKey}/${step.to.toLowerCase()}-${since}`;
}

async function applyChange(application: Application, eventId: number, key: string, step: StoryStatusChange) {
  const { story, tx, rows, problems } = application;
  const { statusChange } = tx.tables;
  const node = { type: "StatusChange" as const, key };
  const known = await rows.find(statusChange, { key });
  if (known !== null && known["eventId"] !== eventId) {
    const message = `\`key\`: "${key}" is that of a change of another event; choose another`;
    problems.push({ at: story.at(step), message });
    return false;
  }
  const row = await rows.node(
    statusChange,
    { key },
    {
      key,
      eventId,
      to: step.to,
      effective: step.effective ?? null,
      newDate: step.date ?? null,
      reason: step.reason ?? null,
    },
    node,
  );
  const fact = { eventId, changeId: row.id };
  const evidence = await applyEvidence(application, fact, row, step.evidence, node);
  return row.changed || evidence;
}

async function applyParticipation(
  application: Application,
  event: RowPut,
  part: StoryParticipation,
  node: LoggedNode,
): Promise<boolean> {
  const { tx, rows, slugs } = application;
  const { participation } = tx.tables;
  const agent =
    part.person !== undefined
      ? await slugs.find("person", part.person)
      : await slugs.find("organization", part.organization ?? "");
  const values = { eventId: event.id, agentId: agent.id, role: part.role };
  const row = await rows.part(participation, values, values, node, event);
  const fact = { eventId: event.id, participationId: row.id };
  return (await applyEvidence(application, fact, row, part.evidence, node)) || row.changed;
}

/** A relation of an event, both on record by now. */
export async function applyRelation(
  application: Application,
  part: Pick<StoryEvent, "slug">,
  of: RowPut,
  relation: StoryRelation,
): Promise<void> {
  const { tx, rows, slugs, changed } = application;
  const { eventRelation } = tx.tables;
  const event = await slugs.find("event", part.slug);
  const other = await slugs.find("event", relation.event);
  // The two were merged.
  if (event.id === other.id) return;
  const node = { type: "Event" as const, key: event.key };
  const values = { eventId: event.id, kind: relation.kind, otherId: other.id };
  const row = await rows.part(eventRelation, values, values, node, of);
  const fact = { eventId: event.id, relationId: row.id };
  const evidence = await applyEvidence(application, fact, row, relation.evidence, node);
  if (row.changed || evidence) changed.events.add(event.id);
}
