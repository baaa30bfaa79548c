import type { Sentence, Token } from "../annotated-text.ts";
import { clauseNumbers } from "./clauses.ts";
import { repaired } from "./repair.ts";
import { findVerbGroups, type VerbGroup } from "./verb-groups.ts";

/** Which way from the moment of writing something lies; PRESENT may be either. */
export type Orientation = "PAST" | "PRESENT" | "FUTURE";

/** A sentence with its clauses and verbs. */
export interface Parsed {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  /** The clause of each token. */
  readonly clauses: readonly number[];
  readonly headline: boolean;
}

/** Parses a sentence of one text. */
export type SentenceParser = (sentence: Sentence, headline: boolean) => Parsed;

/** Parses each sentence of a text once: times and events ask for the same ones. */
export function sentenceParser(): SentenceParser {
  const parsed: Parsed[] = [];
  return ({ index, tokens }, headline) => {
    const known = parsed[index] ?? parseTokens(tokens, headline);
    parsed[index] = known;
    return known;
  };
}

/** Finds the verbs and clauses of a sentence. In a headline the present tells what happened and an infinitive what will. */
export function parseTokens(tokens: readonly Token[], headline: boolean): Parsed {
  const mended = repaired(tokens, headline);
  return { tokens: mended, groups: findVerbGroups(mended), clauses: clauseNumbers(mended), headline };
}

/** Governors of an infinitive that tell that it came to pass, or did not: “was forced to resign”, “failed to agree”. */
export const IMPLICATIVE: ReadonlySet<string> = new Set(
  `force manage fail begin start continue happen get have use appear seem refuse decline neglect compel help go come oblige
  bother cease prove tend`.split(/\s+/),
);

/** The infinitive's governor: the verb group right before it, but for its object. */
export function governorOf(group: VerbGroup, { groups, clauses }: Parsed): VerbGroup | undefined {
  const before = groups[groups.indexOf(group) - 1];
  if (before === undefined || group.first - before.last > 6) return undefined;
  const near = Math.abs((clauses[before.last] ?? 0) - (clauses[group.first] ?? 0)) === 0;
  return near ? before : undefined;
}

/** Which way a verb group points; null where it tells nothing, as a participle or “is”. */
export function orientationOf(group: VerbGroup, parsed: Parsed): Orientation | null {
  if (group.infinitive) {
    const governor = governorOf(group, parsed);
    if (
      /^(?:plan|decision|bid|deal|agreement|proposal|vow|pledge|promise|offer|threat|intention|hope|call|move)s?$/.test(
        parsed.tokens[group.first - 1]?.lower ?? "",
      )
    )
      return "FUTURE";
    if (governor === undefined) return parsed.headline ? "FUTURE" : null;
    if (IMPLICATIVE.has(governor.lemma)) return orientationOf(governor, parsed);
    return governor.past && PURPOSE.has(governor.lemma) ? "PAST" : "FUTURE";
  }
  // “a deadline set for 1 June”: the day may lie either way.
  if (group.passive && !group.finite && /^(?:set|fix|schedule|slate)$/.test(group.lemma)) return null;
  if (group.modal !== null) return group.perfect ? "PAST" : "FUTURE";
  if (group.past || group.perfect) return "PAST";
  if (!group.finite) return null;
  if (parsed.headline || REPORTING_PRESENT.has(group.lemma)) return "PAST";
  if (group.lemma === "be" || STATIVE.has(group.lemma)) return null;
  return "PRESENT";
}

/** Verbs after which “to” tells what for: “met to discuss”, “gathered to mourn”. */
const PURPOSE = new Set(
  `meet gather convene travel arrive go come fly visit return call use rush race assemble march vote work act move stop
  join turn speak write send deploy`.split(/\s+/),
);

/** Verbs whose present reports what has been said or found. */
const REPORTING_PRESENT = new Set(
  `say tell report claim allege show suggest describe note write quote reveal announce state confirm insist argue add
  explain find believe think know follow`.split(/\s+/),
);

const STATIVE = new Set(
  `have remain contain include mean need want like seem appear belong own consist live work stand lie know cost
  represent exist`.split(/\s+/),
);

/** Which way the clause at a token points, by the nearest verb of its clause, else of those around; null where no verb tells. */
export function orientationAt(parsed: Parsed, at: number): Orientation | null {
  const { groups, clauses } = parsed;
  const clause = clauses[at] ?? 0;
  const judged = groups
    .map((group) => {
      const apart = Math.abs((clauses[group.head] ?? 0) - clause);
      return { rank: apart * 1000 + Math.abs(group.head - at) + (group.first > at ? 0.5 : 0), group };
    })
    .sort((one, other) => one.rank - other.rank);
  let told = false;
  for (const { group } of judged) {
    const way = orientationOf(group, parsed);
    if (way !== null) return way;
    told ||= group.finite;
  }
  return told && !parsed.headline ? "PRESENT" : null;
}
