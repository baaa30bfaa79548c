/** Octets of a line at most (RFC 5545, section 3.1). */
const LINE = 75;

/** Text as a value (section 3.3.11), without the control characters that it has no way to write. */
export function textValue(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[^\P{Cc}\t]/gu, "\u{FFFD}");
}

/** A line in parts of at most {@link LINE} octets, each but the first after a space; no character is parted. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LINE) {
      parts.push(part);
      part = " ";
    }
    part += character;
  }
  return [...parts, part].join("\r\n");
}
