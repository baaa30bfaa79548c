import { createHash, randomBytes } from "node:crypto";

/** What a secret begins with, so that those who look for leaked secrets recognise it. */
const PREFIX = "dateline_";

/** A new secret of 256 random bits: nobody guesses it, so that a plain digest is enough to keep. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64url")}`;
}

/** The name of a new key, which is no secret. */
export function newKeyName(): string {
  return randomBytes(6).toString("hex");
}

/**
 * The SHA-256 digest of a secret, in hexadecimal. A key is looked up by it: how long that takes tells nothing about a secret,
 * since whoever tries one cannot choose its digest.
 */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
