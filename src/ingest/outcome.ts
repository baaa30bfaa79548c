/** What became of one article, story or input. */
export interface IngestOutcome {
  /** The argument, or the file below it. */
  readonly input: string;
  /** Where in it this was read. */
  readonly at: string;
  /**
   * `REFUSED`: nothing of it was kept, for the reason given. `CREATED` and `UPDATED` say what would become of it in a dry
   * run.
   */
  readonly state: "CREATED" | "UPDATED" | "UNCHANGED" | "REFUSED";
  readonly kind: "ARTICLE" | "STORY" | "INPUT";
  readonly headline?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  /** The article's key and slug on record. */
  readonly key?: string | undefined;
  readonly slug?: string | undefined;
  /** How many events it tells of in so many words. */
  readonly events: number;
  /** How many drafts were made from its text. */
  readonly drafts: number;
  /** What was left out of it, and why. */
  readonly notes: readonly string[];
  readonly reason?: string | undefined;
}

/** All of a run, in numbers. */
export interface IngestSummary {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Files in folders that were passed over: of other types, hidden, or links to folders. */
  readonly skipped: number;
  readonly events: number;
  readonly drafts: number;
  readonly dryRun: boolean;
}

/** Adds up what became of everything. */
export function summarize(
  outcomes: readonly IngestOutcome[],
  { skipped, dryRun }: Pick<IngestSummary, "skipped" | "dryRun">,
): IngestSummary {
  const count = (state: IngestOutcome["state"]) => outcomes.filter((one) => one.state === state).length;
  const kept = outcomes.filter(({ state }) => state === "CREATED" || state === "UPDATED");
  return {
    created: count("CREATED"),
    updated: count("UPDATED"),
    unchanged: count("UNCHANGED"),
    refused: count("REFUSED"),
    skipped,
    events: kept.reduce((sum, { events }) => sum + events, 0),
    drafts: outcomes.reduce((sum, { drafts }) => sum + drafts, 0),
    dryRun,
  };
}
