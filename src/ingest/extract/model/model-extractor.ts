import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DatelineError } from "../../../domain/errors.ts";
import { EXTRACTOR_DEFAULTS, type ExtractorSettings } from "../../../domain/extractor-settings.ts";
import type { Extractor } from "../extractor.ts";
import { Model, type Surroundings } from "./ask.ts";
import { Bill } from "./cost.ts";
import { unusable } from "./failures.ts";
import { Gathering } from "./gathering.ts";
import { partsOf } from "./parts.ts";
import { question } from "./prompt.ts";

/** Longer texts are no articles; each part costs a request. */
const MOST_PARTS = 50;

const Settings = z.object({
  url: z.url({ protocol: /^https?$/, error: "is no http or https address" }),
  model: z.string().min(1, "is empty"),
  key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "has characters that no key has")
    .optional(),
  timeoutMs: z.int().min(1).max(300_000),
  attempts: z.int().min(1).max(10),
  partLength: z.int().min(1),
  priceIn: z.number().nonnegative().optional(),
  priceOut: z.number().nonnegative().optional(),
});

/**
 * An extractor that asks a language model behind an OpenAI-compatible address, a part of the text at a time. The text and
 * headline leave the machine, to that address. What the model gives is taken only as far as the text has its words.
 *
 * @param settings what is left out is as in EXTRACTOR_DEFAULTS
 * @param outside clock, pauses and chance, for tests; and who is told of pauses
 * @throws DatelineError INVALID_CONFIG for settings that cannot be
 */
export function modelExtractor(
  settings: Pick<ExtractorSettings, "url" | "model"> & Partial<ExtractorSettings>,
  outside: Partial<Surroundings> = {},
): Extractor {
  const checked = Settings.safeParse({ ...EXTRACTOR_DEFAULTS, ...settings });
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new DatelineError(
      "INVALID_CONFIG",
      `The model cannot be asked with these settings: ${problems.join("; ")}`,
    );
  }
  const asked = checked.data;
  const bill = new Bill(asked);
  const model = new Model(asked, bill, {
    now: () => new Date(),
    sleep: (ms) => sleep(ms),
    random: Math.random,
    ...outside,
  });
  return {
    name: asked.model,
    method: "MODEL",
    spent: () => bill.total(),
    async extract(text, about) {
      const parts = partsOf(text, asked.partLength);
      if (parts.length > MOST_PARTS) {
        throw unusable(
          `the text has ${parts.length} parts of ${asked.partLength} characters, more than ${MOST_PARTS}`,
        );
      }
      const gathering = new Gathering(text, asked.model);
      let offset = 0;
      for (const [index, part] of parts.entries()) {
        const number = index + 1;
        if (part.trim() !== "") {
          const place = { text: part, number, of: parts.length };
          gathering.add(
            { text: part, number, offset },
            await model.ask(question(place, about, gathering.found())),
          );
        }
        offset += part.length;
      }
      return gathering.extraction();
    },
  };
}
