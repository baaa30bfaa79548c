import SQLite from "better-sqlite3";
import pg from "pg";

/** What a database holds: the rows of each table, in the order of their numbers or keys. */
export type Dump = Readonly<Record<string, readonly unknown[]>>;

/** Reads everything that a database holds, over a connection of its own. */
export function dump(url: string): Promise<Dump> {
  return url.startsWith("postgres:") ? dumpPostgres(url) : dumpSqlite(url);
}

async function dumpSqlite(path: string): Promise<Dump> {
  const connection = new SQLite(path, { readonly: true });
  try {
    const names = connection
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all();
    return Object.fromEntries(
      names.map((table) => [String(table), connection.prepare(`select * from "${table}"`).all()]),
    );
  } finally {
    connection.close();
  }
}

async function dumpPostgres(url: string): Promise<Dump> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `select relname as name, pg_get_indexdef(indexrelid) as index from pg_class join pg_index on indrelid = pg_class.oid
       where indisprimary and relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
    );
    const dumped: Record<string, unknown[]> = {};
    for (const { name, index } of tables) {
      const columns = /\((.*)\)/.exec(index)?.[1] ?? "1";
      const { rows } = await client.query({
        text: `select * from "${name}" order by ${columns}`,
        types: {
          getTypeParser: (oid: number) =>
            oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid),
        },
      });
      dumped[name] = rows;
    }
    return dumped;
  } finally {
    await client.end();
  }
}
