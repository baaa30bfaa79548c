import { utf16Of } from "./text-encoding.ts";

/** Beginnings of files that are no text, or none that is read, and what to do with them. */
const BEGINNINGS: readonly (readonly [beginnings: readonly string[], why: string])[] = [
  [["%PDF-"], "is a PDF; copy its text into a text file, or save the page that it was made from"],
  [["PK\u0003\u0004"], "is a ZIP archive or an office document; save the document as text or HTML"],
  [["\u00d0\u00cf\u0011\u00e0"], "is an office document; save it as text or HTML"],
  [["{\\rtf"], "is an RTF document; save it as text or HTML"],
  [["\u001f\u008b", "BZh", "\u00fd7zXZ", "\u0028\u00b5\u002f\u00fd"], "is compressed; unpack it first"],
  [["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "RIFF"], "is a picture; articles are read as text"],
  [["bplist"], "is a web archive or a property list; save the page as HTML"],
];
/** What browsers write into one file begins with headers as of a mail. */
const MHTML = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\/related/i;
/** How far headers may go on, in bytes. */
const LOOKED_AT = 4000;

/** Why a document is none that is read, by how it begins; undefined where nothing speaks against it. */
export function whyNotText(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1");
  const known = BEGINNINGS.find(([beginnings]) => beginnings.some((one) => start.startsWith(one)));
  if (known !== undefined) return known[1];
  if (MHTML.test(start)) return "is a page saved as a single file (MHTML); save it as HTML only";
  const mayHaveZeros = utf16Of(bytes) !== undefined;
  return !mayHaveZeros && bytes.subarray(0, 2 * LOOKED_AT).includes(0)
    ? "is no text; articles are read as text, HTML, JSON or XML"
    : undefined;
}
