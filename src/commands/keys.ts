import { createKey, listKeys, revokeKey } from "../access/keys.ts";
import { SCOPES } from "../domain/access.ts";
import { isDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import type { AccessKey } from "../store/access-keys.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";

/** A key to be made, in the words of the command line. */
export interface KeyOptions {
  readonly name: string;
  readonly scope: string;
  /** A day or a moment (RFC 3339). */
  readonly expires?: string;
}

/** What is to be done about keys. */
export type KeysAction =
  | { readonly do: "create"; readonly options: KeyOptions }
  | { readonly do: "list" }
  | { readonly do: "revoke"; readonly key: string };

/** Opens the store and prints what {@link keysChanged} says. */
export async function keysCommand(database: DatabaseSettings, action: KeysAction): Promise<void> {
  const store = await openStore(database);
  try {
    process.stdout.write(await keysChanged(store, action, new Date()));
  } finally {
    await store.close();
  }
}

/**
 * Makes, lists or revokes keys.
 *
 * @returns what to print; the only time that the secret of a new key is shown
 * @throws DatelineError INVALID_KEY, INVALID_CONFIG for a scope or a day that is none
 */
export async function keysChanged(store: Store, action: KeysAction, now: Date): Promise<string> {
  switch (action.do) {
    case "create": {
      const { name, scope, expires } = action.options;
      const known = SCOPES.find((one) => one === scope.toUpperCase());
      if (known === undefined) {
        throw new DatelineError(
          "INVALID_CONFIG",
          `--scope: "${scope}" is none of ${SCOPES.map((one) => one.toLowerCase()).join(", ")}.`,
        );
      }
      const expiresAt = expires === undefined ? null : momentOf(expires);
      const { key, secret } = await createKey(store, { name, scope: known, expiresAt }, now);
      return `Key ${key} for ${name.trim()} (${scope.toLowerCase()}${expiresAt ? `, until ${shown(expiresAt)}` : ""}):\n\n  ${secret}\n\nIt is not shown again. Send it as \`Authorization: Bearer …\`; take it back with \`dateline keys revoke ${key}\`.\n`;
    }
    case "list": {
      const keys = await listKeys(store);
      if (keys.length === 0)
        return "There are no keys. Make one: dateline keys create --name … --scope editor\n";
      return keys.map((key) => `${line(key, now)}\n`).join("");
    }
    case "revoke": {
      const { key, name } = await revokeKey(store, action.key, now);
      return `The key ${key} of ${name} is revoked: it is refused from now on.\n`;
    }
  }
}

function line(key: AccessKey, now: Date): string {
  const { revokedAt, expiresAt, lastUsedAt, createdAt } = key;
  const state =
    revokedAt !== null
      ? `revoked ${shown(revokedAt)}`
      : expiresAt === null
        ? "no end"
        : `${expiresAt <= now ? "expired" : "until"} ${shown(expiresAt)}`;
  const used = lastUsedAt === null ? "never used" : `last used ${shown(lastUsedAt)}`;
  return `${key.key}  ${key.scope.toLowerCase().padEnd(6)}  ${key.name}  (made ${shown(createdAt)}, ${state}, ${used})`;
}

/** A day means its end in UTC. */
function momentOf(expires: string): Date {
  const moment = new Date(isDay(expires) ? Date.parse(`${expires}T00:00:00Z`) + 86_400_000 : expires);
  const isMoment = isDay(expires.slice(0, 10)) && /^.{10}(?:T.+(?:Z|[+-]\d\d:\d\d))?$/.test(expires);
  if (isMoment && !Number.isNaN(moment.getTime())) return moment;
  throw new DatelineError(
    "INVALID_CONFIG",
    `--expires: "${expires}" is neither a day, such as 2027-01-31, nor a moment, such as 2027-01-31T18:00:00Z.`,
  );
}

function shown(moment: Date): string {
  return moment.toISOString().slice(0, 16).replace("T", " ");
}
