import type { Engine } from "../engine.ts";
import { postgresEngine } from "./engine.ts";
import { type Notice, openPool, runOn, type ServerSettings } from "./server.ts";

/** All statements see the state at the first of them; they may take as long as they like. */
const BEGIN = `begin isolation level repeatable read read only;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Reads what was on record at one moment, on a connection of its own. */
export async function inSnapshot<T>(
  settings: ServerSettings,
  notice: Notice,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const pool = openPool({ ...settings, poolSize: 1, statementTimeoutMs: 0 }, (error) =>
    notice("A database connection broke.", error),
  );
  try {
    const client = await pool.connect();
    // A connection that breaks between two statements is told of by the next.
    client.on("error", () => undefined);
    try {
      await client.query(BEGIN);
      // One after the other: a connection has no room for more.
      let last: Promise<unknown> = Promise.resolve();
      const engine = postgresEngine((statement) => {
        const result = last.then(() => runOn(client, statement));
        last = result.catch(() => undefined);
        return result;
      });
      return await work(engine);
    } finally {
      // What was only read needs no ending: the connection goes.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
