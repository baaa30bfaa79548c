import { DatelineError } from "../../domain/errors.ts";
import { refuse } from "../problems.ts";
import type { Format, InputDocument, Reading } from "../reading.ts";
import { detectFormat } from "./detect.ts";

/** Reads a document of any format that is known: the one that is named, else the one that it looks like. */
export async function readDocument(document: InputDocument, format?: Format): Promise<Reading> {
  if (isBlank(document.bytes)) refuse(document.name, "is empty");
  const chosen = format ?? detectFormat(document);
  try {
    return await read(document, chosen);
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    // Of what parsers throw at a malformed document nothing is known; the others can still be read.
    return refuse(document.name, `cannot be read as ${chosen}: ${String(error).slice(0, 300)}`);
  }
}

/** Blanks, and byte order marks of UTF-8. */
function isBlank(bytes: Uint8Array): boolean {
  return (
    bytes.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf) &&
    !bytes.includes(0)
  );
}

/** Each parser is loaded with the first document that needs it. */
async function read(document: InputDocument, format: Format): Promise<Reading> {
  switch (format) {
    case "text":
      return (await import("./text.ts")).readText(document);
    case "markdown":
      return (await import("./markdown.ts")).readMarkdown(document);
    case "html":
      return (await import("./html.ts")).readHtml(document);
    case "feed":
      return (await import("./feed.ts")).readFeed(document);
    case "ninjs":
      return (await import("./ninjs.ts")).readNinjs(document);
    case "timelinejs":
      return (await import("./timelinejs.ts")).readTimelineJs(document);
  }
}
