import { createHash } from "node:crypto";

/** A digest of texts, in order: the same on every machine. 24 hexadecimal digits. */
export function digest(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 24);
}

/** The key of something that an import found: what it is, and a digest of what tells it from others. */
export function contentKey(kind: string, ...identity: readonly string[]): string {
  return `${kind}-${digest(kind, ...identity)}`;
}
