import type { Pool, PoolClient } from "pg";
import { runOn, type Statement } from "./server.ts";

/**
 * A transaction of a writer, on a connection of its own. Its statements run one after the other; when it ends, those that
 * still wait are not run: nothing may be written outside of it.
 */
export class Transaction {
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #broken = false;

  private constructor(private readonly client: PoolClient) {}

  /**
   * Begins one, when all other writers have ended theirs.
   *
   * @param patience how long to wait for that, in milliseconds
   */
  static async begin(pool: Pool, patience: number): Promise<Transaction> {
    const client = await pool.connect();
    const transaction = new Transaction(client);
    client.on("error", transaction.#onError);
    try {
      // Whatever the server's own settings are: writing may take its time.
      await client.query(
        `begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = ${patience}`,
      );
      await client.query("select pg_advisory_xact_lock(hashtext('dateline'), hashtext('write'))");
      return transaction;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  run(statement: Statement): Promise<unknown[]> {
    const result = this.#last.then(() => {
      if (this.#ended) throw new Error("The transaction has ended.");
      return runOn(this.client, statement);
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** @param before what is to happen with it */
  async commit(before: string): Promise<void> {
    await this.#settle();
    await this.client.query(before);
    await this.client.query("commit");
    this.#release();
  }

  async rollback(): Promise<void> {
    await this.#settle();
    try {
      await this.client.query("rollback");
    } catch {
      this.#broken = true;
    }
    this.#release();
  }

  /** Statements that were asked for but have not begun do not begin any more. */
  async #settle(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }

  #release(): void {
    this.client.off("error", this.#onError);
    this.client.release(this.#broken);
  }

  /** A connection that breaks between two statements tells nobody else. */
  readonly #onError = () => {
    this.#broken = true;
  };
}
