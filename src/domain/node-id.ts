import { type Day, isDay } from "./day.ts";
import { DatelineError } from "./errors.ts";

/** What a global id names: a node, as it was known by the end of a day (null: now). */
export interface NodeId {
  readonly type: string;
  readonly key: string;
  readonly asOf: Day | null;
}

/** Writes a global id: base64url of `Type:key`, or of `Type@2025-10-18:key` for the view of a day. */
export function encodeNodeId({ type, key, asOf }: NodeId): string {
  return Buffer.from(`${type}${asOf === null ? "" : `@${asOf}`}:${key}`).toString("base64url");
}

/** Reads a global id; what {@link encodeNodeId} did not write is refused with INVALID_ID. */
export function decodeNodeId(id: string): NodeId {
  const match = /^([A-Za-z]+)(?:@(\d{4}-\d{2}-\d{2}))?:(.+)$/su.exec(Buffer.from(id, "base64url").toString());
  const [, type, day, key] = match ?? [];
  if (type !== undefined && key !== undefined && (day === undefined || isDay(day))) {
    const nodeId = { type, key, asOf: day ?? null };
    if (encodeNodeId(nodeId) === id) return nodeId;
  }
  throw new DatelineError(
    "INVALID_ID",
    `"${id.slice(0, 60)}" is not an id of this API; use an \`id\` as it was given.`,
  );
}
