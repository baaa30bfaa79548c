import { DatelineError } from "../../domain/errors.ts";
import { foldedName } from "../../domain/folded-name.ts";
import type { DraftKind } from "../../domain/model.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { standing } from "../../store/standing.ts";
import { namedKey } from "../reconcile/drafted-article.ts";
import { chosenDrafts } from "./choice.ts";

/** What an editor says that drafts are, by the drafts' keys. */
export interface SameAs {
  /** Keys of people and events on record; of people who are only named, by their names in the scope. */
  readonly facts: ReadonlyMap<string, string>;
  /** Keys of quotes on record, of which drafts report the same words. */
  readonly utterances: ReadonlyMap<string, string>;
  /** Drafts that are nothing else. */
  readonly isNew: ReadonlySet<string>;
}

/**
 * What an editor decides that drafts are: all of them what is on record under a slug, or something new; or what each is. Of drafts
 * that are not among these nothing is said.
 */
export type AcceptAs = { readonly sameAs: string } | { readonly isNew: true } | SameAs;

/** That nobody says anything. */
const NOTHING_SAID: SameAs = { facts: new Map(), utterances: new Map(), isNew: new Set() };

/**
 * Looks up on record what drafts are said to be.
 *
 * @param as the slug of a person or an event; for quotes, the slug of the speaker or the key of a draft of the same words that
 *   was accepted
 * @throws DatelineError INVALID_DRAFT where the drafts are of several kinds or nothing of theirs is on record by that name
 */
export async function sameAsOnRecord(
  readers: Readers,
  drafts: readonly Draft[],
  as: AcceptAs | undefined,
): Promise<SameAs> {
  if (as === undefined) return NOTHING_SAID;
  if ("facts" in as) return as;
  if ("isNew" in as) return { ...NOTHING_SAID, isNew: new Set(drafts.map(({ key }) => key)) };
  const given = as.sameAs;
  const [kind, ...others] = new Set(drafts.map((draft) => draft.kind));
  if (kind === undefined) return NOTHING_SAID;
  if (others.length > 0) {
    throw new DatelineError(
      "INVALID_DRAFT",
      `The drafts are of several kinds, which cannot all be “${given}”: accept them in several steps.`,
    );
  }
  const speaker = kind === "QUOTE" ? await named(readers, "PERSON", given) : undefined;
  if (speaker !== undefined) return { ...NOTHING_SAID, facts: await spokenBy(readers, drafts, speaker.key) };
  const key = await keyOnRecord(readers, kind, given);
  const all = new Map(drafts.map((draft) => [draft.key, key]));
  return kind === "QUOTE" ? { ...NOTHING_SAID, utterances: all } : { ...NOTHING_SAID, facts: all };
}

/**
 * That those who speak quotes are somebody on record: by the drafts of these people in the same articles, or their names.
 *
 * @param person key of the one on record
 */
export async function spokenBy(
  readers: Readers,
  quotes: readonly Draft[],
  person: string,
): Promise<ReadonlyMap<string, string>> {
  const all = await readers.drafts.ofArticles([...new Set(quotes.map(({ articleId }) => articleId))]);
  return new Map(
    quotes.flatMap(({ payload, article, articleId }) => {
      const name =
        payload.kind === "QUOTE" && payload.speaker?.type === "PERSON" ? payload.speaker.name : null;
      if (name === null) return [];
      const drafted = all.filter(
        (one) =>
          one.articleId === articleId &&
          one.kind === "PERSON" &&
          one.state !== "REJECTED" &&
          namedAgents(one.payload).some((agent) => foldedName(agent.name) === foldedName(name)),
      );
      const keys = [namedKey(article.key, name), ...drafted.map(({ key }) => key)];
      return keys.map((key) => [key, person] as const);
    }),
  );
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
  const found = await named(readers, kind, given);
  if (found !== undefined) return found.key;
  const what = kind === "PERSON" ? "person" : "event";
  throw new DatelineError("INVALID_DRAFT", `There is no ${what} "${given}" on record; check the spelling.`);
}

/** Who or what bears a slug, or what that was merged into. */
async function named(
  { agents, events }: Readers,
  kind: "PERSON" | "EVENT",
  slug: string,
): Promise<{ readonly key: string } | undefined> {
  const [found] =
    kind === "PERSON"
      ? await standing(agents.bySlug("PERSON", [slug]), agents.byId)
      : await standing(events.bySlug([slug]), events.byId);
  return found?.row;
}
