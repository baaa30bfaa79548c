import { isDay, utcDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { readStoredStory } from "../export/story/stored-story.ts";
import { storyDocument } from "../export/story/write-document.ts";
import { TIMELINE_FORMATS } from "../export/timeline-formats.ts";
import { openStore } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";
import { calendar } from "../web/calendar.ts";
import { newsBriefing, saidBriefing } from "../web/export/read-briefing.ts";
import { askAnew, type ExportSource, readTimeline } from "../web/export/read-timeline.ts";
import { feed } from "../web/feed.ts";
import { ProgressBar } from "./progress-bar.ts";
import { refuseMissing } from "./refuse-missing.ts";
import { writeOut } from "./write-out.ts";

/** What to export, as the command line says it. */
export interface ExportOptions {
  readonly format: "dateline" | "atom" | "ical" | "briefing" | keyof typeof TIMELINE_FORMATS;
  readonly topic?: string;
  readonly out?: string;
  /** Whether texts are left out of which only passages may be shown. */
  readonly free: boolean;
  readonly asOf?: string;
  readonly since?: string;
  readonly until?: string;
  readonly person?: string;
  readonly event?: string;
  readonly origin?: string;
}

/** Pieces of a text, and how many parts of what they are made of there are. */
interface Pieces {
  readonly total: number;
  write(progress: (parts: number) => void): AsyncIterable<string>;
}

/**
 * Writes what is on record at one moment, in some format, to a file or to stdout; how far it has come to stderr where that
 * is somebody's screen.
 *
 * @throws DatelineError NOT_FOUND, INVALID_EXPORT where the options do not go together
 */
export async function exportCommand(database: DatabaseSettings, options: ExportOptions): Promise<void> {
  const make = plan(options);
  refuseMissing(database, "export");
  const store = await openStore(database);
  try {
    await store.snapshot(async (readers) => {
      const pieces = await make({ readers, now: () => new Date() });
      const bar = new ProgressBar("{bar} {value}/{total} {eta_formatted} {note}");
      // A screen that shows what is written shows nothing else.
      const isInTheWay = options.out === undefined && process.stdout.isTTY;
      if (!isInTheWay && pieces.total > 1) bar.add(pieces.total);
      try {
        await writeOut(
          options.out,
          pieces.write((parts) => bar.reach(parts)),
        );
      } finally {
        bar.stop();
      }
    });
  } finally {
    await store.close();
  }
}

/** Looks at the options first, so that what is wrong with them is said before anything is read. */
function plan(options: ExportOptions): (source: ExportSource) => Promise<Pieces> {
  const { format, topic, origin = null } = options;
  if (origin !== null && !(URL.canParse(origin) && new URL(origin).origin === origin)) {
    throw wrong(`--origin: "${origin}" is no origin; write it as https://example.org, without a path`);
  }
  for (const [name, day] of [
    ["--as-of", options.asOf],
    ["--until", options.until],
  ] as const) {
    if (day !== undefined && !isDay(day)) throw wrong(`${name}: "${day}" is no day; write it as YYYY-MM-DD`);
  }
  refuseUnused(options);
  if (format === "dateline") return (source) => wholeRecord(source, options);
  if (format === "briefing") return briefing(options);
  const slug = needed(topic, "--topic", format);
  if (format === "atom" || format === "ical") {
    const at = needed(options.origin, "--origin", format);
    return async (source) => {
      const ask = askAnew(source);
      const text = format === "atom" ? await feed(ask, "topics", slug, at) : await calendar(ask, slug, at);
      return whole(found(text && String(text), `topic "${slug}"`));
    };
  }
  return async (source) => {
    const timeline = found(await readTimeline(source, slug, options.asOf ?? null), `topic "${slug}"`);
    const { write } = TIMELINE_FORMATS[format];
    return {
      total: timeline.total,
      write: (progress) => write(timeline.topic, counted(timeline.batches, progress), { origin }),
    };
  };
}

/** What an option would change nothing about is not what was meant. */
function refuseUnused({
  format,
  topic,
  free,
  asOf,
  since,
  until,
  person,
  event,
  origin,
}: ExportOptions): void {
  const isTimeline = format in TIMELINE_FORMATS;
  const isSaid = format === "briefing" && person !== undefined;
  const isNews = format === "briefing" && person === undefined;
  const given: readonly (readonly [option: string, isGiven: boolean, isUsed: boolean, by: string])[] = [
    ["--free", free, format === "dateline", "the dateline format"],
    ["--as-of", asOf !== undefined, isTimeline || isSaid, "timelinejs, jsonld, csv and a person's briefing"],
    ["--since", since !== undefined, isNews, "a topic's briefing"],
    ["--until", until !== undefined, isNews && isDay(since ?? ""), "a topic's briefing since a day"],
    ["--person", person !== undefined, format === "briefing", "a briefing"],
    ["--event", event !== undefined, isSaid, "a person's briefing"],
    ["--topic", topic !== undefined, !isSaid, "all but a person's briefing"],
    [
      "--origin",
      origin !== undefined,
      format !== "dateline" && format !== "briefing",
      "formats with links to pages",
    ],
  ];
  const unused = given.find(([, isGiven, isUsed]) => isGiven && !isUsed);
  if (unused !== undefined) throw wrong(`${unused[0]} is for ${unused[3]}`);
}

async function wholeRecord({ readers }: ExportSource, { topic, free }: ExportOptions): Promise<Pieces> {
  const request = { topic, texts: free ? ("FREE" as const) : ("ALL" as const) };
  const story = found(await readStoredStory(readers, request), `topic "${topic}"`);
  return { total: story.total, write: (progress) => storyDocument(story, request, progress) };
}

function briefing(options: ExportOptions): (source: ExportSource) => Promise<Pieces> {
  const { topic, person, event = null, asOf = null, since, until = null } = options;
  if (person !== undefined) {
    const what = `person "${person}"${event === null ? "" : `, or no event "${event}"`}`;
    return async (source) => whole(found(await saidBriefing(source, person, event, asOf), what));
  }
  if (topic === undefined) throw wrong("a briefing is of a topic or of a person: add --topic or --person");
  const start = needed(since, "--since", "briefing of a topic");
  return async (source) => {
    const day = until ?? utcDay(source.now());
    return whole(
      found(await newsBriefing(source, topic, start, isDay(start) ? day : null), `topic "${topic}"`),
    );
  };
}

function whole(text: string): Pieces {
  return {
    total: 1,
    async *write() {
      yield text;
    },
  };
}

async function* counted<Batch extends readonly unknown[]>(
  batches: AsyncIterable<Batch>,
  progress: (parts: number) => void,
): AsyncIterable<Batch> {
  let parts = 0;
  for await (const batch of batches) {
    yield batch;
    parts += batch.length;
    progress(parts);
  }
}

function needed(value: string | undefined, option: string, format: string): string {
  if (value === undefined) throw wrong(`${format} needs ${option}`);
  return value;
}

function found<T>(value: T | null, what: string): T {
  if (value === null) throw new DatelineError("NOT_FOUND", `There is no ${what} on record.`);
  return value;
}

function wrong(message: string): DatelineError {
  return new DatelineError("INVALID_EXPORT", `${message}. (dateline export --help says more)`);
}
