import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Draft } from "../../store/drafts.ts";
import type { DraftedArticle } from "./reconcile.ts";
import { recordKey } from "./record-key.ts";

/** What an editor decided about drafts. */
export interface DecisionsOn {
  /** Keys of drafts that are nothing else. */
  readonly isNew: ReadonlySet<string>;
  /** Key on record of what a draft is; null where that was not decided. */
  decidedOf(draft: Draft): string | null;
  /** The same of somebody who is only named, by {@link namedKey}. */
  who(namedKey: string): string | undefined;
}

/**
 * What was drafted from an article, as it is brought together with others: whom drafts name is there too, where none of these is
 * them.
 *
 * @param drafts all of the article that count
 */
export function draftedArticle(
  drafts: readonly Draft[],
  topics: readonly string[],
  decisions: DecisionsOn,
): DraftedArticle {
  const article = drafts[0]?.article;
  if (article === undefined) throw new Error("An article was drafted without a draft.");
  const people: DraftedArticle["people"][number][] = [];
  const quotes: DraftedArticle["quotes"][number][] = [];
  const events: DraftedArticle["events"][number][] = [];
  for (const draft of drafts) {
    const { key, payload, exact } = draft;
    const known = decisions.decidedOf(draft);
    const decided = known === null ? undefined : recordKey(payload.kind, known);
    const drafted = { key, decided, isNew: decisions.isNew.has(key) };
    switch (payload.kind) {
      case "PERSON": {
        const { name, aliases, roles } = payload;
        const held = roles.map((role) => ({ ...role, organization: role.organization?.name ?? null }));
        people.push({ ...drafted, name, aliases, roles: held });
        break;
      }
      case "QUOTE":
        quotes.push({ ...drafted, kind: payload.quoteKind, speaker: payload.speaker, text: exact });
        break;
      case "EVENT":
        events.push({ ...payload, ...drafted });
    }
  }
  return {
    key: article.key,
    out: article.out,
    topics,
    people: [...people, ...named(article.key, drafts, decisions)],
    quotes,
    events,
  };
}

/** The key, among those of drafts, of a person whom drafts of an article name and none of these is. */
export function namedKey(articleKey: string, name: string): string {
  return `named ${foldedName(name)} in ${articleKey}`;
}

function named(articleKey: string, drafts: readonly Draft[], { who }: DecisionsOn): DraftedArticle["people"] {
  const people = drafts
    .filter(({ kind }) => kind === "PERSON")
    .flatMap(({ payload }) => namedAgents(payload));
  const known = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases].map(foldedName)));
  const others = drafts
    .flatMap(({ payload }) => namedAgents(payload))
    .filter(({ type, name }) => type === "PERSON" && !known.has(foldedName(name)));
  return [...groupBy(others, ({ name }) => foldedName(name))].map(([folded, mentions]) => {
    const name = mentions[0]?.name ?? folded;
    const key = namedKey(articleKey, name);
    const person = who(key);
    return {
      key,
      decided: person === undefined ? undefined : recordKey("PERSON", person),
      name,
      aliases: [...new Set(mentions.flatMap((one) => one.aliases))],
      roles: [],
    };
  });
}
