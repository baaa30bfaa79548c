import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./postgres-setup.ts";

/** Databases of this process that are not in use: emptied, which is faster than making new ones. All go with the server. */
const free: string[] = [];
let made = 0;

/** A database with empty tables, to be used by one store at a time. */
export async function newDatabase(): Promise<{ url: string; remove(): Promise<void> }> {
  const name = free.pop() ?? (await create());
  const url = serverUrl(name);
  return {
    url,
    async remove() {
      await run(url, EMPTY);
      free.push(name);
    },
  };
}

/** A database without tables. */
export async function newEmptyDatabase(options = ""): Promise<string> {
  return serverUrl(await create(`template0 ${options}`));
}

async function create(template = TEMPLATE): Promise<string> {
  const name = `test_${process.pid}_${performance.now().toFixed(0)}_${made++}`;
  await run(serverUrl("postgres"), `create database ${name} template ${template}`);
  return name;
}

/** The address of a database on the server of this project. */
export function serverUrl(database: string): string {
  const server = inject("postgres");
  if (server === undefined) throw new Error("There is no PostgreSQL server in this project.");
  return server + database;
}

/** Runs statements on a database. */
export async function run(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/** Empties all tables, and begins their numbers anew where they have any. */
const EMPTY = `
  set session_replication_role = replica;
  do $$ declare one record; begin
    for one in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> '__drizzle_migrations' loop
      execute format('delete from %I', one.relname);
    end loop;
    for one in select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
      and relname not like '\\_\\_%' loop
      perform setval(one.relname::regclass, 1, false);
    end loop;
  end $$`;
