import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import type { Viewer } from "../domain/access.ts";
import type { Store } from "../store/open.ts";
import { type Identified, type Identifying, identifyBySecret, whyNotValid } from "./identify.ts";
import { digestOf } from "./secret.ts";

/** How long a session holds, in milliseconds: a week, however much it is used. */
export const SESSION_LASTS = 7 * 86_400_000;

/**
 * Opens a session for whoever has a key.
 *
 * @returns its token, which goes into a cookie and cannot be had again; or why the key is refused
 */
export async function openSession(
  secret: string,
  { store, use, now }: Identifying & { readonly store: Store },
): Promise<{ readonly token: string; readonly viewer: Viewer } | { readonly refused: string }> {
  const identified = await identifyBySecret(secret.trim(), { store, use, now });
  if ("refused" in identified) return identified;
  const { viewer } = identified;
  const [key] = viewer === null ? [] : await store.latest().accessKeys.byKey([viewer.key]);
  if (viewer === null || key === undefined) return { refused: "Enter your key." };
  const token = randomBytes(32).toString("base64url");
  const createdAt = now();
  await store.write(async ({ db, tables: { session } }) => {
    await db.delete(session).where(lt(session.expiresAt, createdAt));
    await db.insert(session).values({
      digest: digestOf(token),
      accessKeyId: key.id,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + SESSION_LASTS),
    });
  });
  return { token, viewer };
}

/** Whose session a token is: nobody's known, where it has ended or its key holds no more. */
export async function identifyByToken(token: string, { store, use, now }: Identifying): Promise<Identified> {
  const found = await store.latest().sessions.byDigest(digestOf(token));
  const at = now();
  if (found === null || found.expiresAt <= at || whyNotValid(found.key, at) !== null) return { viewer: null };
  const { key, name, scope } = found.key;
  use.note(found.key, at);
  return { viewer: { key, name, scope } };
}

/** Ends a session, if there is one. */
export async function closeSession(token: string, store: Pick<Store, "write">): Promise<void> {
  await store.write(async ({ db, tables: { session } }) => {
    await db.delete(session).where(eq(session.digest, digestOf(token)));
  });
}

/**
 * What a form of a session carries, so that no other page can send it: whoever does not know the session's token cannot
 * make it.
 */
export function formToken(token: string): string {
  return createHmac("sha256", token).update("form").digest("base64url");
}

/** Whether a form was made for a session. */
export function isFormOf(token: string, given: string): boolean {
  const [expected, sent] = [Buffer.from(formToken(token)), Buffer.from(given)] as const;
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}
