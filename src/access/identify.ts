import type { Viewer } from "../domain/access.ts";
import type { AccessKey } from "../store/access-keys.ts";
import type { Store } from "../store/open.ts";
import type { KeyUse } from "./key-use.ts";
import { digestOf } from "./secret.ts";

/** Who somebody is by what they show: nobody known (null), or why that is not accepted. */
export type Identified = { readonly viewer: Viewer | null } | { readonly refused: string };

/** Those who show nothing. */
const STRANGER: Identified = { viewer: null };

/** What finds out who asks. */
export interface Identifying {
  readonly store: Pick<Store, "latest">;
  readonly use: KeyUse;
  readonly now: () => Date;
}

/**
 * The secret that an `Authorization` header shows; null for none. One that is not of the kind Bearer is not for us: a proxy in
 * front may have asked for it.
 */
export function secretIn(header: string | null): string | null {
  const [, scheme, secret = ""] = /^(\S+)(?:\s+(.*))?$/.exec(header?.trim() ?? "") ?? [];
  return scheme?.toLowerCase() === "bearer" ? secret : null;
}

/** Finds out who sent an `Authorization` header. */
export async function identifyByHeader(header: string | null, identifying: Identifying): Promise<Identified> {
  const secret = secretIn(header);
  return secret === null ? STRANGER : identifyBySecret(secret, identifying);
}

/** Finds out whose secret it is, and notes that it was used. */
export async function identifyBySecret(
  secret: string,
  { store, use, now }: Identifying,
): Promise<Identified> {
  const [key] = await store.latest().accessKeys.byDigest([digestOf(secret)]);
  if (key === undefined) return { refused: "There is no such key. Check that it was copied whole." };
  const refused = whyNotValid(key, now());
  if (refused !== null) return { refused };
  use.note(key, now());
  return { viewer: { name: key.name, scope: key.scope, key: key.key } };
}

/** Why a key is not valid at a moment; null where it is. */
export function whyNotValid({ key, revokedAt, expiresAt }: AccessKey, now: Date): string | null {
  if (revokedAt !== null) return `The key ${key} was revoked. Ask whoever runs this server for another.`;
  if (expiresAt === null || now < expiresAt) return null;
  return `The key ${key} expired on ${expiresAt.toISOString().slice(0, 10)}. Ask whoever runs this server for another.`;
}
