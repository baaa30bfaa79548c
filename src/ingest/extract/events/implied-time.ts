import type { EventStatus } from "../../../domain/model.ts";
import type { TimeExpression } from "../time-expression.ts";
import type { Scene, Trigger } from "./mention.ts";
import { carries } from "./triggers.ts";

/** What a sentence without a time takes its time from. */
export interface TimeContext {
  /** The day of publication, where the lead tells of it. */
  readonly today: TimeExpression | null;
  /** The sentence before. */
  readonly before: Scene | undefined;
}

/** The words of the lead that tell of the day of publication: “today”. */
export function dayOfLead(scenes: readonly Scene[], published: string | null): TimeExpression | null {
  const lead = scenes.find(({ headline }) => !headline);
  return lead?.times.find(({ date }) => date !== null && date === published) ?? null;
}

/**
 * When something without a time of its own happened: “has convened” today, in a story of today; “The flight was diverted”
 * when the sentence before, “On Thursday …”, says.
 */
export function impliedTime(
  trigger: Trigger,
  status: EventStatus,
  { today, before }: TimeContext,
): TimeExpression | null {
  const { group, scene, form } = trigger;
  if (
    group === null ||
    group.negated ||
    status !== "OCCURRED" ||
    !(form === "VERB" || carries(trigger, group))
  )
    return null;
  if (group.perfect && !group.past && group.finite && group.modal === null) return today;
  const simple = group.finite && group.past && !group.perfect;
  const goesOn =
    before !== undefined &&
    !before.headline &&
    !scene.headline &&
    before.sentence.paragraph === scene.sentence.paragraph;
  if (
    !simple ||
    !goesOn ||
    scene.times.length > 0 ||
    before.times.length !== 1 ||
    scene.parsed.groups[0] !== group
  )
    return null;
  const [time] = before.times;
  const atHead = time !== undefined && time.start - before.sentence.start <= 12;
  return atHead && /^\d{4}-\d\d-\d\d$/.test(time.date ?? "") ? time : null;
}
