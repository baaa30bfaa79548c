import type { DraftKind } from "../../domain/model.ts";

/** Letters with which no key of a draft begins: these are hexadecimal. */
const PREFIX = "on record ";

/** The key of something on record among those of drafts. */
export function recordKey(kind: DraftKind, key: string): string {
  return `${PREFIX}${kind} ${key}`;
}

/** The keys on record that stand among keys of drafts of a kind. */
export function keysOnRecord(kind: DraftKind, keys: readonly string[]): string[] {
  const start = recordKey(kind, "");
  return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}
