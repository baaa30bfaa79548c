import type { Day } from "../../domain/day.ts";
import { foldedName } from "../../domain/folded-name.ts";
import type { DraftKind } from "../../domain/model.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Clusters, Pair } from "./cluster.ts";
import { fullestName, fullness } from "./fullest-name.ts";
import { inArticleOrder, reconcile } from "./reconcile.ts";
import { keysOnRecord } from "./record-key.ts";
import type { Scope } from "./scope.ts";

/** Somebody or something that drafts are about, or one utterance. */
export interface Identity {
  readonly kind: DraftKind;
  /** The same for all that are one. */
  readonly id: string;
  /** Key on record; null where it is not on record yet. Of an utterance: of one of the quotes that report it. */
  readonly known: string | null;
  /** All its keys on record: of an utterance those of the quotes that report it, else one at most. */
  readonly reports: readonly string[];
  /** Keys of the drafts that are it, by article (by the day it was out, then its key) and place in the text. */
  readonly drafts: readonly string[];
  /** Of a person: each name that is drafted, as often as articles use it. */
  readonly names: readonly string[];
  /** Those of them that drafts have, or name, which were accepted before. */
  readonly acceptedNames: readonly NameUse[];
  /** All forms of the name that articles use, shorter ones included. */
  readonly forms: ReadonlySet<string>;
}

/** A name that an article uses. */
export interface NameUse {
  readonly article: string;
  readonly name: string;
}

/** How sure something is, from 0 to 1, and why. */
export interface Reason {
  readonly score: number;
  readonly reason: string;
}

/** Why a draft is the same as something else. */
export interface Join extends Reason {
  /** What it is compared with: the key of a draft or, among these, of something on record. */
  readonly partner: string | null;
}

/** Something else that may be the same. */
export interface Doubt extends Reason {
  readonly other: Identity;
  /** Whether it has to be decided before the draft can be put on record along with others. */
  readonly holds: boolean;
}

/** Who and what the drafts of a scope are. */
export interface Identities {
  /** What a draft is; undefined for one that is not in the scope or was rejected. */
  of(draftKey: string): Identity | undefined;
  /** Why a draft is the same as what it is together with; null where it is alone. */
  why(draftKey: string): Join | null;
  /** What else a draft may be, surest first; nothing where an editor decided. */
  doubts(draftKey: string): readonly Doubt[];
  /** The same for somebody or something. */
  doubtsAbout(identity: Identity): readonly Doubt[];
  /** Who is called by a name in an article; undefined where no draft has the name. */
  person(articleKey: string, name: string): Identity | undefined;
}

/** Decides who and what the drafts of a scope are. */
export function identify(scope: Scope): Identities {
  const { people, events, utterances } = reconcile(scope.articles, scope.record);
  const members = membersOf(scope);
  const parts = {
    PERSON: new Part("PERSON", people, members),
    EVENT: new Part("EVENT", events, members),
    QUOTE: new Part("QUOTE", utterances, members),
  };
  const partOf = (key: string) => {
    const kind = scope.drafts.get(key)?.kind;
    return kind && parts[kind];
  };
  const named = new Map<string, string>();
  for (const article of scope.articles) {
    for (const { key, aliases } of article.people) {
      for (const alias of aliases) named.set(`${article.key}\n${foldedName(alias)}`, key);
    }
    for (const { key, name } of article.people) named.set(`${article.key}\n${foldedName(name)}`, key);
  }
  return {
    of: (key) => partOf(key)?.of(key),
    why: (key) => partOf(key)?.why(key) ?? null,
    doubts: (key) => partOf(key)?.doubts(key) ?? [],
    doubtsAbout: ({ kind, id }) => parts[kind].doubtsAbout(id),
    person(articleKey, name) {
      const key = named.get(`${articleKey}\n${foldedName(name)}`);
      return key === undefined ? undefined : parts.PERSON.of(key);
    },
  };
}

/** What is drafted, and where. */
interface Member {
  readonly key: string;
  readonly article: { readonly key: string; readonly out: Day };
  readonly start: number;
  readonly isDraft: boolean;
  readonly accepted: boolean;
  readonly name: string | null;
  readonly forms: readonly string[];
  /** Key of the one on record that it was decided to be. */
  readonly decided: string | undefined;
}

function membersOf({ articles, drafts }: Scope): ReadonlyMap<string, Member> {
  const named = new Set(
    [...drafts.values()]
      .filter(({ state }) => state === "ACCEPTED")
      .flatMap(({ article, payload }) =>
        namedAgents(payload).map(({ name }) => `${article.key}\n${foldedName(name)}`),
      ),
  );
  const isAccepted = (article: string, name: string) => named.has(`${article}\n${foldedName(name)}`);
  const all = articles.flatMap((article) =>
    [...article.people, ...article.quotes, ...article.events].map((one): Member => {
      const draft = drafts.get(one.key);
      return {
        key: one.key,
        article,
        start: draft?.start ?? 0,
        isDraft: draft !== undefined,
        accepted:
          draft === undefined
            ? "name" in one && isAccepted(article.key, one.name)
            : draft.state === "ACCEPTED",
        name: "name" in one ? one.name : null,
        forms: "name" in one ? [one.name, ...one.aliases] : [],
        decided: one.decided,
      };
    }),
  );
  return new Map(all.map((member) => [member.key, member]));
}

/** Drafts of one kind. */
class Part {
  readonly #of = new Map<string, Identity>();
  readonly #first = new Map<Identity, Member>();
  readonly #joins = new Map<string, Pair>();
  readonly #doubts = new Map<string, Map<string, Doubt>>();

  constructor(
    kind: DraftKind,
    { clusters, doubtful }: Clusters,
    private readonly members: ReadonlyMap<string, Member>,
  ) {
    const decided = new Map<string, string[]>();
    for (const { key, decided: to } of members.values()) {
      // Those of other kinds go by other keys on record.
      if (to !== undefined) decided.set(to, [...(decided.get(to) ?? []), key]);
    }
    for (const { key, members: joined, joins } of clusters) {
      const keys = [...new Set([...joined, ...joined.flatMap((one) => decided.get(one) ?? [])])];
      const present = keys.flatMap((one) => members.get(one) ?? []).toSorted(inArticleOrder);
      const reports = keysOnRecord(kind, joined);
      const [first] = present;
      const identity: Identity = {
        kind,
        id: key,
        known: reports[0] ?? null,
        reports,
        drafts: present.filter(({ isDraft }) => isDraft).map((one) => one.key),
        names: present.flatMap(({ name }) => name ?? []),
        acceptedNames: present.flatMap(({ accepted, article, name }) =>
          accepted && name !== null ? { article: article.key, name } : [],
        ),
        forms: new Set(present.flatMap(({ forms }) => forms)),
      };
      for (const one of keys) this.#of.set(one, identity);
      if (first !== undefined) this.#first.set(identity, first);
      // The surest come first.
      for (const pair of joins.toReversed()) {
        this.#joins.set(pair.one, pair);
        this.#joins.set(pair.other, pair);
      }
    }
    for (const { one, other, score, reason } of doubtful) {
      this.#doubt(this.#of.get(one), this.#of.get(other), { score, reason });
      this.#doubt(this.#of.get(other), this.#of.get(one), { score, reason });
    }
  }

  of(key: string): Identity | undefined {
    return this.#of.get(key);
  }

  why(key: string): Join | null {
    if (this.members.get(key)?.decided !== undefined) {
      return { score: 1, reason: "an editor decided so", partner: null };
    }
    const pair = this.#joins.get(key);
    if (pair === undefined) return null;
    const { one, other, score, reason } = pair;
    return { score, reason, partner: one === key ? other : one };
  }

  doubts(key: string): readonly Doubt[] {
    if (this.members.get(key)?.decided !== undefined) return [];
    const identity = this.#of.get(key);
    return identity === undefined ? [] : this.doubtsAbout(identity.id);
  }

  doubtsAbout(id: string): readonly Doubt[] {
    return [...(this.#doubts.get(id)?.values() ?? [])];
  }

  #doubt(one: Identity | undefined, other: Identity | undefined, reason: Reason): void {
    if (one === undefined || other === undefined) return;
    const known = this.#doubts.get(one.id) ?? new Map<string, Doubt>();
    this.#doubts.set(one.id, known);
    // Surest first, so that a second one between the same is less sure.
    if (!known.has(other.id)) known.set(other.id, { ...reason, other, holds: this.#holds(one, other) });
  }

  /**
   * Of two that may be one, what is on record stands; else who has the fuller name, or what comes first. Whether words are
   * another report of the same utterance holds nothing back: they are a quote in any case.
   */
  #holds(one: Identity, other: Identity): boolean {
    if (one.kind === "QUOTE" || one.known !== null) return false;
    if (other.known !== null) return true;
    if (one.kind === "PERSON") {
      const [ours, theirs] = [fullest(one), fullest(other)];
      if (ours !== theirs) return ours < theirs;
    }
    const [a, b] = [this.#first.get(one), this.#first.get(other)];
    return a !== undefined && b !== undefined && inArticleOrder(a, b) > 0;
  }
}

function fullest({ names }: Identity): number {
  return fullness(fullestName(names) ?? "");
}
