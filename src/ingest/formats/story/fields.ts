import { z } from "zod";
import { isDay } from "../../../domain/day.ts";
import { DatelineError } from "../../../domain/errors.ts";
import { parseFuzzyDate } from "../../../domain/fuzzy-date.ts";
import { codePointLength, normalizeText } from "../../../domain/passage.ts";
import { didYouMean } from "./nearest.ts";

/** The parts that the schemas of story files are made of. All read text, because that is what a file holds. */

function field<T>(read: (text: string) => T) {
  return z.string().transform((written, context): T => {
    try {
      return read(normalizeText(written));
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });
}

function refuse(message: string): never {
  throw new DatelineError("INVALID_STORY", message);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function within(text: string, max: number): string {
  const length = codePointLength(text);
  if (length > max) refuse(`has ${length} characters, more than the ${max} that are kept; shorten it`);
  return text;
}

/** Text of at most `max` characters, without spaces around it. */
export const text = (max: number) =>
  field((written) => within(written.trim(), max) || refuse("is empty; write it or leave the line out"));

/** Text of at most `max` characters as it stands, spaces around it and all. */
export const words = (max: number) =>
  field((written) => within(written, max) || refuse("is empty; write it or leave it out"));

/** What precedes or follows a passage: spaces count. */
export const context = field((written) => within(written, 1000));

const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;
const MAX_SLUG = 200;

/** A name for use in addresses and references. */
export const slug = field((written) => {
  if (SLUG.test(written)) return within(written, MAX_SLUG);
  const nearest = written
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  const advice = SLUG.test(nearest) ? `, such as ${shown(nearest)}` : "";
  return refuse(
    `${shown(written)} is no slug; use lower-case letters and digits with single hyphens between them${advice}`,
  );
});

/** A date in Extended Date/Time Format. */
export const date = field((written) => parseFuzzyDate(written).edtf);

/** A full day. */
export const day = field((written) =>
  isDay(written) ? written : refuse(`${shown(written)} is no day; write it as YYYY-MM-DD`),
);

/** A point in time, RFC 3339 in UTC. */
export const instant = field((written) => {
  const [, onDay, time] = /^(.{10})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?)Z$/.exec(written) ?? [];
  if (onDay && time && isDay(onDay)) return written;
  return refuse(`${shown(written)} is no time in UTC; write it as 2025-11-23T08:30:00Z`);
});

/** An address on the web. */
export const url = field((written) => {
  const parsed = URL.canParse(written) ? new URL(written) : undefined;
  const isWeb = parsed?.protocol === "https:" || parsed?.protocol === "http:";
  if (!isWeb || /\s/.test(written)) {
    refuse(`${shown(written)} is no web address; write it in full, beginning with https:// or http://`);
  }
  return within(written, 2000);
});

/** A host name such as `example.com`. */
export const domain = field((written) =>
  /^[\p{Ll}\p{Lo}\p{N}-]+(?:\.[\p{Ll}\p{Lo}\p{N}-]+)+$/u.test(written)
    ? within(written, 253)
    : refuse(`${shown(written)} is no domain; write it as example.com`),
);

/** A BCP 47 language tag, in its canonical form. */
export const language = field((written) => {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? written;
  } catch {
    return refuse(`${shown(written)} is no language tag (BCP 47); write it as en, ru or pt-BR`);
  }
});

/** An ISO 3166-1 alpha-2 code. */
export const country = field((written) =>
  /^[A-Z]{2}$/.test(written)
    ? written
    : refuse(`${shown(written)} is no country code; write the two capital letters of ISO 3166, such as HU`),
);

/** A decimal number from `min` to `max`. */
export const number = (min: number, max: number) =>
  field((written) => {
    const value = /^[+-]?\d+(?:\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
    return value >= min && value <= max
      ? value
      : refuse(`${shown(written)} is no number from ${min} to ${max}; write it in decimals`);
  });

/** true or false. */
export const flag = field((written) =>
  written === "true" || written === "false"
    ? written === "true"
    : refuse(`${shown(written)} is neither true nor false; write one of them`),
);

/** A group of named fields and no others. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys
            .map((name) => `is not known here${didYouMean(name, names) || `; use ${names.join(", ")}`}`)
            .join("\n")
        : undefined,
  });
}

/** A list; one entry may stand without a list around it. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((written) => (Array.isArray(written) ? written : [written]), z.array(item));
}
