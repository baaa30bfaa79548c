import type { AgentName } from "../../../domain/draft.ts";
import { parseFuzzyDateIfKnown } from "../../../domain/fuzzy-date.ts";
import type { AgentType } from "../../../domain/model.ts";
import type { WordPlaces } from "../../../domain/word-places.ts";
import type { AnsweredAgent, AnsweredWords } from "./answer.ts";
import { type Located, PartWords } from "./locate.ts";
import type { Names } from "./names.ts";
import type { Refusals } from "./refusals.ts";

/** A text that a model is asked about, and what its answers have given up to now. */
export interface WholeText {
  readonly text: string;
  readonly places: WordPlaces;
  readonly names: Readonly<Record<AgentType, Names>>;
  readonly refusals: Refusals;
  /** What drafts name as the rule that found them. */
  readonly rule: string;
}

/** Reads what an answer about one part of a text gives: words become places, names those that the text has. */
export class PartReader {
  readonly #words: PartWords;

  /** @param number of the part, from 1 */
  constructor(
    readonly whole: WholeText,
    readonly number: number,
    text: string,
    offset: number,
  ) {
    this.#words = new PartWords(text, offset);
  }

  /** @throws DatelineError PASSAGE_NOT_FOUND or PASSAGE_AMBIGUOUS */
  locate(words: AnsweredWords): Located {
    return this.#words.locate(words);
  }

  /** @throws DatelineError PASSAGE_NOT_FOUND where the text does not name them */
  agent({ type, name }: AnsweredAgent): AgentName {
    return { type, name: this.whole.names[type].add(name, [], null) };
  }

  /** The same where leaving them out says nothing wrong. */
  agentIfThere(of: string, agent: AnsweredAgent): AgentName | null {
    return this.whole.refusals.attempt(`${agent.name} (${of})`, () => this.agent(agent));
  }

  /** Words as the text has them; null where it has not, or none are given. */
  wordsIfThere(of: string, words: string | null): string | null {
    if (words === null || words.trim() === "") return null;
    const written = this.whole.places.asWritten(words);
    if (written === null) this.whole.refusals.add(`${words} (${of})`, "these words are not in the text");
    return written;
  }

  /** @throws DatelineError INVALID_DATE for what is no EDTF */
  date(given: string | null): string | null {
    return parseFuzzyDateIfKnown(given === null || given.trim() === "" ? null : given.trim())?.edtf ?? null;
  }
}
