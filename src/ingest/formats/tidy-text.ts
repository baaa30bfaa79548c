import { normalizeText } from "../../domain/passage.ts";

/** Signs that show nothing and would keep words from being found: soft hyphens, zero-width spaces, byte order marks. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g;
/** What must not be in a stored text, or in any text at all. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/** A text as it is stored, with one blank line between paragraphs and no spaces around lines. */
export function tidyText(text: string): string {
  return stored(text)
    .split("\n")
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** A text that stands on one line, such as a headline or a name. */
export function tidyLine(text: string): string {
  return stored(text).replaceAll(/\s+/g, " ").trim();
}

function stored(text: string): string {
  const plain = text.replaceAll("\f", "\n").replaceAll(CONTROLS, "").replaceAll(INVISIBLE, "");
  return normalizeText(plain.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
