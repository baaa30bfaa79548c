import type { Mention } from "./mention.ts";
import { gerund } from "./present.ts";

/** The noun of the same kind that looks most like a verb; undefined where there is none. */
export function knownNoun({ lemma, concept }: Mention): string | undefined {
  const stem = lemma.slice(0, Math.max(3, lemma.length - 2));
  return NOUNS[lemma] ?? concept?.nouns.find((noun) => noun.startsWith(stem));
}

/** The same, or else the verb's form in -ing. */
export function nounFor(mention: Mention): string {
  return knownNoun(mention) ?? gerund(mention.lemma);
}

const NOUNS: Readonly<Record<string, string>> = {
  buy: "purchase",
  sell: "sale",
  die: "death",
  lose: "loss",
  win: "win",
  pass: "passage",
  open: "opening",
  close: "closure",
  found: "founding",
  choose: "choice",
  marry: "marriage",
  sue: "suing",
  free: "release",
  fly: "flight",
  discover: "discovery",
  find: "discovery",
  expel: "expulsion",
  seize: "seizure",
  accept: "acceptance",
  announce: "announcement",
  replace: "replacement",
  begin: "beginning",
  reveal: "disclosure",
  elect: "election",
  "re-elect": "re-election",
  reelect: "re-election",
  evacuate: "evacuation",
  discontinue: "end",
  injure: "injury",
  approve: "approval",
  deploy: "deployment",
  deny: "denial",
  dismiss: "dismissal",
  suspend: "suspension",
  steal: "theft",
  fall: "fall",
  increase: "increase",
  raise: "increase",
  divert: "diversion",
  destroy: "destruction",
  deport: "deportation",
  erupt: "eruption",
  explode: "explosion",
  hospitalise: "hospitalization",
  hospitalize: "hospitalization",
  reopen: "reopening",
  invade: "invasion",
  collide: "collision",
  succeed: "succession",
  conquer: "conquest",
  break: "break",
  fine: "fine",
  block: "blocking",
  retrieve: "recovery",
};
