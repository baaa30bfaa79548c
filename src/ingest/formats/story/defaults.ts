import { z } from "zod";
import { BODY_ACCESS, METHODS } from "../../../domain/model.ts";
import { instant, language, listOf, record, slug } from "./fields.ts";

/** What the entries of one file take where they do not say it themselves. */
export const defaultsSchema = record({
  /** For quotes and evidence. */
  article: slug.optional(),
  /** For articles, events and quotes. */
  topics: listOf(slug).default([]),
  /** For articles and quotes. */
  language: language.optional(),
  /** For articles. */
  retrieved: instant.optional(),
  access: z.enum(BODY_ACCESS).optional(),
  /** For evidence. */
  method: z.enum(METHODS).default("HUMAN"),
});

/** See {@link defaultsSchema}. */
export type Defaults = z.output<typeof defaultsSchema>;

/** What holds where a file gives no defaults. */
export const NO_DEFAULTS: Defaults = defaultsSchema.parse({});
