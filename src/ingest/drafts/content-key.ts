import { createHash } from "node:crypto";

/** A key made from what something is, so that it has the same whenever it is put on record. */
export function contentKey(kind: string, content: string): string {
  return `${kind}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
}

/** The same where that key is not something else's; else one made from more of what it is. */
export async function freeContentKey(
  kind: string,
  content: string,
  more: string,
  isTaken: (key: string) => Promise<boolean>,
): Promise<string> {
  let key = contentKey(kind, content);
  for (let number = 1; await isTaken(key); number++) key = contentKey(kind, `${content}\n${more}\n${number}`);
  return key;
}
