import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Pool, PoolClient } from "pg";
import { DatelineError } from "../../domain/errors.ts";
import { packagePath } from "../../package-root.ts";

/**
 * Brings a database up to date with the migrations under `drizzle/postgres`, in one transaction. Several servers may try
 * at once: one does it, the others wait and find it done. (Drizzle's own migrator reads what has been applied without
 * a lock.)
 *
 * @returns how many migrations were applied
 */
export async function migratePostgres(pool: Pool): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder: packagePath("drizzle/postgres") });
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  const client = await pool.connect();
  // One that breaks between two statements tells nobody else; the next statement then fails.
  const onError = () => undefined;
  client.on("error", onError);
  try {
    await refuseUnlessUtf8(client);
    await client.query("begin; set local statement_timeout = 0");
    await client.query("select pg_advisory_xact_lock(hashtext('dateline'), hashtext('migrate'))");
    // Looked for first: a user who may not create anything can still open what is up to date.
    const { rows: known } = await client.query("select to_regclass('__drizzle_migrations') as name");
    if (known[0]?.name === null) {
      await client.query(
        "create table __drizzle_migrations (id bigint primary key generated always as identity, hash text not null, created_at bigint)",
      );
    }
    const { rows } = await client.query("select max(created_at) as last from __drizzle_migrations");
    const applied = Number(rows[0]?.last ?? 0);
    if (applied > newest) {
      throw new DatelineError(
        "INVALID_CONFIG",
        "The database was written by a newer version of Dateline. Use that version, or another database.",
      );
    }
    const pending = migrations.filter((migration) => migration.folderMillis > applied);
    for (const migration of pending) {
      for (const statement of migration.sql) await client.query(statement);
      await client.query("insert into __drizzle_migrations (hash, created_at) values ($1, $2)", [
        migration.hash,
        migration.folderMillis,
      ]);
    }
    await client.query("commit");
    return pending.length;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.off("error", onError);
    client.release();
  }
}

async function refuseUnlessUtf8(client: PoolClient): Promise<void> {
  const { rows } = await client.query("show server_encoding");
  const encoding = String(rows[0]?.server_encoding);
  if (encoding === "UTF8") return;
  throw new DatelineError(
    "INVALID_CONFIG",
    `The database has the encoding ${encoding}, which cannot hold every text. Create one with encoding 'UTF8' template template0.`,
  );
}
