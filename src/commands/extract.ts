import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { buffer as readAll } from "node:stream/consumers";
import type { Drafts } from "../domain/draft.ts";
import { DatelineError } from "../domain/errors.ts";
import { sliceCodePoints } from "../domain/passage.ts";
import { type ExtractOptions, extract } from "../ingest/extract/extract.ts";
import { speakerIn } from "../ingest/extract/speaker-in.ts";
import { reasonOf } from "../ingest/inputs/list-inputs.ts";
import { printable } from "./words.ts";

/** Prints what can be drafted from a text file, or from what is piped in where the file is `-`. Nothing is stored. */
export async function extractCommand(
  file: string,
  { json, ...options }: ExtractOptions & { readonly json: boolean },
): Promise<void> {
  const text = decoded(file, file === "-" ? await readAll(process.stdin) : await readBytes(file));
  const drafts = extract(text, options);
  process.stdout.write(
    json ? `${JSON.stringify(flat(drafts), null, 2)}\n` : printable(inWords(text, drafts)),
  );
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new DatelineError("UNREADABLE", `${file}: ${reasonOf(error)}`);
  }
}

/** The text as it is: spans count its code points. */
function decoded(file: string, bytes: Uint8Array): string {
  if (isUtf8(bytes)) return Buffer.from(bytes).toString();
  throw new DatelineError("UNREADABLE", `${file}: is not UTF-8 text; save it as UTF-8`);
}

/** Drafts with their passages as `start` and `end`, and speakers by name alone; unnamed ones as the text has them. */
function flat({ quotes, events, ...names }: Drafts) {
  return {
    ...names,
    quotes: quotes.map(({ passage, ...quote }) => ({
      ...passage,
      ...quote,
      speaker: speakerIn(quote),
      speakerType: quote.speaker?.type ?? null,
    })),
    events: events.map(({ passage, ...event }) => ({ ...passage, ...event })),
  };
}

function inWords(text: string, { people, quotes, events }: Drafts): string {
  const words = ({ start, end }: { start: number; end: number }) => sliceCodePoints(text, start, end);
  const sure = (confidence: number) => `[${Math.round(confidence * 100)} %]`;
  return [
    `People (${people.length})`,
    ...people.map(({ name, roles, confidence }) => {
      const titles = roles.map(({ title }) => title).join("; ");
      return `  ${sure(confidence)} ${name}${titles === "" ? "" : ` (${titles})`}`;
    }),
    `Quotes (${quotes.length})`,
    ...quotes.map(({ kind, speaker, speakerAsWritten, cue, passage, confidence }) => {
      const who = speaker?.name ?? speakerAsWritten ?? "nobody named";
      return `  ${sure(confidence)} ${kind} ${who}${cue === null ? "" : `, ${cue}`}: ${words(passage)}`;
    }),
    `Events (${events.length})`,
    ...events.map(({ title, status, date, place, confidence }) => {
      const rest = [date ?? "no date", place].filter((part) => part !== null).join(", ");
      return `  ${sure(confidence)} ${status} ${title} (${rest})`;
    }),
    "",
  ].join("\n");
}
