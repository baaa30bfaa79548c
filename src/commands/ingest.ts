import { z } from "zod";
import type { Config } from "../config.ts";
import { DatelineError } from "../domain/errors.ts";
import { publisher } from "../ingest/formats/front-matter.ts";
import { date, language, slug, text } from "../ingest/formats/story/fields.ts";
import { ingestAll } from "../ingest/ingest.ts";
import type { IngestOutcome, IngestSummary } from "../ingest/outcome.ts";
import { FORMATS } from "../ingest/reading.ts";
import { packageVersion } from "../package-root.ts";
import { openStore } from "../store/open.ts";
import { DraftingRun } from "./drafting-run.ts";
import { costInWords, EXTRACTORS, extractorNamed, waiting } from "./extractors.ts";
import { ProgressBar } from "./progress-bar.ts";
import { count, printable } from "./words.ts";

/** From so many inputs, or articles in one, a progress bar is worth its line. */
const LONG_RUN = 10;

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, "is no whole number")
    .transform(Number)
    .refine((value) => value >= 1 && value <= max, `goes from 1 to ${max}`);

/** What the command line gives, as text. */
const Flags = z.object({
  format: z.enum(FORMATS, `is one of ${FORMATS.join(", ")}`).optional(),
  topic: slug.optional(),
  topicTitle: text(500).optional(),
  published: date.optional(),
  source: text(500).optional(),
  language: language.optional(),
  access: z.enum(["passages", "full"], "is passages or full").default("passages"),
  timeout: wholeNumber(3600).default(20),
  maxBytes: wholeNumber(1_000_000_000).default(5 * 1024 * 1024),
  dryRun: z.boolean().default(false),
  json: z.boolean().default(false),
  extract: z.boolean().default(true),
  extractor: z.enum(EXTRACTORS, `is one of ${EXTRACTORS.join(", ")}`).optional(),
});

/**
 * Puts what files, folders, addresses or the standard input hold on record, and says what became of each.
 *
 * @param flags what the command line gave
 * @returns the exit code: 0, or 2 where something was refused
 * @throws DatelineError INVALID_CONFIG for flags that cannot be
 */
export async function ingest(
  { database, extractor: settings }: Pick<Config, "database" | "extractor">,
  inputs: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { topic, topicTitle, source, access, timeout, json, extract, extractor, ...rest } = readFlags(flags);
  const bar = new ProgressBar("{bar} {value}/{total} {eta_formatted} {note}");
  const drafting = new DraftingRun(
    await extractorNamed(extractor ?? "rules", settings, (why, waitMs) => bar.note(waiting(why, waitMs))),
  );
  const store = await openStore(database);
  // One article of a model's takes as long as many of the rules'.
  const longRun = extractor === "model" ? 1 : LONG_RUN;
  /** How many articles the file has that is read, where these are many. */
  let inFile = 0;
  const say = json ? sayJson : sayWords;
  try {
    const { sourceName, sourceDomain } = publisher(source);
    const summary = await ingestAll(store, inputs, {
      ...rest,
      now: () => new Date(),
      topic: topic === undefined ? undefined : { slug: topic, title: topicTitle },
      source: source === undefined ? undefined : { name: sourceName, domain: sourceDomain },
      access: access === "full" ? "FULL" : "PASSAGES",
      timeoutMs: timeout * 1000,
      userAgent: `dateline-server/${packageVersion()} (fetches single pages for its user)`,
      stdin: process.stdin,
      // Asking a model again costs again.
      draftUndrafted: extractor !== "model",
      draft: extract ? (on, key) => drafting.draft(on, key) : undefined,
      onStart: (inputs) => {
        if (inputs >= longRun) bar.add(inputs);
      },
      onItems: (items) => {
        inFile = items >= longRun ? items : 0;
        bar.add(inFile);
      },
      onOutcome: (outcome) => {
        bar.aside(() => say(outcome));
        if (inFile > 0) bar.step();
      },
      onInput: () => {
        inFile = 0;
        bar.step();
      },
    });
    bar.stop();
    const cost = drafting.extractor.spent?.();
    const told = json
      ? JSON.stringify({ summary: { ...summary, refusedDrafts: drafting.refused, ...(cost && { cost }) } })
      : inWords(summary, drafting);
    process.stdout.write(`${told}\n`);
    return summary.refused > 0 ? 2 : 0;
  } finally {
    bar.stop();
    await store.close();
  }
}

function readFlags(flags: Readonly<Record<string, unknown>>): z.output<typeof Flags> {
  const read = Flags.safeParse(flags);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${flagOf(String(path[0]))}: ${message}`);
    throw new DatelineError("INVALID_CONFIG", lines.join("\n"));
  }
  if (read.data.topicTitle !== undefined && read.data.topic === undefined) {
    throw new DatelineError("INVALID_CONFIG", "--topic-title: needs --topic, the slug of the topic");
  }
  if (read.data.extractor !== undefined && !read.data.extract) {
    throw new DatelineError(
      "INVALID_CONFIG",
      "--extractor: says who drafts, and --no-extract that nobody does",
    );
  }
  return read.data;
}

function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function sayJson(outcome: IngestOutcome): void {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

/** What went in is counted; what was refused or left out is named. */
function sayWords({ at, state, reason, notes, kind }: IngestOutcome): void {
  if (state === "REFUSED") process.stderr.write(`${printable(reason ?? "")}\n`);
  if (kind === "STORY") return;
  for (const note of notes) process.stderr.write(printable(`${at}: note: ${note}\n`));
}

function inWords(summary: IngestSummary, { refused: refusedDrafts, extractor }: DraftingRun): string {
  const { created, updated, unchanged, refused, skipped, events, drafts, dryRun } = summary;
  const counts = [
    `${created} new`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    `${unchanged} on record already`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(skipped > 0 ? [`${skipped} ${skipped === 1 ? "file" : "files"} of other types passed over`] : []),
  ];
  const told = [
    ...(events > 0 ? [`They tell of ${events} ${events === 1 ? "event" : "events"}.`] : []),
    ...(drafts > 0 ? [`${count(drafts, "draft")} to look at: dateline review.`] : []),
    ...(refusedDrafts > 0
      ? [`${count(refusedDrafts, "proposal")} refused, most for words that are not in the text.`]
      : []),
    ...costInWords(extractor),
  ];
  return [`${dryRun ? "Would be: " : ""}${counts.join(", ")}.`, ...told].join(" ");
}
