import type SQLite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatelineError } from "../../domain/errors.ts";
import { packagePath } from "../../package-root.ts";

/**
 * Brings a database up to date with the migrations under `drizzle/sqlite`; several processes may try at once. Drizzle's
 * own migrator reads what has been applied before it takes a lock, and cannot switch foreign keys off for a table that
 * is rebuilt (inside a transaction the pragma does nothing, and dropping the old table would empty its children).
 *
 * @returns how many migrations were applied
 */
export function migrateSqlite(connection: SQLite.Database): number {
  const migrations = readMigrationFiles({ migrationsFolder: packagePath("drizzle/sqlite") });
  if (isTable(connection) && lastApplied(connection) === migrations.at(-1)?.folderMillis) return 0;
  connection.pragma("foreign_keys = OFF");
  connection.exec("begin immediate");
  try {
    connection.exec(
      "create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
    );
    const applied = lastApplied(connection);
    if (applied > (migrations.at(-1)?.folderMillis ?? 0)) {
      throw new DatelineError(
        "INVALID_CONFIG",
        `${connection.name} was written by a newer version of Dateline. Use that version, or another database.`,
      );
    }
    const pending = migrations.filter((migration) => migration.folderMillis > applied);
    for (const migration of pending) {
      for (const statement of migration.sql) connection.exec(statement);
      connection
        .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
        .run(migration.hash, migration.folderMillis);
    }
    const broken = connection.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`Migrating would break ${broken.length} references.`);
    }
    connection.exec("commit");
    return pending.length;
  } catch (error) {
    connection.exec("rollback");
    throw error;
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

function isTable(connection: SQLite.Database): boolean {
  return (
    connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() !== undefined
  );
}

function lastApplied(connection: SQLite.Database): number {
  const last = connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get();
  return typeof last === "number" ? last : 0;
}
