import { numberInWords } from "./distance.ts";
import { listed } from "./words.ts";

/** What is asked of a piece of evidence to say who says so. */
export interface Claim {
  readonly stance: "SUPPORTS" | "DISPUTES";
  readonly claimedBy: readonly { readonly name: string }[];
  readonly claimantAsWritten: string | null;
  readonly article: Reporting;
}

interface Reporting {
  readonly source: { readonly name: string } | null;
  readonly syndicatedFrom?: { readonly name: string } | null;
}

/** Who claims it, as the evidence tells; null where the outlet says it in its own voice. */
export function claimantOf({ claimedBy, claimantAsWritten }: Claim): string | null {
  return claimedBy.length > 0 ? listed(claimedBy.map((agent) => agent.name)) : claimantAsWritten;
}

/** The outlet, with the agency whose report it carries: "Business Standard (Associated Press)". */
export function outletOf({ source, syndicatedFrom }: Reporting): string {
  const name = source?.name ?? "an unnamed source";
  return syndicatedFrom && syndicatedFrom.name !== name ? `${name} (${syndicatedFrom.name})` : name;
}

/** Outlets of evidence, each once. */
export function outletsOf(evidence: readonly Claim[]): string[] {
  return [...new Set(evidence.map(({ article }) => outletOf(article)))];
}

/** Names that are told at most. */
const MOST_NAMES = 4;

/** Who says so: those who claim it first, then outlets that say it in their own voice, each once. */
export function whoSays(evidence: readonly Claim[]): string {
  const claimants = evidence.flatMap((one) =>
    one.claimedBy.length > 0 ? one.claimedBy.map((agent) => agent.name) : (one.claimantAsWritten ?? []),
  );
  const outlets = outletsOf(evidence.filter((one) => claimantOf(one) === null));
  return someOf([...new Set([...claimants, ...outlets])]);
}

/** The first of some names, and how many there are besides. */
export function someOf(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return listed(names);
  const others = names.length - MOST_NAMES + 1;
  return listed([...names.slice(0, MOST_NAMES - 1), `${numberInWords(others)} others`]);
}

/**
 * On whose word something rests, where nobody says it in their own voice: "according to Sergey Ryabkov, as UAE Feed
 * reports"; null where an outlet does.
 */
export function onWhoseWord(evidence: readonly Claim[]): string | null {
  const supporting = evidence.filter((one) => one.stance === "SUPPORTS");
  if (supporting.length === 0 || supporting.some((one) => claimantOf(one) === null)) return null;
  const outlets = outletsOf(supporting);
  return `according to ${whoSays(supporting)}, as ${someOf(outlets)} ${outlets.length === 1 ? "reports" : "report"}`;
}
