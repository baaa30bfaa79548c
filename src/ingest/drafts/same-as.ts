import { DatelineError } from "../../domain/errors.ts";
import type { DraftKind } from "../../domain/model.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { chosenDrafts } from "./choice.ts";

/** What an editor says that drafts are, by the drafts' keys. */
export interface SameAs {
  /** Keys of people and events on record. */
  readonly facts: ReadonlyMap<string, string>;
  /** Keys of quotes on record, of which drafts report the same words. */
  readonly utterances: ReadonlyMap<string, string>;
}

/** That nobody says anything. */
export const NOTHING_ELSE: SameAs = { facts: new Map(), utterances: new Map() };

/**
 * Looks up on record what drafts are said to be.
 *
 * @param given the slug of a person or an event; for quotes, the key of a draft that was accepted
 * @throws DatelineError INVALID_DRAFT where the drafts are of several kinds or nothing of theirs is on record by that name
 */
export async function sameAsOnRecord(
  readers: Readers,
  drafts: readonly Draft[],
  given: string,
): Promise<SameAs> {
  const [kind, ...others] = new Set(drafts.map((draft) => draft.kind));
  if (kind === undefined) return NOTHING_ELSE;
  if (others.length > 0) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `The drafts are of several kinds, which cannot all be “${given}”: accept them in several steps.`,
    );
  }
  const key = await keyOnRecord(readers, kind, given);
  const all = new Map(drafts.map((draft) => [draft.key, key]));
  return kind === "QUOTE" ? { ...NOTHING_ELSE, utterances: all } : { ...NOTHING_ELSE, facts: all };
}

async function keyOnRecord(readers: Readers, kind: DraftKind, given: string): Promise<string> {
  if (kind === "QUOTE") {
    const [draft] = await chosenDrafts(readers, { keys: [given] });
    if (draft?.kind === "QUOTE" && draft.factKey !== null) return draft.factKey;
    throw new DatelineError(
      "INVALID_DRAFT",
      `The draft ${draft?.key ?? given} is not that of a quote on record; accept it first, where it is one.`,
    );
  }
  const [found] = await (kind === "PERSON"
    ? readers.agents.bySlug("PERSON", [given])
    : readers.events.bySlug([given]));
  if (found !== undefined) return found.key;
  const what = kind === "PERSON" ? "person" : "event";
  throw new DatelineError("INVALID_DRAFT", `There is no ${what} "${given}" on record; check the spelling.`);
}
