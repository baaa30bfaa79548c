import { eq } from "drizzle-orm";
import type { Scope } from "../domain/access.ts";
import { DatelineError } from "../domain/errors.ts";
import type { AccessKey } from "../store/access-keys.ts";
import type { Store } from "../store/open.ts";
import type { Readers } from "../store/readers.ts";
import { digestOf, newKeyName, newSecret } from "./secret.ts";

/** What a key is made from. */
export interface NewKey {
  /** Whose it is: what the change log calls its holder. */
  readonly name: string;
  readonly scope: Scope;
  /** From when on it does not hold any more; null: until it is revoked. */
  readonly expiresAt: Date | null;
}

const LONGEST_NAME = 100;

/**
 * Makes a key.
 *
 * @returns the key, and its secret, which cannot be had again
 * @throws DatelineError INVALID_KEY for a name that is empty, too long or in use, and for a day that has passed
 */
export async function createKey(
  store: Pick<Store, "write">,
  { name, scope, expiresAt }: NewKey,
  now: Date,
): Promise<{ readonly key: string; readonly secret: string }> {
  const written = name.trim();
  if (written === "" || written.length > LONGEST_NAME || /\p{Cc}/u.test(written)) {
    throw invalid(`A key needs a name of 1 to ${LONGEST_NAME} characters: whose it is.`);
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw invalid(`${expiresAt.toISOString()} has passed: a key that expires then would never hold.`);
  }
  const secret = newSecret();
  const key = newKeyName();
  await store.write(async (tx, readers) => {
    const same = await readers.accessKeys.byName([written]);
    const held = same.find((one) => isHeld(one, now));
    if (held) {
      throw invalid(
        `The key ${held.key} is called "${written}" already: the log would not tell the two apart. Choose another name, or revoke that one first.`,
      );
    }
    await tx.db.insert(tx.tables.accessKey).values({
      key,
      name: written,
      scope,
      digest: digestOf(secret),
      createdAt: now,
      expiresAt,
    });
  });
  return { key, secret };
}

/** All keys, in the order in which they were made. */
export async function listKeys(readers: Pick<Readers, "accessKeys">): Promise<readonly AccessKey[]> {
  return readers.accessKeys.all();
}

/**
 * Revokes a key: from now on it is refused. One that was revoked stays so.
 *
 * @param given the key's own name, or that of its holder where one key that holds is called so
 * @throws DatelineError INVALID_KEY where there is no such key
 */
export async function revokeKey(store: Pick<Store, "write">, given: string, now: Date): Promise<AccessKey> {
  return store.write(async (tx, readers) => {
    const [byKey] = await readers.accessKeys.byKey([given]);
    const byName = (await readers.accessKeys.byName([given])).filter((one) => isHeld(one, now));
    const found = byKey ?? byName[0];
    if (found === undefined) {
      throw invalid(`There is no key ${JSON.stringify(given)} to revoke. \`dateline keys list\` shows them.`);
    }
    if (found.revokedAt !== null) return found;
    const { accessKey } = tx.tables;
    await tx.db.update(accessKey).set({ revokedAt: now }).where(eq(accessKey.id, found.id));
    return { ...found, revokedAt: now };
  });
}

function isHeld({ revokedAt, expiresAt }: AccessKey, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt);
}

function invalid(message: string): DatelineError {
  return new DatelineError("INVALID_KEY", message);
}
