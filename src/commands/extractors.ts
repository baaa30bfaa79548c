import { DatelineError } from "../domain/errors.ts";
import type { ExtractorSettings } from "../domain/extractor-settings.ts";
import type { Cost, Extractor } from "../ingest/extract/extractor.ts";
import { RULES } from "../ingest/extract/rules.ts";
import { count } from "./words.ts";

/** What `--extractor` takes. */
export const EXTRACTORS = ["rules", "model"] as const;

/**
 * The extractor of a name.
 *
 * @param onWait told why a model is asked again, and after how long
 * @throws DatelineError INVALID_CONFIG for another name, and for a model where none is set up
 */
export async function extractorNamed(
  name: string,
  settings: ExtractorSettings | undefined,
  onWait?: (why: string, waitMs: number) => void,
): Promise<Extractor> {
  if (name === "rules") return RULES;
  if (name !== "model") {
    throw new DatelineError("INVALID_CONFIG", `--extractor: is one of ${EXTRACTORS.join(", ")}`);
  }
  if (settings === undefined) {
    throw new DatelineError(
      "INVALID_CONFIG",
      "--extractor: there is no model to ask. Set EXTRACTOR_URL and EXTRACTOR_MODEL (docs/extractors.md).",
    );
  }
  const { modelExtractor } = await import("../ingest/extract/model/model-extractor.ts");
  return modelExtractor(settings, { onWait });
}

/** What asking a model has cost, in a sentence; nothing where none was asked. */
export function costInWords({ name, spent }: Extractor): string[] {
  const cost = spent?.();
  return cost === undefined || cost.requests === 0 ? [] : [sentence(name, cost)];
}

/** A note for a progress bar. */
export function waiting(why: string, waitMs: number): string {
  return `(${why}; again in ${Math.ceil(waitMs / 1000)} s)`;
}

function sentence(name: string, { requests, tokensIn, tokensOut, uncounted, price }: Cost): string {
  const counts = [
    `${count(requests, "request")} to ${name}`,
    `${tokensIn.toLocaleString("en")} tokens in`,
    `${tokensOut.toLocaleString("en")} out`,
    ...(price === null ? [] : [`cost ${price.toFixed(4)}`]),
  ];
  return `${counts.join(", ")}${uncounted > 0 ? ` (without ${uncounted}, whose tokens were not counted)` : ""}.`;
}
