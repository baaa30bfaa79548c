import { readFileSync } from "node:fs";

const FILE = new URL(
  "../../../../seeds/putin-trump-summit/articles/russian-official-provides-insights-on-anticipated-putin-trump-summit.md",
  import.meta.url,
);

/** The body of the article that the demo story starts from. */
export function readSeedArticle(): string {
  const [, , body = ""] = readFileSync(FILE, "utf8").split(/^---$/m);
  return body.trim();
}
