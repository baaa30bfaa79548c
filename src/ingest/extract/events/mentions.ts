import { parseFuzzyDate } from "../../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../../domain/model.ts";
import type { TimeExpression } from "../time-expression.ts";
import { timeOf } from "./event-date.ts";
import { isPresent } from "./features.ts";
import { dayOfLead, impliedTime } from "./implied-time.ts";
import type { Mention, Scene, Trigger } from "./mention.ts";
import { newDateOf } from "./new-date.ts";
import { phraseStart } from "./phrases.ts";
import { statusOf } from "./status.ts";
import { findTriggers } from "./triggers.ts";

/** What each sentence tells of events: which words, what became of them and when. What did not come to pass is left out. */
export function findMentions(scenes: readonly Scene[], published: string | null): Mention[] {
  const today = dayOfLead(scenes, published);
  return scenes.flatMap((scene, index) => {
    const context = { today, before: scenes[index - 1] };
    return findTriggers(scene).flatMap((trigger): Mention[] => {
      const told = statusOf(trigger);
      const { tokens } = scene.parsed;
      const first = tokens[trigger.first];
      const last = tokens[trigger.last];
      if (told === null || first === undefined || last === undefined) return [];
      const moved = told === "RESCHEDULED" ? newDateOf(trigger) : null;
      const own = timeOf(trigger) ?? impliedTime(trigger, told, context);
      const time = moved === null ? own : moved.time;
      return [
        {
          // One by one: spread, with more to follow, they would take several times as long.
          scene,
          at: trigger.at,
          lemma: trigger.lemma,
          form: trigger.form,
          concept: trigger.concept,
          group: trigger.group,
          part: trigger.part,
          first: trigger.first,
          last: trigger.last,
          span: { start: first.start, end: last.end },
          time,
          former: moved === null ? null : (moved.former ?? (own === time ? null : own)),
          status: asDated(trigger, told, time, published),
          definite: isDefinite(trigger),
        },
      ];
    });
  });
}

/** A noun has no tense, and the present may tell of what is to come: what lies after the day of publication has not occurred. */
function asDated(
  { form, group }: Trigger,
  status: EventStatus,
  time: TimeExpression | null,
  published: string | null,
): EventStatus {
  if (time === null || time.date === null || published === null) return status;
  const date = parseFuzzyDate(time.date);
  const now = parseFuzzyDate(published);
  const ahead = date.earliest !== null && now.latest !== null && date.earliest > now.latest;
  if (status === "OCCURRED" && ahead && (form === "NOUN" || (group !== null && isPresent(group))))
    return "SCHEDULED";
  return status;
}

function isDefinite({ form, at, scene: { parsed } }: Trigger): boolean {
  if (form === "VERB") return false;
  const before = parsed.tokens[phraseStart(parsed.tokens, at) - 1]?.lower ?? "";
  return /^(?:the|this|that|these|those|its|his|her|their|both|['’]s?)$/.test(before);
}
