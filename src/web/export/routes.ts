import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { type Day, isDay, utcDay } from "../../domain/day.ts";
import { DatelineError } from "../../domain/errors.ts";
import { readStoredStory } from "../../export/story/stored-story.ts";
import { storyDocument } from "../../export/story/write-document.ts";
import { TIMELINE_FORMATS } from "../../export/timeline-formats.ts";
import type { Source } from "../../graphql/context.ts";
import { packageVersion } from "../../package-root.ts";
import { isPassing } from "../passing.ts";
import { whereItIs } from "../where-it-is.ts";
import { newsBriefing, saidBriefing } from "./read-briefing.ts";
import { type ExportSource, readTimeline } from "./read-timeline.ts";

/** How far back a briefing goes that is not told since when. */
const DAYS_BACK = 7;
const DAY_IN_MS = 86_400_000;

interface FileKind {
  readonly extension: string;
  readonly type: string;
  readonly version: string;
  /** What else is said with it, such as who may keep it. */
  readonly headers?: Record<string, string>;
}

/** What is sent: all of it, or piece by piece as it is made. */
type Export = string | AsyncIterable<string>;

/**
 * Topics and people as files (docs/export.md): `/topics/SLUG.csv` and so on. To be mounted where pages are, before
 * `/topics/:slug`: a slug has no dot. The text of an article is passed on only where anyone may read it.
 *
 * @param publicUrl the origin that links lead to; without it, that of the request
 */
export function exportRoutes(store: Source, now: () => Date, publicUrl?: string): Hono {
  const routes = new Hono();
  const version = packageVersion();
  const source = (): ExportSource => ({ readers: store.forRequest(), now });

  for (const { extension, type, write } of Object.values(TIMELINE_FORMATS)) {
    routes.get(fileAddress("topics", extension), (context) => {
      const { origin, headers } = whereItIs(context, publicUrl);
      return send(context, source(), { extension, type, version, headers }, async (from, slug) => {
        const timeline = await readTimeline(from, slug, dayOf(context, "asOf"));
        return timeline && write(timeline.topic, timeline.batches, { origin });
      });
    });
  }
  const json = { extension: "json", type: "application/json; charset=utf-8", version };
  routes.get(fileAddress("topics", "json"), (context) =>
    send(context, source(), json, async ({ readers }, topic) => {
      if (context.req.query("asOf") !== undefined) {
        throw new DatelineError(
          "INVALID_DATE",
          "A story document is the record itself, with what each day knew: leave `asOf` out.",
        );
      }
      const request = { topic, texts: "FREE" as const };
      const story = await readStoredStory(readers, request);
      return story && storyDocument(story, request);
    }),
  );
  const markdown = { extension: "md", type: "text/markdown; charset=utf-8", version };
  routes.get(fileAddress("topics", "md"), (context) =>
    send(context, source(), markdown, (from, slug) => {
      const since = context.req.query("since") ?? utcDay(new Date(now().getTime() - DAYS_BACK * DAY_IN_MS));
      return newsBriefing(from, slug, since, dayOf(context, "until"));
    }),
  );
  routes.get(fileAddress("people", "md"), (context) =>
    send(context, source(), markdown, (from, slug) =>
      saidBriefing(from, slug, context.req.query("event") ?? null, dayOf(context, "asOf")),
    ),
  );
  for (const [extension, page] of [
    ["atom", "feed.atom"],
    ["ics", "calendar.ics"],
  ] as const) {
    routes.get(fileAddress("topics", extension), (context) =>
      context.redirect(`/topics/${encodeURIComponent(slugOf(context, extension))}/${page}`, 308),
    );
  }
  return routes;
}

/** An address that ends in an extension; nothing else matches. */
function fileAddress(kind: string, extension: string): string {
  return `/${kind}/:file{[^/.]+\\.${extension.replaceAll(".", "\\.")}}`;
}

function slugOf(context: Context, extension: string): string {
  return (context.req.param("file") ?? "").slice(0, -extension.length - 1);
}

async function send(
  context: Context,
  from: ExportSource,
  { extension, type, version, headers = {} }: FileKind,
  make: (from: ExportSource, slug: string) => Promise<Export | null>,
): Promise<Response> {
  const slug = slugOf(context, extension);
  try {
    const tag = await tagOf(context, from, version);
    const found = await make(from, slug);
    if (found === null) return context.notFound();
    return context.body(streamed(found), 200, {
      ...headers,
      "content-type": type,
      "content-disposition": disposition(`${slug}.${extension}`),
      etag: tag,
    });
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return context.text(`${error.message}\n`, isPassing(error.code) ? 503 : 400);
  }
}

/**
 * Tells whether a copy still holds without making the export again: it follows from what is on record (whose last change
 * says so), what was asked, the day, and this program.
 */
async function tagOf(context: Context, { readers, now }: ExportSource, version: string): Promise<string> {
  const position = await readers.changes.last();
  const parts = [version, context.req.url, position, utcDay(now())];
  return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url")}"`;
}

/** Sends pieces as they are asked for, and lets others have their turn in between. */
function streamed(pieces: Export): ReadableStream<Uint8Array> {
  const iterator = typeof pieces === "string" ? [pieces].values() : pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(value));
        await nextTurn();
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A name for the file (RFC 6266): in ASCII for those who read only that. */
function disposition(name: string): string {
  return `inline; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function dayOf(context: Context, name: string): Day | null {
  const given = context.req.query(name);
  if (given === undefined || given === "") return null;
  if (isDay(given)) return given;
  throw new DatelineError("INVALID_DATE", `\`${name}\` is no day; write it as YYYY-MM-DD.`);
}
