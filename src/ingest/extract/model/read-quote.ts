import type { QuoteDraft } from "../../../domain/draft.ts";
import { DatelineError } from "../../../domain/errors.ts";
import type { SpeakerKind } from "../../../domain/model.ts";
import type { AnsweredQuote } from "./answer.ts";
import { confidenceOf } from "./confidence.ts";
import { withoutMarks } from "./locate.ts";
import type { PartReader } from "./part-reader.ts";

/** A quote whose passage counts UTF-16 units, with the ids of the events that it is about. */
export interface GatheredQuote {
  readonly draft: Omit<QuoteDraft, "about">;
  readonly about: readonly string[];
}

/** Reads a quote. Throws where its words or who spoke are not in the text, or its date is none. */
export function readQuote(part: PartReader, answer: AnsweredQuote): GatheredQuote {
  const { kind, passage, cue, said, about } = answer;
  const place = part.locate(passage);
  const { start, end, sure } = kind === "INDIRECT" ? place : withoutMarks(part.whole.text, place);
  const speaker = answer.speaker && part.agent(answer.speaker);
  const written = part.wordsIfThere("speaker as written", answer.speakerAsWritten);
  const speakerKind = kindOf(speaker !== null, written !== null, answer.speakerKind);
  // To leave out who it was said to be would leave somebody else, or nobody.
  if (speakerKind !== "NAMED" && answer.speakerAsWritten !== null && written === null) {
    throw new DatelineError("PASSAGE_NOT_FOUND", "its speaker is not in the text");
  }
  const body = answer.speakerFor;
  const speakerFor =
    speakerKind === "UNNAMED" && body !== null
      ? part.agentIfThere("who its speaker speaks for", { type: "ORGANIZATION", name: body })
      : null;
  return {
    draft: {
      kind,
      passage: { start, end },
      speaker,
      speakerKind,
      speakerAsWritten: written,
      speakerFor: speakerFor?.name ?? null,
      cue: part.wordsIfThere("cue", cue),
      relays: answer.relays && part.agent(answer.relays),
      said: part.date(said),
      rule: part.whole.rule,
      confidence: confidenceOf("QUOTE", sure),
    },
    about,
  };
}

/** What the rest of an answer says of a speaker goes before the kind that it gives. */
function kindOf(isNamed: boolean, isDescribed: boolean, given: SpeakerKind): SpeakerKind {
  if (isNamed) return "NAMED";
  if (!isDescribed) return "UNKNOWN";
  return given === "NAMED" ? "UNNAMED" : given;
}
