import { isUtf8 } from "node:buffer";
import sniff from "html-encoding-sniffer";
import { refuse } from "../../problems.ts";
import type { InputDocument } from "../../reading.ts";
import { charsetOf } from "../text-encoding.ts";

/**
 * HTML or XML as text: in the encoding that a byte order mark, the server or the document itself names, by the HTML Standard. Where
 * none does, UTF-8 if it is that, else Windows-1252, as browsers have it.
 */
export function decodeMarkup({ name, bytes, contentType }: InputDocument): string {
  const declared = charsetOf(contentType) ?? xmlEncoding(bytes);
  const encoding = sniff(bytes, {
    transportLayerEncodingLabel: declared,
    defaultEncoding: isUtf8(bytes) ? "UTF-8" : "windows-1252",
  });
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(`${name}:1`, `it is written in ${encoding}, which cannot be read; save it as UTF-8`);
  }
}

/** The encoding that an XML declaration names (XML 1.0, 4.3.3). */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}
