/** How a language model behind an OpenAI-compatible address is asked. */
export interface ExtractorSettings {
  /** The address in front of `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** What it asks for as a bearer token; undefined where it asks for none. Never shown. */
  readonly key?: string | undefined;
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How often one part of a text is asked for, at most. */
  readonly attempts: number;
  /** Characters (UTF-16 units) of a text that are asked about at once, at most. */
  readonly partLength: number;
  /** What a million tokens cost, in any currency; undefined where that is not known. */
  readonly priceIn?: number | undefined;
  readonly priceOut?: number | undefined;
}

export const EXTRACTOR_DEFAULTS = {
  timeoutMs: 120_000,
  attempts: 4,
  partLength: 12_000,
} as const satisfies Partial<ExtractorSettings>;
