import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import type { Account } from "./accounts.ts";
import type { KnownEvent } from "./events-on-record.ts";
import type { ToldChange } from "./history-in-progress.ts";
import { nameKey } from "./member.ts";
import { placeKey, settlePlaces } from "./settle-names.ts";

/** An account, as far as parts of an event are told by it. */
type Telling = Pick<Account, "draft" | "payload" | "isNew">;

/** What an account tells of the history of its event, by that evidence. */
export function toldBy({ draft, payload, isNew }: Telling, evidence: StoryEvidence): ToldChange {
  const { article, date } = draft;
  const { out, origin, state: articleState } = article;
  const formerDate = parseFuzzyDateIfKnown(payload.formerDate);
  return { draft, isNew, status: payload.status, date, formerDate, out, evidence, origin, articleState };
}

/** What the first account calls it, but where an editor named it. */
export function titleOf(
  known: KnownEvent | undefined,
  before: readonly Telling[],
  all: readonly Telling[],
): string {
  const named = known?.record.title;
  const isDrafted = named === undefined || before.some(({ payload }) => payload.title === named);
  return (isDrafted ? all[0]?.payload.title : undefined) ?? named ?? "";
}

/**
 * Where the first account that says so places it, but where an editor placed it.
 *
 * @param before accounts that were accepted before
 * @param all those from which it is told now
 * @param newPlace the slug of a place that is named by an account that is accepted now
 */
export async function placeOf(
  readers: Readers,
  known: KnownEvent | undefined,
  before: readonly Telling[],
  all: readonly Telling[],
  newPlace: (name: string) => string,
): Promise<string | undefined> {
  const placed = known?.place;
  const isDrafted = placed === undefined || before.some(({ payload }) => isPlace(placed, payload.place));
  if (!isDrafted) return placed?.slug;
  const first = all.find(({ payload }) => payload.place !== null);
  const name = first?.payload.place ?? null;
  if (name === null || first === undefined) return undefined;
  if (first.isNew) return newPlace(name);
  const there = (await settlePlaces(readers, [name])).get(nameKey(name));
  return there === undefined || there.id === null ? placed?.slug : there.slug;
}

function isPlace(place: { readonly key: string; readonly name: string }, name: string | null): boolean {
  return name !== null && (placeKey(name) === place.key || nameKey(name) === nameKey(place.name));
}

/** Dates that accounts which were out by a day tell to have been given up. */
export function formerDates(accounts: readonly Telling[], day: string) {
  return accounts.flatMap(({ draft, payload }) =>
    draft.article.out <= day ? (parseFuzzyDateIfKnown(payload.formerDate) ?? []) : [],
  );
}
