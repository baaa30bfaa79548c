import type { Extractor } from "./extractor.ts";

/** The extractor that needs nothing but this package: rules for English. */
export const RULES: Extractor = {
  name: "rules",
  method: "RULE",
  async extract(text, { published, language }) {
    // Only now: its word lists take a while to read.
    const { extract } = await import("./extract.ts");
    return extract(text, { published, ...(language && { language }) });
  },
};
