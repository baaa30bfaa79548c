import type { EventDraft } from "../../../domain/draft.ts";
import { DatelineError } from "../../../domain/errors.ts";
import type { AnsweredEvent } from "./answer.ts";
import { confidenceOf } from "./confidence.ts";
import type { PartReader } from "./part-reader.ts";

/** An event whose spans count UTF-16 units, with what it is related to by ids. */
export interface GatheredEvent {
  readonly id: string;
  readonly draft: Omit<EventDraft, "relations">;
  readonly relations: AnsweredEvent["relations"];
}

/** Longer titles are left for the words that name the event. */
const LONGEST_TITLE = 120;

/** Reads an event. Throws where its words or who claims it are not in the text, or a date is none. */
export function readEvent(part: PartReader, answer: AnsweredEvent): GatheredEvent {
  const { title, status, place, participants, sentence } = answer;
  const { refusals } = part.whole;
  const { start, end, sure } = part.locate(answer.passage);
  const claimedBy = answer.claimedBy.map((claimant) => part.agent(claimant));
  const claimant = part.wordsIfThere("who claims it", answer.claimantAsWritten);
  // Without the one who claims it, the article itself would say it.
  if (claimedBy.length === 0 && answer.claimantAsWritten !== null && claimant === null) {
    throw new DatelineError("PASSAGE_NOT_FOUND", "who claims it is not in the text");
  }
  const telling = sentence && refusals.attempt(`${sentence.words} (sentence)`, () => part.locate(sentence));
  return {
    id: answer.id,
    draft: {
      title: titleOf(part, title, { start, end }),
      passage: { start, end },
      sentence: telling ? { start: telling.start, end: telling.end } : { start, end },
      status,
      date: part.date(answer.date),
      formerDate: part.date(answer.formerDate),
      place: part.wordsIfThere("place", place),
      participants: participants.flatMap(({ agent, role }) => {
        const there = part.agentIfThere(`takes part in ${title}`, agent);
        return there === null ? [] : { agent: there, role };
      }),
      claimedBy,
      claimantAsWritten: claimant,
      rule: part.whole.rule,
      confidence: confidenceOf("EVENT", sure),
    },
    relations: answer.relations,
  };
}

/** The title, where the text has its words, or else the words that name the event. */
function titleOf(part: PartReader, title: string, { start, end }: { start: number; end: number }): string {
  const { text, places } = part.whole;
  const given = title.replace(/\s+/g, " ").trim();
  if (given.length <= LONGEST_TITLE && places.hasAllOf(given)) return given;
  const words = text.slice(start, end).replace(/\s+/g, " ");
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE).replace(/\s*\S*$/, "")}…`;
}
