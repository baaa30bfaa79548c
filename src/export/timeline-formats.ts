import type { TimelineWriter } from "./entry.ts";
import { writeCsv } from "./formats/csv.ts";
import { writeJsonLd } from "./formats/json-ld.ts";
import { writeTimelineJs } from "./formats/timeline-js.ts";

/** A format in which a topic's timeline is exported. */
export interface TimelineFormat {
  /** How its files end, without the leading dot. */
  readonly extension: string;
  /** The media type. */
  readonly type: string;
  readonly write: TimelineWriter;
}

/** Formats by name. */
export const TIMELINE_FORMATS = {
  timelinejs: {
    extension: "timelinejs.json",
    type: "application/json; charset=utf-8",
    write: writeTimelineJs,
  },
  jsonld: { extension: "jsonld", type: "application/ld+json; charset=utf-8", write: writeJsonLd },
  csv: { extension: "csv", type: "text/csv; charset=utf-8; header=present", write: writeCsv },
} as const satisfies Readonly<Record<string, TimelineFormat>>;
