import { createHash } from "node:crypto";
import { asc, count, eq, lte } from "drizzle-orm";
import type { Engine } from "../store/engine.ts";
import type { Store } from "../store/open.ts";
import type { Identifying } from "./identify.ts";
import { openSession } from "./sessions.ts";

/** Wrong keys that one client may try in a while. */
const MOST_TRIED = 10;
/** How long that while is, in milliseconds. */
const WHILE = 15 * 60_000;
/** Clients whose tries are kept at most: of more, those are forgotten that would be soonest. */
const MOST_CLIENTS = 10_000;

/** What came of a key that was tried: a session's token, why the key is refused, or for how many seconds no key is looked at. */
export type SignedIn =
  | { readonly token: string }
  | { readonly refused: string }
  | { readonly waitFor: number };

/**
 * Opens a session for whoever has a key. Each client may try some wrong ones in a while: nobody guesses a key; this keeps
 * those who try from being a load. Tries are counted in the store before the key is looked at, one after the other, so that
 * they are as many however many processes share the store and however many come at once.
 *
 * @param client by which those who try are told apart
 */
export async function signIn(
  secret: string,
  client: string,
  { store, use, now }: Identifying & { readonly store: Store },
): Promise<SignedIn> {
  const digest = createHash("sha256").update(client).digest("hex");
  const waitFor = await store.write((tx) => noteTry(tx, digest, now()));
  if (waitFor > 0) return { waitFor };
  const opened = await openSession(secret, { store, use, now });
  if ("refused" in opened) return opened;
  await store.write(async ({ db, tables: { signInAttempt } }) => {
    await db.delete(signInAttempt).where(eq(signInAttempt.client, digest));
  });
  return { token: opened.token };
}

/** Counts one try more, or says for how many seconds none is let through. */
async function noteTry({ db, tables: { signInAttempt } }: Engine, client: string, at: Date): Promise<number> {
  await db.delete(signInAttempt).where(lte(signInAttempt.expiresAt, at));
  const [known] = await db.select().from(signInAttempt).where(eq(signInAttempt.client, client));
  if (known !== undefined) {
    if (known.tried >= MOST_TRIED) return Math.ceil((known.expiresAt.getTime() - at.getTime()) / 1_000);
    await db
      .update(signInAttempt)
      .set({ tried: known.tried + 1 })
      .where(eq(signInAttempt.id, known.id));
    return 0;
  }
  const [clients] = await db.select({ all: count() }).from(signInAttempt);
  if ((clients?.all ?? 0) >= MOST_CLIENTS) {
    const { id, expiresAt } = signInAttempt;
    const [soonest] = await db.select({ id }).from(signInAttempt).orderBy(asc(expiresAt), asc(id)).limit(1);
    if (soonest) await db.delete(signInAttempt).where(eq(id, soonest.id));
  }
  const expiresAt = new Date(at.getTime() + WHILE);
  await db.insert(signInAttempt).values({ client, tried: 1, expiresAt });
  return 0;
}
