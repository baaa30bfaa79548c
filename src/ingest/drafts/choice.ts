import { DatelineError } from "../../domain/errors.ts";
import { ALL_DRAFTS, type Draft, type DraftFilter, draftPosition } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";

/** Drafts by their keys, or by the first letters of these where no other begins so; or all that a filter lets through. */
export type DraftChoice = { readonly keys: readonly string[] } | { readonly filter: DraftFilter };

/** Drafts read at once. */
const AT_ONCE = 1_000;

/**
 * The drafts that are meant, by article and place in the text.
 *
 * @throws DatelineError INVALID_DRAFT for a key that no draft has, or several
 */
export async function chosenDrafts(readers: Readers, choice: DraftChoice): Promise<Draft[]> {
  if ("filter" in choice) return everyDraft(readers, choice.filter);
  const keys = new Set<string>();
  for (const key of choice.keys) keys.add(await wholeKey(readers, key));
  return readers.drafts.byKey([...keys]);
}

/** All drafts that a filter lets through, by article and place in the text. */
export async function everyDraft({ drafts }: Readers, filter: DraftFilter): Promise<Draft[]> {
  const all: Draft[] = [];
  for (let range = ALL_DRAFTS; ; ) {
    const page = await drafts.list(filter, "TEXT_ORDER", range, AT_ONCE);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return all;
    range = { ...ALL_DRAFTS, after: draftPosition(last, "TEXT_ORDER") };
  }
}

async function wholeKey({ drafts }: Readers, given: string): Promise<string> {
  const [first, ...others] = given === "" ? [] : await drafts.keysFrom(given, 4);
  if (first === undefined) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `There is no draft ${JSON.stringify(given)}. A key is what \`dateline review --list\` shows in front of a draft.`,
    );
  }
  if (others.length > 0 && first !== given) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `Several drafts begin with ${JSON.stringify(given)}: give more of the key (${[first, ...others].join(", ")}).`,
    );
  }
  return first;
}
