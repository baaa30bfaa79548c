import { eq } from "drizzle-orm";
import type { AccessKey } from "./access-keys.ts";
import type { Engine } from "./engine.ts";

/** A session with the key that it was opened with. */
export interface StoredSession {
  readonly expiresAt: Date;
  readonly key: AccessKey;
}

/** Reads sessions. */
export function sessionReaders({ db, tables, parameter, prepare }: Engine) {
  const { session, accessKey } = tables;
  const byDigest = prepare(
    db
      .select({ expiresAt: session.expiresAt, key: accessKey })
      .from(session)
      .innerJoin(accessKey, eq(accessKey.id, session.accessKeyId))
      .where(eq(session.digest, parameter("digest"))),
  );
  return {
    /** The one of a token's digest; null where there is none. */
    async byDigest(digest: string): Promise<StoredSession | null> {
      const [found] = await byDigest({ digest });
      return found ?? null;
    },
  };
}
